import { errors } from '@strapi/utils';
import { type Extra, NO_EXTRA, type SchemaLookup, targetOf } from '../../../names/names-in-query';
import { isRecord } from '../../../rules/readers';
import type { Schema } from '../../../rules/schema';
import { stateFilter } from './state-filter';

export const CALL = 'api::hub.funding-call';

/** What state and next deadline are computed from. */
const NEEDED = ['opensAt', 'closesAt', 'cutoffs'];
const COMPUTED = ['state', 'nextDeadline'];

type Query = Record<string, unknown>;
type Context = { lookup: SchemaLookup; now: number };

const rewriteFilters = (value: unknown, schema: Schema, context: Context): unknown => {
  if (Array.isArray(value)) return value.map((item) => rewriteFilters(item, schema, context));
  if (!isRecord(value)) return value;
  const parts = Object.entries(value).map(([key, inner]): Query => {
    if (schema.uid === CALL && key === 'state') {
      return stateFilter({ condition: inner, now: context.now });
    }
    if (key.startsWith('$')) return { [key]: rewriteFilters(inner, schema, context) };
    const { attributes } = schema;
    const target = targetOf({ attributes, key, lookup: context.lookup });
    return { [key]: target ? rewriteFilters(inner, target, context) : inner };
  });
  const isUntouched = schema.uid !== CALL || !('state' in value);
  // Each part for itself: what a state becomes may have the key of another part.
  return isUntouched ? Object.assign({}, ...parts) : { $and: parts };
};

const sortPaths = (sort: unknown): string[][] => {
  if (typeof sort === 'string') {
    return sort.split(',').map((part) => (part.trim().split(':')[0] ?? '').split('.'));
  }
  if (Array.isArray(sort)) return sort.flatMap(sortPaths);
  if (!isRecord(sort)) return [];
  return Object.entries(sort).flatMap(([key, inner]) =>
    isRecord(inner) || Array.isArray(inner)
      ? sortPaths(inner).map((path) => [key, ...path])
      : [key.split('.')],
  );
};

const refuseSort = (sort: unknown, schema: Schema, { lookup }: Context): void => {
  for (const path of sortPaths(sort)) {
    let current: Schema | undefined = schema;
    for (const key of path) {
      if (current?.uid === CALL && key === 'state') {
        const message = `sort: ${path.join('.')} changes by itself and has no stored order, sort by nextDeadline`;
        throw new errors.ValidationError(message, {
          errors: [{ path: ['sort'], message, name: 'sort-by-next-deadline' }],
        });
      }
      current = current && targetOf({ attributes: current.attributes, key, lookup });
    }
  }
};

const widenFields = (query: Query, schema: Schema): { query: Query; columns: string[] } => {
  const { fields } = query;
  const list: string[] = (Array.isArray(fields) ? fields : [fields]).flatMap((field) =>
    typeof field === 'string' ? field.split(',').map((name) => name.trim()) : [],
  );
  const asks = COMPUTED.some((name) => list.includes(name));
  if (schema.uid !== CALL || !asks || list.includes('*')) return { query, columns: [] };
  const columns = NEEDED.filter((name) => !list.includes(name));
  return { query: { ...query, fields: [...list, ...columns] }, columns };
};

const rewrite = (
  query: Query,
  schema: Schema,
  context: Context,
): { query: Query; extra: Extra } => {
  refuseSort(query.sort, schema, context);
  const widened = widenFields(query, schema);
  const filtered = isRecord(query.filters)
    ? { ...widened.query, filters: rewriteFilters(query.filters, schema, context) }
    : widened.query;
  const { populate } = query;
  if (!isRecord(populate)) {
    return { query: filtered, extra: { ...NO_EXTRA, columns: widened.columns } };
  }
  const children: Record<string, Extra> = {};
  const inner = Object.entries(populate).map(([key, spec]): [string, unknown] => {
    const target = targetOf({ attributes: schema.attributes, key, lookup: context.lookup });
    if (!target || !isRecord(spec)) return [key, spec];
    const nested = rewrite(spec, target, context);
    children[key] = nested.extra;
    return [key, nested.query];
  });
  return {
    query: { ...filtered, populate: Object.fromEntries(inner) },
    extra: { columns: widened.columns, children },
  };
};

/**
 * A query of any type as one that the database can answer: filters on the state of calls, at any
 * depth, become instants, and `fields` that ask for a computed value bring what it is computed from.
 * @param now milliseconds since 1970
 * @returns the query, and the columns it reads beyond those asked for
 * @throws ValidationError for a sort by state, which has no stored order
 */
export const stateInQuery = ({
  query,
  schema,
  lookup,
  now,
}: {
  query: Query;
  schema: Schema;
  lookup: SchemaLookup;
  now: number;
}): { query: Query; extra: Extra } => rewrite(query, schema, { lookup, now });

/** Whether the answer to a query may hold a call: the type itself, or what the query populates. */
export const mayHoldCalls = ({
  query,
  schema,
  lookup,
}: {
  query: Query;
  schema: Schema;
  lookup: SchemaLookup;
}): boolean => {
  if (schema.uid === CALL) return true;
  const { populate } = query;
  if (populate === undefined || populate === null) return false;
  // A star or a list of names: the answer itself shows what came.
  if (!isRecord(populate)) return true;
  return Object.entries(populate).some(([key, spec]) => {
    const target = targetOf({ attributes: schema.attributes, key, lookup });
    if (!target) return spec !== false;
    return mayHoldCalls({ query: isRecord(spec) ? spec : {}, schema: target, lookup });
  });
};
