import { isRecord } from '../rules/readers';
import { type PopulateTree, populateTree } from './populate-tree';
import { type Problem, problem } from './problem';

/** What one request may ask of the content API at most. */
export const LIMITS = {
  pageSize: 100,
  /** Rows that paging may skip; beyond them, filters find faster. */
  offset: 10_000,
  populateDepth: 4,
  populated: 30,
  conditions: 100,
  filterDepth: 10,
  sorts: 5,
} as const;

const wholeNumber = ({
  pagination,
  key,
  min,
  max,
}: {
  pagination: Record<string, unknown>;
  key: string;
  min: number;
  max: number;
}): Problem[] => {
  const value = pagination[key];
  if (value === undefined) return [];
  const isWhole = typeof value === 'string' && /^\d{1,9}$/.test(value);
  if (isWhole && Number(value) >= min && Number(value) <= max) return [];
  const rule = `must be a whole number from ${min} to ${max}`;
  return [problem(['pagination', key], rule)];
};

const paginationProblems = (pagination: unknown): Problem[] => {
  if (pagination === undefined) return [];
  if (!isRecord(pagination)) return [problem(['pagination'], 'takes page and pageSize')];
  const { pageSize: size, offset } = LIMITS;
  const found = [
    ...wholeNumber({ pagination, key: 'pageSize', min: 1, max: size }),
    ...wholeNumber({ pagination, key: 'limit', min: 1, max: size }),
    ...wholeNumber({ pagination, key: 'page', min: 1, max: offset + 1 }),
    ...wholeNumber({ pagination, key: 'start', min: 0, max: offset }),
  ];
  if (found.length > 0) return found;
  const skipped = (Number(pagination.page ?? 1) - 1) * Number(pagination.pageSize ?? 1);
  return skipped > offset
    ? [
        problem(
          ['pagination', 'page'],
          `skips ${skipped} entries, more than ${offset}: filter them`,
        ),
      ]
    : [];
};

const deepest = (tree: PopulateTree): string[] =>
  Object.entries(tree)
    .map(([name, inner]) => [name, ...deepest(inner)])
    .reduce<string[]>((longest, path) => (path.length > longest.length ? path : longest), []);

const count = (tree: PopulateTree): number =>
  Object.values(tree).reduce((sum, inner) => sum + 1 + count(inner), 0);

const innerStar = (tree: PopulateTree, above: string[] = []): string[] | undefined => {
  for (const [name, inner] of Object.entries(tree)) {
    if (name === '*' && above.length > 0) return above;
    const found = innerStar(inner, [...above, name]);
    if (found) return found;
  }
  return undefined;
};

const populateProblems = (populate: unknown): Problem[] => {
  const tree = populateTree(populate);
  const { populateDepth, populated } = LIMITS;
  const star = innerStar(tree);
  const path = deepest(tree);
  const total = count(tree);
  return [
    ...(star
      ? [
          problem(
            ['populate'],
            `may have * at the first level only: name what you need of ${star.join('.')}`,
          ),
        ]
      : []),
    ...(path.length > populateDepth
      ? [
          problem(
            ['populate'],
            `may go ${populateDepth} levels deep, and ${path.join('.')} goes ${path.length}`,
          ),
        ]
      : []),
    ...(total > populated
      ? [problem(['populate'], `may name ${populated} relations and components, not ${total}`)]
      : []),
  ];
};

const sizeOf = (value: unknown): { leaves: number; depth: number } => {
  if (typeof value !== 'object' || value === null) return { leaves: 1, depth: 0 };
  const inner = Object.values(value).map(sizeOf);
  return {
    leaves: inner.reduce((sum, { leaves }) => sum + leaves, 0),
    depth: 1 + inner.reduce((most, { depth }) => Math.max(most, depth), 0),
  };
};

const filterProblems = (filters: unknown): Problem[] => {
  const { leaves, depth } = sizeOf(filters ?? {});
  return [
    ...(leaves > LIMITS.conditions
      ? [problem(['filters'], `may compare with ${LIMITS.conditions} values, not ${leaves}`)]
      : []),
    ...(depth > LIMITS.filterDepth
      ? [problem(['filters'], `may be ${LIMITS.filterDepth} levels deep, not ${depth}`)]
      : []),
  ];
};

/** `title`, `-title`, `title:desc`, lists of them, and `{ title: 'desc' }`. */
const sortKeys = (sort: unknown): { key: string; order: unknown }[] => {
  if (typeof sort === 'string') {
    return sort.split(',').map((part) => {
      const [key = '', order = 'asc'] = part.split(':');
      return { key: key.trim(), order };
    });
  }
  if (Array.isArray(sort)) return sort.flatMap(sortKeys);
  if (!isRecord(sort)) return [];
  return Object.entries(sort).flatMap(([key, order]) =>
    /^\d+$/.test(key)
      ? sortKeys(order)
      : isRecord(order)
        ? sortKeys(order).map((inner) => ({ ...inner, key: `${key}.${inner.key}` }))
        : [{ key, order }],
  );
};

const sortProblems = (sort: unknown): Problem[] => {
  const keys = sortKeys(sort);
  const disordered = keys.find(({ order }) => !/^(asc|desc)$/i.test(String(order)));
  if (disordered) {
    return [
      problem(['sort'], `sorts ${disordered.key} by asc or desc, not by ${disordered.order}`),
    ];
  }
  return keys.length > LIMITS.sorts
    ? [problem(['sort'], `may name ${LIMITS.sorts} fields, not ${keys.length}`)]
    : [];
};

const textsIn = (value: unknown): string[] =>
  typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(textsIn)
    : [String(value ?? '')];

/** Strapi takes what every object inherits, `constructor` and its like, for names of fields. */
const inheritedNames = (query: Readonly<Record<string, unknown>>): Problem[] =>
  ['fields', 'sort', 'populate'].flatMap((parameter) =>
    textsIn(query[parameter])
      .flatMap((text) => text.split(/[^\w]+/))
      .filter((name) => name in Object.prototype)
      .slice(0, 1)
      .map((name) => problem([parameter], `names ${name}, which is no field`)),
  );

/**
 * Where a request asks more than one answer may cost, or what no type has.
 * @param query the parsed query string
 * @returns a problem for each limit that it breaks, with the parameter and the limit in its message
 */
export const queryProblems = (query: Readonly<Record<string, unknown>>): Problem[] => [
  ...paginationProblems(query.pagination),
  ...populateProblems(query.populate),
  ...filterProblems(query.filters),
  ...sortProblems(query.sort),
  ...inheritedNames(query),
];
