import { type Json, reference } from './attribute-schema';
import { list, number, operation, parameter, record, text, textOrNull, whole } from './json-schema';
import { names } from './shared-schemas';

/** What may be asked of search, as its plugin knows it. */
export type SearchVocabulary = {
  types: readonly string[];
  parameters: Readonly<Record<string, string>>;
  attributes: Readonly<Record<string, string>>;
  computed: Readonly<Record<string, () => Readonly<Record<string, unknown>>>>;
  facets: readonly string[];
  sortable: readonly string[];
  fields: { all: readonly string[] };
};

const FIXED: Record<string, Json> = {
  type: text,
  documentId: text,
  locale: { ...text, description: 'The language of this hit’s texts' },
  title: text,
  summary: textOrNull,
  slug: textOrNull,
  reference: textOrNull,
  url: textOrNull,
  isFallback: { type: 'boolean', description: 'It stands in: nothing in the asked language' },
  access: { type: 'string', enum: ['public', 'members'] },
  geo: { anyOf: [record({ lat: number, lng: number }), { type: 'null' }] },
};

const oneOrMany = (schema: Json): Json => ({
  anyOf: [schema, list(schema), { type: 'null' }],
});

const OF_KIND: Record<string, Json> = {
  text: oneOrMany(text),
  number: oneOrMany(number),
  boolean: { type: ['boolean', 'null'] },
  date: { type: ['string', 'null'], format: 'date-time' },
};

/** Schemas of what search answers. */
export const searchSchemas = ({
  attributes,
  computed,
  fields,
}: SearchVocabulary): Record<string, Json> => ({
  SearchHit: record(
    {
      ...Object.fromEntries(
        fields.all.map((name) => [name, FIXED[name] ?? OF_KIND[attributes[name] ?? 'text'] ?? {}]),
      ),
      ...Object.fromEntries(
        Object.entries(computed).map(([name, valuesNow]) => [
          name,
          {
            type: ['string', 'null'],
            enum: [...Object.keys(valuesNow()), null],
            description: 'At this moment; null of what has none',
          },
        ]),
      ),
      distance: { type: 'number', description: 'Metres, where the answer is sorted by distance' },
      highlights: {
        ...record({ title: textOrNull, summary: textOrNull, text: textOrNull }, []),
        description:
          'HTML that is safe to show: everything is escaped but <mark>; null where nothing was found',
      },
    },
    ['type', 'documentId', 'locale'],
  ),
  Suggestion: record({
    type: text,
    documentId: text,
    locale: text,
    title: text,
    slug: textOrNull,
    reference: textOrNull,
    url: textOrNull,
    highlight: { ...textOrNull, description: 'The title as safe HTML, with <mark>' },
  }),
  FacetValue: record({
    value: text,
    label: { ...text, description: 'The value’s name in the asked language' },
    count: whole,
  }),
});

const LIMITED = [
  { status: 429, response: 'TooMany' },
  { status: 503, response: 'Unavailable' },
];

const choice = (name: string, values: readonly string[], description: string): Json => ({
  ...names(name, description),
  schema: { type: 'array', items: { type: 'string', enum: [...values] } },
});

const deep = (name: string, schema: Json, description: string): Json => ({
  ...parameter(name, { type: 'object', ...schema }, description),
  style: 'deepObject',
  explode: true,
});

const wholeFrom = (minimum: number, maximum: number): Json => ({
  type: 'integer',
  minimum,
  maximum,
});

const inLocales = (locales: readonly string[]): Json =>
  choice(
    'locale',
    [...locales, '*'],
    'The language to search in, where what is not translated stands in; or several, or * for all: then each entry is answered once, in the language where the words were found. French where none is asked',
  );

/** The operations of search, by path without the API's prefix. */
export const searchPaths = ({
  search,
  locales,
}: {
  search: SearchVocabulary;
  locales: readonly string[];
}): Record<string, Json> => ({
  '/search': operation({
    id: 'search',
    tag: 'search',
    summary: 'Entries of all types that match, best first',
    parameters: [
      parameter('q', { type: 'string', maxLength: 512 }, 'Words of the reader'),
      inLocales(locales),
      choice('type', search.types, 'Types to search in'),
      deep(
        'filters',
        { additionalProperties: true },
        `Strapi's operators on ${Object.keys(search.attributes).join(', ')}: filters[start][$gte]=2006, filters[$or][0][stage]=pilot. $ne, $notIn and $not hold for entries without a value, too`,
      ),
      ...Object.entries(search.computed).map(([name, valuesNow]) =>
        choice(name, Object.keys(valuesNow()), 'As it is at this moment; only types that have one'),
      ),
      {
        ...names('sort', 'Attributes, each with :asc or :desc; distance needs near'),
        schema: {
          type: 'array',
          items: { type: 'string', examples: [...search.sortable, 'distance'] },
        },
      },
      deep(
        'pagination',
        {
          properties: {
            page: wholeFrom(1, 10_001),
            pageSize: wholeFrom(1, 100),
            start: wholeFrom(0, 10_000),
            limit: wholeFrom(1, 100),
          },
        },
        'page and pageSize, or start and limit; totals are exact',
      ),
      choice('facets', [...search.facets, '*'], 'Attributes whose values are counted; * for all'),
      choice(
        'highlight',
        ['title', 'summary', 'text', 'true', 'false'],
        'What is answered with the found words marked; all unless told',
      ),
      choice(
        'fields',
        [...search.fields.all, '*'],
        'What is answered of an entry beside its type, documentId and locale',
      ),
      parameter(
        'near',
        { type: 'string', examples: ['32.75,-17,50'] },
        'lat,lng,km: within so many kilometres of a point; nearest first where neither q nor sort is given',
      ),
      parameter(
        'bbox',
        { type: 'string', examples: ['-17.3,32.4,-16.2,33.2'] },
        'west,south,east,north, in degrees',
      ),
      ...Object.keys(search.parameters).map((name) =>
        names(name, 'Codes or references, any of which an entry must have'),
      ),
    ],
    schema: record({
      data: list(reference('SearchHit')),
      meta: record(
        {
          pagination: {
            anyOf: [reference('Pagination'), record({ start: whole, limit: whole, total: whole })],
          },
          facets: { type: 'object', additionalProperties: list(reference('FacetValue')) },
          locale: text,
        },
        ['pagination', 'locale'],
      ),
    }),
    others: LIMITED,
  }),
  '/search/suggest': operation({
    id: 'suggest',
    tag: 'search',
    summary: 'Titles that complete what a reader types',
    parameters: [
      {
        ...parameter('q', { type: 'string', maxLength: 128 }, 'What was typed so far'),
        required: true,
      },
      inLocales(locales),
      choice('type', search.types, 'Types to search in'),
      parameter('limit', { ...wholeFrom(1, 20), default: 8 }, 'How many at most'),
    ],
    schema: record({ data: list(reference('Suggestion')) }),
    others: LIMITED,
  }),
  '/search/token': operation({
    id: 'makeSearchToken',
    tag: 'search',
    summary: 'A short-lived token by which a browser searches at Meilisearch itself',
    schema: record({
      data: record({
        host: { ...text, description: 'Address of Meilisearch for browsers' },
        token: { ...text, description: 'A tenant token: it finds what the caller may find' },
        expiresAt: { ...text, format: 'date-time' },
        indexes: {
          type: 'object',
          additionalProperties: text,
          description: 'Names of the indexes by locale; * is the one with all languages',
        },
      }),
    }),
    others: [{ status: 404, response: 'NotFound' }, ...LIMITED],
  }),
  '/search/health': operation({
    id: 'checkSearch',
    tag: 'search',
    summary: 'For load balancers: 200 while searches are answered, 503 while they are not',
    schema: record({ data: record({ status: { type: 'string', enum: ['healthy'] } }) }),
    others: [{ status: 503, response: 'Unavailable' }],
  }),
});
