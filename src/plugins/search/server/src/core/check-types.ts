import type { Populate, SearchType } from '../../../shared/contracts';

/** What is asked of Strapi's schemas. */
export type SchemaAttribute = {
  type: string;
  private?: boolean | undefined;
  target?: string | undefined;
  component?: string | undefined;
};
export type Schemas = (uid: string) => Readonly<Record<string, SchemaAttribute>> | undefined;

const BUILT_IN = new Set(['id', 'documentId', 'createdAt', 'updatedAt', 'publishedAt', 'locale']);
const SECRET = new Set(['password']);

const targetOf = (attribute: SchemaAttribute): string | undefined => {
  if (attribute.type === 'component') return attribute.component;
  if (attribute.type === 'media') return 'plugin::upload.file';
  return attribute.type === 'relation' ? attribute.target : undefined;
};

const problemsOf = ({
  uid,
  fields,
  populate,
  schemas,
  at,
}: {
  uid: string;
  fields: readonly string[];
  populate: Readonly<Record<string, Populate>> | undefined;
  schemas: Schemas;
  at: string;
}): string[] => {
  const attributes = schemas(uid);
  if (!attributes) return [`${at}: there is no type ${uid}`];
  const own = fields.flatMap((field) => {
    const attribute = attributes[field];
    if (!attribute) return BUILT_IN.has(field) ? [] : [`${at}.${field} does not exist`];
    if (attribute.private || SECRET.has(attribute.type)) return [`${at}.${field} is private`];
    return targetOf(attribute) ? [`${at}.${field} belongs in populate`] : [];
  });
  const nested = Object.entries(populate ?? {}).flatMap(([field, inner]) => {
    const attribute = attributes[field];
    if (!attribute) return [`${at}.${field} does not exist`];
    if (attribute.private) return [`${at}.${field} is private`];
    const target = targetOf(attribute);
    if (!target) return [`${at}.${field} is neither a relation, a component nor a file`];
    return problemsOf({
      uid: target,
      fields: inner.fields ?? [],
      populate: inner.populate,
      schemas,
      at: `${at}.${field}`,
    });
  });
  return [...own, ...nested];
};

/**
 * Holds declarations against the schemas: only what is declared is ever read,
 * and nothing private can be declared, at any depth.
 * @returns one sentence per mistake
 */
export const checkTypes = ({
  types,
  schemas,
}: {
  types: readonly SearchType[];
  schemas: Schemas;
}): string[] => {
  const names = types.map(({ type }) => type);
  return types.flatMap((type) => [
    ...(/^[a-z0-9-]+$/.test(type.type) ? [] : [`${type.uid}: bad name "${type.type}"`]),
    ...(names.filter((name) => name === type.type).length > 1
      ? [`${type.uid}: the name "${type.type}" is used twice`]
      : []),
    ...problemsOf({
      uid: type.uid,
      fields: [...type.fields, ...(type.originalLocale ? [type.originalLocale] : [])],
      populate: type.populate,
      schemas,
      at: type.uid,
    }),
  ]);
};
