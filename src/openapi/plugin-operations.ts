import { type Json, reference } from './attribute-schema';
import type { ApiDescription } from './create-document';
import { dynamicsPaths, dynamicsSchemas } from './dynamics-operations';
import {
  list,
  number,
  operation,
  orNull,
  parameter,
  record,
  text,
  textOrNull,
  whole,
} from './json-schema';
import { type SearchVocabulary, searchPaths, searchSchemas } from './search-operations';
import { PAGINATION } from './shared-schemas';

const page = [
  parameter('page', { type: 'integer', minimum: 1, default: 1 }, 'From 1'),
  parameter(
    'pageSize',
    { type: 'integer', minimum: 1, maximum: 100, default: 25 },
    'Entries on a page',
  ),
];

const missing = { ...record({ kind: text }), description: 'Why there is no figure' };

const clamped = {
  ...record({ node: text, name: text, value: number, floor: number }),
  description: 'The node at which a value below the floor counts with the floor',
};

const score = {
  score: orNull(number),
  rank: orNull(reference('RankWithRange')),
  reason: missing,
};

const SCHEMAS: Record<string, Json> = {
  RankWithRange: {
    ...record({
      value: whole,
      low: number,
      high: number,
      level: number,
      of: whole,
      ties: whole,
      edition: text,
      draws: whole,
      seed: whole,
    }),
    description:
      'A rank and its range under the tested assumptions, which is no confidence interval',
  },
  RankingRow: record(
    {
      unit: text,
      name: text,
      year: whole,
      ...score,
      domains: list(
        record({ code: text, name: text, ...score, clamped }, ['code', 'name', 'score', 'rank']),
      ),
      cells: list(
        record(
          {
            indicator: text,
            name: text,
            unitOfMeasure: textOrNull,
            value: orNull(number),
            normalised: orNull(number),
            year: whole,
            age: whole,
            flag: textOrNull,
            imputed: { type: 'boolean' },
            carried: { type: 'boolean' },
            origin: record({ kind: text }),
            treatment: orNull(record({ kind: text, before: number, after: number })),
            clamped: orNull(clamped),
            reason: missing,
          },
          ['indicator', 'name', 'unitOfMeasure', 'value'],
        ),
      ),
    },
    ['unit', 'name', 'year', 'score', 'rank', 'domains', 'cells'],
  ),
  RankingIndex: record({
    code: text,
    name: text,
    editions: list(
      record({
        reference: text,
        year: whole,
        from: orNull(whole),
        number: whole,
        draws: whole,
        seed: whole,
      }),
    ),
    nodes: list(record({ code: text, name: text, parent: textOrNull, effectiveWeight: number })),
  }),
};

const standing = record(
  {
    unit: text,
    name: text,
    ...score,
    domains: list(
      record({ code: text, name: text, ...score, clamped }, ['code', 'name', 'score', 'rank']),
    ),
  },
  ['unit', 'name', 'score', 'rank', 'domains'],
);

/** The numbers of the edition that a regional analysis names. */
const ANALYSIS_SCORES: Json = {
  ...orNull(
    record({
      edition: text,
      index: record({ code: text, name: text }),
      year: whole,
      territory: orNull(standing),
      comparedWith: list(standing),
    }),
  ),
  description:
    'What the published edition that the analysis names says of its territory and of those it is compared with; null without one',
};

/** Whether the caller holds a right: a Preview asks it of its token. */
const right = (name: 'drafts' | 'members'): Json => ({
  ...operation({
    id: `mayRead${name === 'drafts' ? 'Drafts' : 'Members'}`,
    tag: 'access',
    summary: `Whether the caller may read ${name === 'drafts' ? 'drafts' : 'entries for members'}: 200 or 403`,
    schema: record({ data: record({ [name]: { type: 'boolean' } }) }),
  }),
});

/** Operations of our plugins, by path without the API's prefix. */
export const pluginOperations = ({
  locales,
  search,
}: {
  locales: readonly string[];
  search: SearchVocabulary;
}): ApiDescription['others'] => {
  const locale = parameter(
    'locale',
    { type: 'string', enum: [...locales], default: 'fr' },
    'The language of the answer',
  );
  const cited = parameter(
    'edition',
    text,
    'Reference of a published edition, as ranks name it: its numbers, whatever came after it',
  );
  const ranking = [
    parameter('index', text, 'Code of an index; needed where there are several'),
    parameter('territory', text, 'Code of one region, former codes included'),
    parameter('theme', text, 'Node of the tree to rank by; the root where none is asked'),
    parameter('year', whole, 'Year of the edition; the newest where none is asked'),
    cited,
    ...page,
    locale,
  ];
  return {
    computed: { 'api::analyses.regional-analysis': { scores: ANALYSIS_SCORES } },
    schemas: {
      ...SCHEMAS,
      ...dynamicsSchemas(SCHEMAS.RankingRow ?? {}),
      ...searchSchemas(search),
    },
    paths: {
      ...searchPaths({ search, locales }),
      '/regional-dynamics/rankings': operation({
        id: 'findRankings',
        tag: 'regional-dynamics',
        summary: 'Regions by rank, each rank with the range that tested weights give it',
        parameters: [
          ...ranking,
          parameter(
            'format',
            { type: 'string', enum: ['json', 'csv'] },
            'csv, as with Accept: text/csv',
          ),
        ],
        schema: record({
          data: list(reference('RankingRow')),
          meta: record({
            index: record({ code: text, name: text }),
            edition: text,
            year: whole,
            theme: text,
            pagination: PAGINATION,
          }),
        }),
        others: [{ status: 404, response: 'NotFound' }],
      }),
      ...dynamicsPaths({ locale, cited, ranking }),
      '/regional-dynamics/indices': operation({
        id: 'findIndices',
        tag: 'regional-dynamics',
        summary: 'The indices, their editions and the nodes that theme may name',
        parameters: [locale],
        schema: record({ data: list(reference('RankingIndex')) }),
      }),
      '/access/drafts': right('drafts'),
      '/access/members': right('members'),
    },
  };
};
