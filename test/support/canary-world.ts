import type { Core, UID } from '@strapi/strapi';
import type { AccessConfig } from '../../src/plugins/access/server/src/config';

type Attribute = {
  type: string;
  target?: string;
  component?: string;
  repeatable?: boolean;
  private?: boolean;
  enum?: string[];
};
export type Schema = {
  uid: string;
  collectionName: string;
  info?: { pluralName?: string };
  options?: { draftAndPublish?: boolean };
  pluginOptions?: { i18n?: { localized?: boolean } };
  attributes: Record<string, Attribute>;
};

/** Who must not see a canary: `p` nobody, `d` all but readers of drafts, `m` all but members. */
type Hidden = 'p' | 'd' | 'm';
type Row = {
  uid: string;
  id: number;
  documentId: string;
  slug?: string | undefined;
  hidden: Hidden | undefined;
};

export type CanaryWorld = {
  rows: Row[];
  schemas: ReadonlyMap<string, Schema>;
  /** Takes away all that is hidden: what was answered before must be answered again. */
  forget: () => Promise<void>;
};

const TEXT = new Set(['string', 'text', 'richtext', 'email', 'uid']);
const VALUES: Record<string, unknown> = {
  boolean: false,
  integer: 1,
  biginteger: '1',
  decimal: 1,
  float: 1,
  date: '2006-04-01',
  datetime: '2006-04-01T10:00:00.000Z',
  time: '10:00:00.000',
};

/** Which rows a type gets beside two that everybody may read. */
const hiddenRows = (schema: Schema, config: AccessConfig): (Hidden | undefined)[] => {
  if (config.privateTypes.includes(schema.uid)) return ['p', 'p'];
  return [
    undefined,
    ...(config.members && config.members.attribute in schema.attributes ? ['m' as const] : []),
    ...(schema.options?.draftAndPublish ? ['d' as const] : []),
    ...(schema.uid in config.servedOnly ? ['p' as const] : []),
    undefined,
  ];
};

/**
 * Fills every content type with rows that everybody may read, rows that nobody or not everybody may
 * read, and links between them all. Whatever must not be told begins with `cnry`: the texts and the
 * documentIds of hidden rows, and the private attributes of open ones, in components too. It writes
 * below the Document Service: no rule has to be fulfilled, and a new type or attribute is covered by
 * itself.
 */
export const createCanaryWorld = async ({
  strapi,
  config,
}: {
  strapi: Core.Strapi;
  config: AccessConfig;
}): Promise<CanaryWorld> => {
  const all: unknown[] = [
    ...Object.values(strapi.contentTypes),
    ...Object.values(strapi.components),
  ];
  const schemas = new Map((all as Schema[]).map((schema) => [schema.uid, schema]));
  const types = [...schemas.values()].filter(({ uid }) => uid.startsWith('api::'));
  const query = (uid: string) => strapi.db.query(uid as UID.Schema);
  let counter = 0;
  const next = () => (counter++).toString(36).padStart(4, '0');
  const canary = (hidden: Hidden) => `cnry${hidden}${next()}`;

  const contentOf = (name: string, attribute: Attribute, hidden: Hidden | undefined): unknown => {
    const kept = attribute.private === true ? 'p' : hidden;
    if (TEXT.has(attribute.type)) return kept ? canary(kept) : `open-${name}-${next()}`;
    if (attribute.type === 'json') return { text: kept ? canary(kept) : 'open' };
    if (attribute.type === 'enumeration') return attribute.enum?.[0];
    return VALUES[attribute.type];
  };

  const dataOf = async (schema: Schema, hidden: Hidden | undefined) => {
    const data: Record<string, unknown> = {};
    for (const [name, attribute] of Object.entries(schema.attributes)) {
      if (attribute.type === 'component' && attribute.component) {
        const uid = attribute.component;
        const { id } = await createRow(uid, hidden);
        const link = { id, __pivot: { field: name, component_type: uid } };
        data[name] = attribute.repeatable ? [link] : link;
      } else {
        const value = contentOf(name, attribute, hidden);
        if (value !== undefined) data[name] = value;
      }
    }
    return data;
  };

  const components: Row[] = [];
  const createRow = async (uid: string, hidden: Hidden | undefined): Promise<{ id: number }> => {
    const schema = schemas.get(uid);
    if (!schema) throw new Error(`There is no ${uid}.`);
    const { id } = await query(uid).create({ data: await dataOf(schema, hidden) });
    components.push({ uid, id, documentId: '', hidden });
    return { id };
  };

  const rows: Row[] = [];
  for (const schema of types) {
    const { uid } = schema;
    for (const hidden of hiddenRows(schema, config)) {
      const data = await dataOf(schema, hidden);
      const documentId = `${hidden ? canary(hidden) : `open${next()}`}`.padEnd(24, 'x');
      const members = config.members;
      const { id } = await query(uid).create({
        data: {
          ...data,
          documentId,
          ...(members && members.attribute in schema.attributes
            ? { [members.attribute]: hidden === 'm' ? members.value : 'public' }
            : {}),
          ...(hidden === undefined ? config.servedOnly[uid] : {}),
          publishedAt: hidden === 'd' ? null : '2006-04-01T10:00:00.000Z',
          locale: schema.pluginOptions?.i18n?.localized ? 'fr' : null,
        },
      });
      const slug = typeof data.slug === 'string' ? data.slug : undefined;
      rows.push({ uid, id, documentId, slug, hidden });
    }
  }
  for (const row of [...rows, ...components]) {
    for (const [name, attribute] of Object.entries(schemas.get(row.uid)?.attributes ?? {})) {
      if (attribute.type !== 'relation' || 'mappedBy' in attribute) continue;
      // It joins by the documentId, and linking by it would write that.
      if (name === 'localizations') continue;
      const targets = rows.filter(({ uid, id }) => uid === attribute.target && id !== row.id);
      if (targets.length === 0) continue;
      const isMany = String(Reflect.get(attribute, 'relation')).endsWith('ToMany');
      const turn = targets[row.id % targets.length];
      const linked = isMany ? targets.map(({ id }) => id) : turn?.id;
      await query(row.uid).update({ where: { id: row.id }, data: { [name]: linked } });
    }
  }

  const forget = async () => {
    for (const schema of schemas.values()) {
      if (!rows.some(({ uid }) => uid === schema.uid)) continue;
      const table = () => strapi.db.connection(schema.collectionName);
      const ids = rows.flatMap(({ uid, id, hidden }) => (uid === schema.uid && hidden ? [id] : []));
      await table().whereIn('id', ids).delete();
      const closed = Object.keys(schema.attributes).filter(
        (name) => schema.attributes[name]?.private && TEXT.has(schema.attributes[name].type),
      );
      const { attributes } = strapi.db.metadata.get(schema.uid);
      const columns = closed.flatMap((name) => {
        const column: unknown = Reflect.get(attributes[name] ?? {}, 'columnName');
        return typeof column === 'string' ? [column] : [];
      });
      if (columns.length > 0) {
        await table().update(Object.fromEntries(columns.map((column) => [column, null])));
      }
    }
  };
  return { rows, schemas, forget };
};
