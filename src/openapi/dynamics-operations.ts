import { type Json, reference } from './attribute-schema';
import { chartPaths } from './chart-operations';
import { EDITION } from './edition-schema';
import { list, number, operation, orNull, parameter, record, text, whole } from './json-schema';
import { statisticsPaths } from './statistics-operations';
import { uncertaintyPaths } from './uncertainty-operations';

const tag = 'regional-dynamics';
const others = [{ status: 404, response: 'NotFound' }];

const inPath = (name: string, description: string): Json => ({
  name,
  in: 'path',
  required: true,
  schema: text,
  description,
});

const FORMAT = { type: 'string', enum: ['json', 'csv'] };
const UNIT = inPath('unit', 'Code of a region, former codes included');

const meta = record({
  index: record({ code: text, name: text }),
  edition: text,
  year: whole,
  theme: text,
});

const count = {
  n: whole,
  low: number,
  high: number,
  per100000: orNull(record({ value: number, low: number, high: number })),
};
const COUNTED = Object.keys(count);
const grade = { code: text, name: text };

const tally = {
  ...count,
  amounts: list(record({ currency: text, amount: number, per100000: orNull(number) })),
  levels: list(record({ ...grade, ...count })),
  strongest: orNull(record(grade)),
};

const ACTIVITY: Json = {
  ...record(
    {
      kind: { type: 'string', enum: ['observed', 'not-observed', 'not-computed'] },
      reason: { type: 'string', enum: ['outside-perimeter'] },
      countedAt: { type: 'string', format: 'date-time' },
      level: number,
      population: orNull(whole),
      populationYear: orNull(whole),
      measures: list(
        record(
          {
            ...grade,
            ...tally,
            themes: list(
              record({ theme: text, name: text, ...tally }, ['theme', 'name', ...COUNTED]),
            ),
          },
          [...Object.keys(grade), ...COUNTED, 'themes'],
        ),
      ),
    },
    ['kind'],
  ),
  description:
    'Counts of published content, with Poisson ranges and by 100,000 inhabitants: beside the score, never in it. Outside the perimeter nothing is observed, which is no zero',
};

const standing = list(record({ indicator: text, name: text, share: number, of: whole }));
const missing = record({ kind: text });

const profile: Record<string, Json> = {
  contributions: record(
    {
      kind: { type: 'string', enum: ['additive', 'not-additive', 'missing'] },
      indicators: list(record({ indicator: text, name: text, points: number })),
      node: text,
    },
    ['kind'],
  ),
  strengths: standing,
  weaknesses: standing,
  peers: list(record({ unit: text, name: text, distance: number, shared: whole })),
  history: list(
    record(
      {
        year: whole,
        edition: text,
        comparable: { type: 'boolean' },
        score: orNull(number),
        rank: orNull(reference('RankWithRange')),
        reason: missing,
      },
      ['year', 'edition', 'comparable', 'score', 'rank'],
    ),
  ),
  activity: orNull(reference('ActivityProfile')),
  dynamics: orNull(
    record({ edition: text, from: whole, to: whole, unit: text, kind: text }, [
      'edition',
      'from',
      'to',
      'kind',
    ]),
  ),
};

/** Schemas of the answers below, whose rows are those of the ranking and more. */
export const dynamicsSchemas = (rankingRow: Json): Record<string, Json> => {
  const { properties, required } = rankingRow as {
    properties: Record<string, Json>;
    required: string[];
  };
  return {
    RankedTerritory: record({ ...properties, ...profile }, [...required, ...Object.keys(profile)]),
    RankingEdition: EDITION,
    ActivityProfile: ACTIVITY,
  };
};

/** What there is beside the ranking itself. */
export const dynamicsPaths = ({
  locale,
  cited,
  ranking,
}: {
  locale: Json;
  /** The parameter that names an edition. */
  cited: Json;
  /** Parameters of the ranking. */
  ranking: Json[];
}): Record<string, Json> => {
  const theme = parameter(
    'theme',
    text,
    'Node of the tree to rank by; the root where none is asked',
  );
  const edition = [
    parameter('index', text, 'Code of an index; needed where there are several'),
    theme,
    parameter('year', whole, 'Year of the edition; the newest where none is asked'),
    cited,
    locale,
  ];
  const format = parameter('format', FORMAT, 'csv, as with Accept: text/csv');
  const territories = {
    ...parameter('territories', text, 'Codes of regions, with commas between them'),
    required: true,
  };
  return {
    ...chartPaths({ locale, cited, ranking }),
    '/regional-dynamics/territories/{unit}': operation({
      id: 'getRankedTerritory',
      tag,
      summary: 'One region: scores, rank ranges, cells, contributions, peers, history, activity',
      parameters: [UNIT, ...edition, format],
      schema: record({ data: reference('RankedTerritory'), meta }),
      others,
    }),
    '/regional-dynamics/territories/{unit}/activity': operation({
      id: 'getTerritoryActivity',
      tag,
      summary: 'What was published of a territory, scored or not: counts by measure and theme',
      parameters: [UNIT, locale, format],
      schema: record({
        data: record({ unit: text, name: text, activity: reference('ActivityProfile') }),
      }),
      others,
    }),
    ...statisticsPaths({ edition: edition.filter((one) => one !== theme), format }),
    ...uncertaintyPaths({ unit: UNIT, edition, ranking, format, territories }),
    '/regional-dynamics/compare': operation({
      id: 'compareTerritories',
      tag,
      summary: 'Two to ten regions side by side',
      parameters: [territories, ...edition, format],
      schema: record({ data: list(reference('RankingRow')), meta }),
      others,
    }),
    '/regional-dynamics/editions/{reference}': operation({
      id: 'getRankingEdition',
      tag,
      summary:
        'A published edition: recipe, citation and, when asked for, the table it is made of and all results',
      parameters: [
        inPath('reference', 'Reference of an edition, as ranks name it'),
        parameter('inputs', { type: 'string', enum: ['true', 'false'] }, 'With the input table'),
        parameter(
          'results',
          { type: 'string', enum: ['true', 'false'] },
          'With all scores, ranks with their ranges, and cells; with inputs the edition is whole',
        ),
        locale,
        parameter('format', FORMAT, 'csv, as with Accept: text/csv: the input table'),
      ],
      schema: record({ data: reference('RankingEdition') }),
      others,
    }),
  };
};
