import { isRecord } from '../rules/readers';
import type { Attributes, Schema } from '../rules/schema';
import { NAME_COLUMNS } from './native-name';

/** Finds a content type or component by its uid. */
export type SchemaLookup = (uid: string) => Schema;

/** Columns that were read for the names' sake only, to be taken out of the answer again. */
export type Extra = { columns: string[]; children: Record<string, Extra> };

export const NO_EXTRA: Extra = { columns: [], children: {} };

const NEEDED = [...NAME_COLUMNS, 'nativeLocale'];

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

type Query = Record<string, unknown>;

const widenFields = (query: Query, attributes: Attributes): { query: Query; columns: string[] } => {
  const fields = toList(query.fields);
  if (!hasNameColumns(attributes) || !fields.includes('name') || fields.includes('*')) {
    return { query, columns: [] };
  }
  const columns = NEEDED.filter((column) => !fields.includes(column));
  return { query: { ...query, fields: [...fields, ...columns] }, columns };
};

/**
 * Adds to a query's `fields`, at each depth, the columns that a name is chosen from. A query
 * without `fields` reads them anyway.
 */
export const widenQuery = ({
  query,
  attributes,
  lookup,
}: {
  query: Query;
  attributes: Attributes;
  lookup: SchemaLookup;
}): { query: Query; extra: Extra } => {
  const widened = widenFields(query, attributes);
  const { populate } = query;
  if (!isRecord(populate)) {
    return { query: widened.query, extra: { columns: widened.columns, children: {} } };
  }
  const children: Record<string, Extra> = {};
  const inner = Object.entries(populate).map(([key, spec]): [string, unknown] => {
    const target = targetOf({ attributes, key, lookup });
    if (!target || !isRecord(spec)) return [key, spec];
    const nested = widenQuery({ query: spec, attributes: target.attributes, lookup });
    children[key] = nested.extra;
    return [key, nested.query];
  });
  return {
    query: { ...widened.query, populate: Object.fromEntries(inner) },
    extra: { columns: widened.columns, children },
  };
};
