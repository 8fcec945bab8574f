import type { Schema } from './canary-world';
import { addressOf, type Caller, type FuzzRoute, type Names, type Question } from './fuzz';

const OPERATORS = [
  ...['$eq', '$eqi', '$ne', '$nei', '$in', '$notIn', '$lt', '$lte', '$gt', '$gte'],
  ...['$contains', '$notContains', '$containsi', '$notContainsi', '$startsWith', '$startsWithi'],
  ...['$endsWith', '$endsWithi', '$null', '$notNull'],
];
const NESTED = new Set(['relation', 'component', 'dynamiczone', 'media']);

type Schemas = ReadonlyMap<string, Schema>;

const attributesOf = (schema: Schema) =>
  Object.entries(schema.attributes).map(([name, attribute]) => ({
    name,
    attribute,
    target:
      attribute.type === 'media'
        ? 'plugin::upload.file'
        : (attribute.target ?? attribute.component),
  }));

/** Whether some of a type's rows or attributes are for nobody, or not for everybody. */
const hides = ({ options, attributes }: Schema): boolean =>
  options?.draftAndPublish === true ||
  'access' in attributes ||
  Object.values(attributes).some((attribute) => attribute.private && !NESTED.has(attribute.type));

/** Dotted paths of all that can be populated, and one level below of what leads to something hidden. */
const linksOf = (schema: Schema, schemas: Schemas, levels = 2): string[] =>
  attributesOf(schema)
    .filter(({ attribute }) => NESTED.has(attribute.type) && (levels > 1 || !attribute.private))
    .flatMap(({ name, attribute, target }) => {
      const next = target === undefined ? undefined : schemas.get(target);
      if (!next || (levels === 1 && !hides(next))) return [];
      const below = levels > 1 && !attribute.private ? linksOf(next, schemas, levels - 1) : [];
      return [name, ...below.map((path) => `${name}.${path}`)];
    });

const bracketed = (path: string) =>
  path
    .split('.')
    .map((name) => `[${name}]`)
    .join('');

/** Every way of asking for entries of a type, one query string each. */
const waysOf = (schema: Schema, schemas: Schemas): string[] => {
  const links = linksOf(schema, schemas);
  const closed = attributesOf(schema).filter(({ attribute }) => attribute.private);
  const texts = attributesOf(schema).filter(
    ({ attribute }) => ['string', 'text', 'email'].includes(attribute.type) && !attribute.private,
  );
  const asked = (path: string, index: number) => {
    const operator = OPERATORS[index % OPERATORS.length];
    return [
      `filters${bracketed(path)}[${operator}]=1`,
      `filters${bracketed(path)}[id][$notNull]=true`,
      `filters[$not]${bracketed(path)}[documentId][$startsWith]=cnry`,
      `filters[$not]${bracketed(path)}[id][$notNull]=true`,
      `filters[$or][0]${bracketed(path)}[documentId][$contains]=cnry&locale=*`,
      `sort=${path}.id:desc`,
      `sort${bracketed(path)}[createdAt]=asc`,
    ];
  };
  return [
    ...['', 'locale=*', 'locale=fr', 'status=published', 'fields=*', '_q=cnry', 'level=elected'],
    ...['pagination[withCount]=true&pagination[pageSize]=1', 'pagination[start]=0', 'sort=id:desc'],
    ...[
      'status=draft',
      'status=',
      'locale=*&status=draft&populate=*',
      'filters[publishedAt][$null]=true',
    ],
    ...[
      'populate=*',
      'populate[0]=*',
      'populate=*&locale=*',
      'filters[documentId][$contains]=cnry',
    ],
    'filters[$not][documentId][$startsWith]=open',
    ...links.flatMap((path) => {
      const nested = path.split('.').join('[populate][').replace(/^/, '[').concat(']');
      return [`populate=${path}`, `populate${nested}[filters][documentId][$startsWith]=cnry`];
    }),
    ...links
      .filter((path) => !path.includes('.'))
      .flatMap((path, index) => [
        `populate${bracketed(path)}[fields][0]=*`,
        `populate${bracketed(path)}[count]=true`,
        `populate${bracketed(path)}[status]=draft`,
        `populate${bracketed(path)}[sort]=id:desc`,
        ...asked(path, index).filter((_question, turn) => (turn + index) % 2 === 0),
      ]),
    ...links
      .filter((path) => path.includes('.'))
      .flatMap((path, index) => asked(path, index)[index % 7] ?? []),
    ...closed.flatMap(({ name, attribute }) => [
      ...(NESTED.has(attribute.type) ? ['$notNull'] : OPERATORS).map(
        (operator) => `filters[${name}][${operator}]=cnryp`,
      ),
      ...[`sort=${name}`, `sort[${name}]=desc`, `fields=${name}`, `populate=${name}`],
      `filters[$and][0][$not][${name}]=cnryp`,
    ]),
    ...texts.map(
      ({ name }, index) =>
        `filters[${name}][${OPERATORS[index % OPERATORS.length]}]=cnry&fields[0]=${name}&sort=${name}`,
    ),
  ];
};

/**
 * Every route × every way of asking for its type's entries. The ways are dealt out among the callers;
 * the widest are for all of them, and every entry, hidden or not, is asked for by its id and slug.
 */
export const everyQuestion = ({
  routes,
  callers,
  schemas,
  names,
}: {
  routes: readonly FuzzRoute[];
  callers: readonly Caller[];
  schemas: Schemas;
  names: Names;
}): Question[] => {
  let turn = 0;
  const deal = (path: string): Question[] => {
    const caller = callers[turn++ % callers.length];
    return caller ? [{ caller, path }] : [];
  };
  return routes.flatMap(({ path, schema }) => {
    const ways = schema ? waysOf(schema, schemas) : ['', 'populate=*', 'status=draft', '_q=cnry'];
    if (!/:\w+|\(\.\*\)/.test(path)) {
      return ways.flatMap((way) =>
        ['', 'populate=*&locale=*'].includes(way)
          ? callers.map((caller) => ({ caller, path: `${path}?${way}` }))
          : deal(`${path}?${way}`),
      );
    }
    const addresses = names({ path, schema }).map((name) => addressOf(path, () => name));
    const [first = '1', ...others] = addresses;
    return [
      ...ways.filter((_way, index) => index % 5 === 0).flatMap((way) => deal(`${first}?${way}`)),
      ...others.flatMap((address) => deal(`${address}?populate=*`)),
    ];
  });
};
