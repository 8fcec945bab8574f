import { isRecord } from '../rules/readers';
import type { Attributes, Schema } from '../rules/schema';
import { NAME_COLUMNS, nameSources } from './native-name';

/** Finds a content type or component by its uid. */
export type SchemaLookup = (uid: string) => Schema;

/** Columns that were read for the names' sake only, to be taken out of the answer again. */
export type Extra = { columns: string[]; children: Record<string, Extra> };

export const NO_EXTRA: Extra = { columns: [], children: {} };

/** The entry itself, or a copy without the columns that were read beyond those asked for. */
export const withoutColumns = (
  entry: Record<string, unknown>,
  { columns }: Extra,
): Record<string, unknown> => {
  if (columns.length === 0) return entry;
  const kept: Record<string, unknown> = {};
  for (const key of Object.keys(entry)) if (!columns.includes(key)) kept[key] = entry[key];
  return kept;
};

/** Whether a type has a `name` beside one column per language. */
export const hasNameColumns = (attributes: Attributes): boolean =>
  ['name', ...NAME_COLUMNS].every((column) => column in attributes);

const toList = (value: unknown): string[] =>
  (Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [])
    .filter((field) => typeof field === 'string')
    .map((field) => field.trim())
    .filter((field) => field !== '');

/** What a relation, component or file attribute leads to. */
export const targetOf = ({
  attributes,
  key,
  lookup,
}: {
  attributes: Attributes;
  key: string;
  lookup: SchemaLookup;
}): Schema | undefined => {
  const attribute = attributes[key];
  const uid = attribute?.type === 'component' ? attribute.component : attribute?.target;
  return uid === undefined ? undefined : lookup(uid);
};

const linkKeys = new WeakMap<Attributes, string[]>();

/** The attributes that lead to one other type, component or file; found once per type. */
export const linksOf = (attributes: Attributes): string[] => {
  const known = linkKeys.get(attributes);
  if (known) return known;
  const keys = Object.keys(attributes).filter(
    (key) => (attributes[key]?.component ?? attributes[key]?.target) !== undefined,
  );
  linkKeys.set(attributes, keys);
  return keys;
};

type Query = Record<string, unknown>;

const widenFields = (
  query: Query,
  attributes: Attributes,
  needed: readonly string[],
): { query: Query; columns: string[] } => {
  const fields = toList(query.fields);
  if (!hasNameColumns(attributes) || !fields.includes('name') || fields.includes('*')) {
    return { query, columns: [] };
  }
  const columns = needed.filter((column) => !fields.includes(column));
  return { query: { ...query, fields: [...fields, ...columns] }, columns };
};

const widen = (
  query: Query,
  attributes: Attributes,
  lookup: SchemaLookup,
  needed: readonly string[],
): { query: Query; extra: Extra } => {
  const widened = widenFields(query, attributes, needed);
  const { populate } = query;
  if (!isRecord(populate)) {
    return { query: widened.query, extra: { columns: widened.columns, children: {} } };
  }
  const children: Record<string, Extra> = {};
  const inner = Object.entries(populate).map(([key, spec]): [string, unknown] => {
    const target = targetOf({ attributes, key, lookup });
    if (!target || !isRecord(spec)) return [key, spec];
    const nested = widen(spec, target.attributes, lookup, needed);
    children[key] = nested.extra;
    return [key, nested.query];
  });
  return {
    query: { ...widened.query, populate: Object.fromEntries(inner) },
    extra: { columns: widened.columns, children },
  };
};

/**
 * Adds to a query's `fields`, at each depth, the columns that a name is chosen from. A query
 * without `fields` reads them anyway.
 * @param locale the language of the names; without one, each entry has its own
 */
export const widenQuery = ({
  query,
  attributes,
  lookup,
  locale,
}: {
  query: Query;
  attributes: Attributes;
  lookup: SchemaLookup;
  locale?: string;
}): { query: Query; extra: Extra } => widen(query, attributes, lookup, nameSources(locale));
