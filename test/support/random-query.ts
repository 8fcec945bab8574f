import type { Schema } from './canary-world';
import type { Dice } from './dice';

type Tree = { [key: string]: Value };
type Value = string | null | Value[] | Tree;

export type QueryWorld = {
  schemas: ReadonlyMap<string, Schema>;
  /** Values worth asking for: ids and texts of hidden rows, and beginnings of them. */
  secrets: readonly string[];
};

const OPERATORS = [
  ...['$eq', '$eqi', '$ne', '$nei', '$in', '$notIn', '$lt', '$lte', '$gt', '$gte', '$between'],
  ...['$contains', '$notContains', '$containsi', '$notContainsi', '$startsWith', '$startsWithi'],
  ...['$endsWith', '$endsWithi', '$null', '$notNull'],
];
const ODD_OPERATORS = ['$regex', '$jsonSupersetOf', '$any', '$elemMatch', '$where', '$', '$join'];
const BUILT_IN = ['id', 'documentId', 'createdAt', 'updatedAt', 'locale', 'publishedAt'];
const ODD_KEYS = [
  ...['createdBy', 'updatedBy', 'localizations', '__proto__', 'constructor', 'toString', 'nope'],
  ...['', ' ', 'a.b', '0', 'null', '*', 'id;', '__component', '__type', 'strapi_stage'],
];
/** Attributes that Strapi adds and lets nobody ask for. */
const REFUSED = new Set(['createdBy', 'updatedBy', 'localizations']);
const ODD_VALUES = [
  ...['', 'null', 'true', 'false', '0', '1', '-1', '1e999', 'NaN', '2006-04-01', '2006-13-45'],
  ...['%', '_', "'", '"', '\\', '\u0000', '\u00e9', '\u{1F600}', '[object Object]', '{}', '[]'],
  '99999999999999999999',
];

const targetOf = (schema: Schema, name: string): string | undefined => {
  const attribute = schema.attributes[name];
  return attribute?.type === 'media'
    ? 'plugin::upload.file'
    : (attribute?.target ?? attribute?.component);
};

/** A query string that a curious caller could send for entries of `schema`, mostly one that Strapi accepts. */
export const randomQuery = ({
  dice,
  world,
  schema,
}: {
  dice: Dice;
  world: QueryWorld;
  schema: Schema;
}): string => {
  const { pick, chance, times } = dice;
  // Half of the queries are well-formed throughout: an odd part anywhere is refused as a whole.
  const mayBeOdd = chance(0.5);
  const oddly = (probability: number) => mayBeOdd && chance(probability);
  const word = () => pick(oddly(0.4) ? ODD_VALUES : world.secrets);
  const value = (depth = 2): Value => {
    if (depth === 0 || !oddly(0.2)) return word();
    if (chance(0.2)) return null;
    return chance(0.5) ? times(3, () => value(depth - 1)) : { [pick(ODD_KEYS)]: value(depth - 1) };
  };

  /** An attribute, with a liking for those that hide something and those that lead on. */
  const key = (of: Schema): string => {
    if (oddly(0.06)) return pick(ODD_KEYS);
    if (chance(0.15)) return pick(BUILT_IN);
    const names = Object.keys(of.attributes).filter((name) => oddly(0.1) || !REFUSED.has(name));
    const leading = names.filter((name) => targetOf(of, name) !== undefined);
    const closed = names.filter((name) => of.attributes[name]?.private);
    if (closed.length > 0 && oddly(0.2)) return pick(closed);
    const open = names.filter((name) => !of.attributes[name]?.private);
    return pick(leading.length > 0 && chance(0.4) ? leading : open);
  };
  const next = (of: Schema, name: string): Schema | undefined => {
    const uid = targetOf(of, name);
    return uid === undefined ? undefined : world.schemas.get(uid);
  };
  const path = (of: Schema, depth = 3): string[] => {
    const name = key(of);
    const target = depth > 0 ? next(of, name) : undefined;
    return target ? [name, ...path(target, depth - 1)] : [name];
  };

  const operation = (): Value => {
    if (chance(0.1)) return value();
    const operator = pick(oddly(0.06) ? ODD_OPERATORS : OPERATORS);
    if (operator === '$null' || operator === '$notNull') {
      return { [operator]: pick(['true', 'false', '1', '']) };
    }
    const list = ['$in', '$notIn', '$between'].includes(operator);
    return { [operator]: list && !oddly(0.3) ? [word(), word()] : value() };
  };
  const filters = (of: Schema, depth = 3): Tree => {
    if (depth > 0 && chance(0.25)) {
      const group = pick(['$and', '$or', '$not']);
      if (group === '$not' && !oddly(0.2)) return { $not: filters(of, depth - 1) };
      return { [group]: times(2, () => filters(of, depth - 1)) };
    }
    const tree: Tree = {};
    for (const name of times(chance(0.2) ? 2 : 1, () => key(of))) {
      const target = depth > 0 && !oddly(0.2) ? next(of, name) : undefined;
      tree[name] = target ? filters(target, depth - 1) : operation();
    }
    return tree;
  };
  const sortPath = (of: Schema): string =>
    path(of).join('.') + pick(['', ':asc', ':desc', oddly(0.2) ? ':up' : ':DESC']);
  const sort = (of: Schema): Value => {
    if (chance(0.6)) return sortPath(of);
    if (chance(0.6)) return times(2, () => sortPath(of));
    return path(of).reduceRight<Value>((inner, name) => ({ [name]: inner }), pick(['asc', 'desc']));
  };
  const fields = (of: Schema): Value => {
    if (chance(0.2)) return pick(['*', 'documentId', oddly(0.5) ? '**' : 'id,documentId']);
    const names = times(3, () => key(of));
    return chance(0.5) ? names : names.join(',');
  };
  const populate = (of: Schema, depth = 3): Value => {
    // A star below the first level is refused.
    if (chance(0.2) && (depth === 3 || oddly(0.3))) return '*';
    if (chance(0.25)) return path(of).join('.');
    if (chance(0.2)) return times(2, () => path(of).join('.'));
    const tree: Tree = {};
    for (const name of times(2, () => key(of))) {
      const target = next(of, name);
      if (!target || depth === 0 || chance(0.3)) {
        tree[name] = pick(['true', '*', 'true', 'false', '1']);
        continue;
      }
      tree[name] = {
        ...(chance(0.4) ? { filters: filters(target, 2) } : {}),
        ...(chance(0.3) ? { sort: sort(target) } : {}),
        ...(chance(0.3) ? { fields: fields(target) } : {}),
        ...(chance(0.6) ? { populate: populate(target, depth - 1) } : {}),
        ...(oddly(0.04) ? { count: 'true' } : {}),
        ...(oddly(0.03) ? { on: { [pick([...world.schemas.keys()])]: { populate: '*' } } } : {}),
        ...(oddly(0.03) ? { [pick(['status', 'locale', 'limit', 'where', '_q'])]: value() } : {}),
      };
    }
    return tree;
  };
  const pagination = (): Tree => ({
    [pick(oddly(0.5) ? ['start', 'limit', 'withCount'] : ['page', 'pageSize'])]: pick(
      oddly(0.4) ? ODD_VALUES : ['1', '2', '10'],
    ),
  });

  const query: Tree = {
    ...(chance(0.5) ? { filters: filters(schema) } : {}),
    ...(chance(0.25) ? { sort: sort(schema) } : {}),
    ...(chance(0.2) ? { fields: fields(schema) } : {}),
    ...(chance(0.4) ? { populate: populate(schema) } : {}),
    ...(chance(0.25) ? { pagination: pagination() } : {}),
    ...(chance(0.7) ? { locale: pick(oddly(0.4) ? ['en', 'xx', ''] : ['fr', '*']) } : {}),
    ...(chance(0.1) ? { status: oddly(0.6) ? pick(['draft', '', 'modified']) : 'published' } : {}),
    ...(chance(0.15) ? { _q: word() } : {}),
    ...(oddly(0.1) ? { [pick(['level', 'q', 'type', 'where', 'page', 'slug'])]: value() } : {}),
    ...(oddly(0.04) ? { [pick(ODD_KEYS)]: value() } : {}),
  };
  return stringify(query, dice);
};

/** As qs writes it, with a slip of the pen now and then. */
const stringify = (tree: Tree, { chance, pick }: Dice): string => {
  const write = (prefix: string, value: Value): string[] => {
    const name = encodeURIComponent(prefix).replaceAll('%5B', '[').replaceAll('%5D', ']');
    if (value === null) return [name];
    if (typeof value === 'string') return [`${name}=${encodeURIComponent(value)}`];
    return Array.isArray(value)
      ? value.flatMap((item, index) => write(`${prefix}[${index}]`, item))
      : Object.entries(value).flatMap(([key, item]) => write(`${prefix}[${key}]`, item));
  };
  const parts = Object.entries(tree).flatMap(([key, value]) => write(key, value));
  if (chance(0.02)) parts.push(pick(['%E0%A4%A', '%', '&&', '=', 'a[b', 'a]b', '[]=1', 'filters']));
  if (chance(0.02)) return parts.join('&').replace('[', '%5B').replace('=', '==');
  return parts.join('&');
};
