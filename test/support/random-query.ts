import type { Schema } from './canary-world';
import type { Dice } from './dice';

type Tree = { [key: string]: Value };
type Value = string | null | Value[] | Tree;

export type QueryWorld = {
  schemas: ReadonlyMap<string, Schema>;
  /** Values worth asking for: ids and texts of hidden rows, and beginnings of them. */
  secrets: readonly string[];
};

const COMPARISONS = ['$eq', '$ne', '$in', '$notIn', '$lt', '$lte', '$gt', '$gte', '$between'];
const TEXT_SEARCHES = [
  ...['$eqi', '$nei', '$contains', '$notContains', '$containsi', '$notContainsi'],
  ...['$startsWith', '$startsWithi', '$endsWith', '$endsWithi'],
];
const EXISTENCE = ['$null', '$notNull'];
const LISTS = new Set(['$in', '$notIn', '$between']);
/** Of `publishedAt`, what tells nothing of drafts. */
const RANGES = ['$lt', '$lte', '$gt', '$gte', '$between'];
const ODD_OPERATORS = ['$regex', '$jsonSupersetOf', '$any', '$elemMatch', '$where', '$', '$join'];
const ODD_KEYS = [
  ...['createdBy', 'updatedBy', 'localizations', '__proto__', 'constructor', 'toString', 'nope'],
  ...['', ' ', 'a.b', '0', 'null', '*', 'id;', '__component', '__type', 'strapi_stage', 'folder'],
];
const ODD_VALUES = [
  ...['', 'null', 'true', 'false', '0', '1', '-1', '1e999', 'NaN', '2006-04-01', '2006-13-45'],
  ...['%', '_', "'", '"', '\\', '\u0000', '\u00e9', '\u{1F600}', '[object Object]', '{}', '[]'],
  '99999999999999999999',
];
/** Attributes that Strapi adds and lets nobody ask for. */
const REFUSED = new Set(['createdBy', 'updatedBy', 'localizations', 'folder', 'folderPath']);
const NESTED = new Set(['relation', 'component', 'media', 'dynamiczone']);

const NUMBERS = ['0', '1', '2', '40', '200'];
const VALUES: Record<string, string[]> = {
  id: NUMBERS,
  integer: NUMBERS,
  biginteger: NUMBERS,
  decimal: NUMBERS,
  float: NUMBERS,
  boolean: ['true', 'false'],
  date: ['2006-04-01', '2006-01-01', '2030-12-31'],
  datetime: ['2006-04-01T10:00:00.000Z', '2006', '2030-12-31'],
  time: ['10:00:00.000', '09:00:00'],
};

type Attribute = Schema['attributes'][string];

const attributeOf = (of: Schema, name: string): Attribute =>
  of.attributes[name] ?? { type: name === 'id' ? 'id' : 'string' };

const targetOf = (schema: Schema, name: string): string | undefined => {
  const attribute = schema.attributes[name];
  return attribute?.type === 'media'
    ? 'plugin::upload.file'
    : (attribute?.target ?? attribute?.component);
};

/**
 * A query string that a curious caller could send for entries of `schema`. Two of three are well-formed
 * throughout, for only what Strapi accepts can leak; the others are odd somewhere, and mostly refused.
 */
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
  const mayBeOdd = chance(0.33);
  const oddly = (probability: number) => mayBeOdd && chance(probability);
  const word = () => pick(oddly(0.4) ? ODD_VALUES : world.secrets);
  const value = (depth = 2): Value => {
    if (depth === 0 || !oddly(0.2)) return word();
    if (chance(0.2)) return null;
    return chance(0.5) ? times(3, () => value(depth - 1)) : { [pick(ODD_KEYS)]: value(depth - 1) };
  };

  const open = (of: Schema) =>
    Object.keys(of.attributes).filter(
      (name) => oddly(0.1) || !(REFUSED.has(name) || of.attributes[name]?.private),
    );
  const links = (of: Schema) => open(of).filter((name) => targetOf(of, name) !== undefined);
  const next = (of: Schema, name: string): Schema | undefined => {
    const uid = targetOf(of, name);
    return uid === undefined ? undefined : world.schemas.get(uid);
  };
  /** A plain attribute, with a liking for those that hide something. */
  const field = (of: Schema): string => {
    if (oddly(0.06)) return pick(ODD_KEYS);
    const closed = Object.keys(of.attributes).filter((name) => of.attributes[name]?.private);
    if (closed.length > 0 && oddly(0.1)) return pick(closed);
    const isComponent = !of.uid.includes('::');
    if (chance(0.15)) return isComponent && !oddly(0.2) ? 'id' : pick(['id', 'documentId']);
    const plain = open(of).filter((name) => !NESTED.has(attributeOf(of, name).type));
    return plain.length > 0 ? pick(plain) : 'id';
  };
  const link = (of: Schema): string | undefined => {
    if (oddly(0.06)) return pick(ODD_KEYS);
    const leading = links(of);
    return leading.length > 0 ? pick(leading) : undefined;
  };
  /** From link to link; it ends where nothing leads on. */
  const trail = (of: Schema, most: number): string[] => {
    const name = most > 0 ? link(of) : undefined;
    if (name === undefined) return [];
    const target = next(of, name);
    return target && chance(0.4) ? [name, ...trail(target, most - 1)] : [name];
  };

  const operation = (of: Schema, name: string): Value => {
    if (oddly(0.1)) return value();
    const { type, enum: options } = attributeOf(of, name);
    const own = type === 'enumeration' ? options : VALUES[type];
    const isText = own === undefined && type !== 'json';
    const fitting = isText
      ? [...COMPARISONS, ...TEXT_SEARCHES, ...TEXT_SEARCHES, ...EXISTENCE]
      : own === undefined
        ? ['$containsi', '$notContainsi', ...EXISTENCE]
        : [...COMPARISONS, ...EXISTENCE];
    const usual = name === 'publishedAt' ? RANGES : fitting;
    const operator = oddly(0.1) ? pick([...ODD_OPERATORS, ...TEXT_SEARCHES]) : pick(usual);
    if (EXISTENCE.includes(operator)) return { [operator]: pick(['true', 'false', '1', '']) };
    const one = () => (own === undefined || oddly(0.15) ? value() : pick(own));
    if (isText && chance(0.1)) return one();
    const condition = { [operator]: LISTS.has(operator) && !oddly(0.2) ? [one(), one()] : one() };
    return chance(0.05) ? { $not: condition } : condition;
  };
  const filters = (of: Schema, depth = 3, isLinked = false): Tree => {
    if (depth > 0 && chance(0.25)) {
      const group = pick(isLinked && !oddly(0.1) ? ['$and', '$or'] : ['$and', '$or', '$not']);
      if (group === '$not' && !oddly(0.2)) return { $not: filters(of, depth - 1, isLinked) };
      return { [group]: times(2, () => filters(of, depth - 1, isLinked)) };
    }
    const tree: Tree = {};
    for (const name of times(chance(0.2) ? 2 : 1, () => (chance(0.4) && link(of)) || field(of))) {
      const target = next(of, name);
      if (!target) tree[name] = operation(of, name);
      else if (depth > 0 && !chance(0.15)) tree[name] = filters(target, depth - 1, true);
      else tree[name] = { [pick(oddly(0.2) ? EXISTENCE : ['$in', '$notNull'])]: [pick(NUMBERS)] };
    }
    return tree;
  };
  const direction = () => pick(['', ':asc', ':desc', oddly(0.2) ? ':up' : ':DESC']);
  const path = (of: Schema): string[] => {
    const away = chance(0.15) ? trail(of, 3) : [];
    const end = away.reduce<Schema | undefined>((at, name) => at && next(at, name), of);
    return [...away, field(end ?? of)];
  };
  const sort = (of: Schema, sorted = path): Value => {
    const text = () => sorted(of).join('.') + direction();
    if (chance(0.6)) return text();
    if (chance(0.6)) return times(2, text);
    return sorted(of).reduceRight<Value>(
      (inner, name) => ({ [name]: inner }),
      pick(['asc', 'desc']),
    );
  };
  const fields = (of: Schema): Value => {
    if (chance(0.2)) return pick(['*', 'id', oddly(0.5) ? '**' : '*']);
    const names = times(3, () => field(of));
    return chance(0.5) ? names : names.join(',');
  };
  const nested = (of: Schema, depth: number): Tree => ({
    ...(chance(0.4) ? { filters: filters(of, 2) } : {}),
    ...(chance(0.3) ? { sort: sort(of, (at) => (oddly(0.1) ? path(at) : [field(at)])) } : {}),
    ...(chance(0.3) ? { fields: fields(of) } : {}),
    ...(chance(0.6) && links(of).length > 0 ? { populate: populate(of, depth - 1) } : {}),
    ...(oddly(0.04) ? { count: 'true' } : {}),
    ...(oddly(0.03) ? { on: { [pick([...world.schemas.keys()])]: { populate: '*' } } } : {}),
    ...(oddly(0.03) ? { [pick(['status', 'locale', 'limit', 'where', '_q'])]: value() } : {}),
  });
  const populate = (of: Schema, depth = 3): Value => {
    const dotted = () => trail(of, depth + 1).join('.');
    // A star below the first level is refused.
    if (links(of).length === 0 || (chance(0.2) && (depth === 3 || oddly(0.3)))) return '*';
    if (chance(0.2)) return dotted();
    if (chance(0.2)) return times(2, dotted);
    const tree: Tree = {};
    for (const name of times(2, () => link(of) ?? '*')) {
      const target = next(of, name);
      tree[name] =
        !target || depth === 0 || chance(0.3)
          ? pick(['true', '*', 'true', oddly(0.2) ? 'false' : 'true'])
          : nested(target, depth);
    }
    return tree;
  };
  const pagination = (): Tree => {
    if (oddly(0.3)) return { [pick(['start', 'limit', 'withCount', 'page'])]: pick(ODD_VALUES) };
    const size = pick(['1', '2', '10']);
    return pick<Tree>([
      { page: pick(['1', '2']), pageSize: size },
      { start: pick(['0', '1']), limit: size },
      { pageSize: size, withCount: pick(['true', 'false']) },
    ]);
  };

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
  return stringify(query, dice, mayBeOdd);
};

/** As qs writes it, with a slip of the pen now and then. */
const stringify = (tree: Tree, { chance, pick }: Dice, isOdd: boolean): string => {
  const write = (prefix: string, value: Value): string[] => {
    const name = encodeURIComponent(prefix).replaceAll('%5B', '[').replaceAll('%5D', ']');
    if (value === null) return [name];
    if (typeof value === 'string') return [`${name}=${encodeURIComponent(value)}`];
    return Array.isArray(value)
      ? value.flatMap((item, index) => write(`${prefix}[${index}]`, item))
      : Object.entries(value).flatMap(([key, item]) => write(`${prefix}[${key}]`, item));
  };
  const parts = Object.entries(tree).flatMap(([key, value]) => write(key, value));
  if (isOdd && chance(0.04))
    parts.push(pick(['%E0%A4%A', '%', '&&', '=', 'a[b', 'a]b', '[]=1', 'filters']));
  if (isOdd && chance(0.04)) return parts.join('&').replace('[', '%5B').replace('=', '==');
  return parts.join('&');
};
