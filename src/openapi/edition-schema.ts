import type { Json } from './attribute-schema';
import { byCode, list, number, orNull, record, text, textOrNull, whole } from './json-schema';

const missing = record({ kind: text });
const origin = record({ kind: text });

const rank: Json = {
  ...record({
    ...{ value: whole, low: number, high: number, level: number, of: whole, ties: whole },
    ...{ median: number, top10: number, ranked: number },
  }),
  description:
    'A rank and its range under the tested assumptions; draws and seed stand with the edition',
};

const node = record(
  {
    score: orNull(number),
    rank: orNull(rank),
    clamped: list(record({ child: text, value: number, floor: number })),
    reason: missing,
  },
  ['score', 'rank'],
);

const cell = record(
  {
    value: orNull(number),
    normalised: orNull(number),
    flag: textOrNull,
    origin,
    treatment: orNull(record({ kind: text, before: number, after: number })),
    reason: missing,
  },
  ['value'],
);

const results: Json = {
  ...record({
    units: list(record({ unit: text, year: whole, nodes: byCode(node), cells: byCode(cell) })),
    dynamics: orNull(
      record({
        ...{ from: whole, to: whole, units: list(record({ unit: text, kind: text })) },
        beta: record({ kind: text, n: whole }),
        sigma: list(record({ year: whole, variation: orNull(number), n: whole })),
      }),
    ),
  }),
  description:
    'What the engine made of recipe and input table, by the codes of nodes and indicators',
};

/** A published edition; with input table and results it is whole. */
export const EDITION: Json = record(
  {
    reference: text,
    index: record({ code: text, name: text }),
    year: whole,
    from: orNull(whole),
    number: whole,
    engineVersion: text,
    nutsVersion: textOrNull,
    publishedAt: text,
    inputHash: text,
    recipe: { type: 'object', description: 'See recipe.schema.json of the plugin' },
    citation: text,
    uncertainty: record({
      seed: whole,
      draws: whole,
      level: number,
      factors: list(record({ name: text, inert: { type: 'boolean' } })),
    }),
    nodes: list(record({ code: text, name: text, parent: textOrNull, effectiveWeight: number })),
    notices: list(record({ kind: text })),
    inputTable: list({
      type: 'array',
      description: 'unit, year, indicator, value, flag, and a standard error where there is one',
    }),
    results,
  },
  [
    ...['reference', 'index', 'year', 'from', 'number', 'engineVersion', 'nutsVersion'],
    ...['publishedAt', 'inputHash', 'recipe', 'citation', 'uncertainty', 'nodes', 'notices'],
  ],
);
