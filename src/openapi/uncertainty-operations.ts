import { type Json, reference } from './attribute-schema';
import { list, number, operation, orNull, record, text, whole } from './json-schema';
import { PAGINATION } from './shared-schemas';

const others = [{ status: 404, response: 'NotFound' }];
const tag = 'regional-dynamics';

const factor = { name: text, inert: { type: 'boolean' } };
const range: Json = { type: 'array', items: number, minItems: 2, maxItems: 2 };

const ranked = {
  unit: text,
  name: text,
  score: orNull(number),
  rank: orNull(reference('RankWithRange')),
  reason: record({ kind: text }),
};
const RANKED = ['unit', 'name', 'score', 'rank'];

const meta = {
  index: record({ code: text, name: text }),
  edition: text,
  year: whole,
  theme: text,
  draws: whole,
  seed: whole,
};

const sensitivity: Json = {
  ...record(
    {
      kind: { type: 'string', enum: ['decomposed', 'no-factor', 'no-variance', 'not-computed'] },
      meanShift: number,
      samples: whole,
      factors: list(
        record({ ...factor, first: number, firstRange: range, total: number, totalRange: range }),
      ),
    },
    ['kind'],
  ),
  description: "Sobol' indices of first and total order of the mean rank shift of the whole index",
};

const draws = record({
  median: number,
  quartiles: range,
  top10: number,
  ranked: number,
  distribution: list(record({ rank: whole, share: number })),
});

const beside = list(record({ unit: text, name: text, probability: number }));

/** How sure the ranks are, under the tested assumptions. */
export const uncertaintyPaths = ({
  unit,
  edition,
  ranking,
  format,
  territories,
}: Record<'unit' | 'format' | 'territories', Json> & Record<'edition' | 'ranking', Json[]>): Record<
  string,
  Json
> => ({
  '/regional-dynamics/uncertainty': operation({
    id: 'findUncertainty',
    tag,
    summary: 'How often each region takes each rank, and which assumptions move the ranks',
    parameters: [...ranking, format],
    schema: record({
      data: list(record({ ...ranked, year: whole, draws: orNull(draws) }, [...RANKED, 'draws'])),
      meta: record({
        ...meta,
        level: number,
        factors: list(record(factor)),
        sensitivity,
        pagination: PAGINATION,
      }),
    }),
    others,
  }),
  '/regional-dynamics/territories/{unit}/groups': operation({
    id: 'getTerritoryGroups',
    tag,
    summary: 'The other regions: above one, not distinguishable from it, or below it',
    parameters: [unit, ...edition, format],
    schema: record({
      data: record({ ...ranked, above: beside, notDistinguishable: beside, below: beside }, [
        ...RANKED,
        ...['above', 'notDistinguishable', 'below'],
      ]),
      meta: record({ ...meta, above: number, below: number }),
    }),
    others,
  }),
  '/regional-dynamics/pairwise': operation({
    id: 'findPairwise',
    tag,
    summary: 'For each pair of two to ten regions the probability that one ranks above the other',
    parameters: [territories, ...edition, format],
    schema: record({
      data: list(record({ unit: text, other: text, probability: orNull(number) })),
      meta: record({ ...meta, units: list(record(ranked, RANKED)) }),
    }),
    others,
  }),
});
