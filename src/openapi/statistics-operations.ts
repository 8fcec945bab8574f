import type { Json } from './attribute-schema';
import { list, number, operation, orNull, record, text, whole } from './json-schema';

const named = { code: text, name: text };
const NAMED = Object.keys(named);
const wholeOrNull = orNull(whole);
const numberOrNull = orNull(number);

const reason: Json = {
  ...record({ kind: text, code: text }, ['kind']),
  description: 'Why there is no figure; only where there is none',
};

const data = record({
  correlations: list(
    record(
      {
        ...{ a: record(named), b: record(named) },
        ...{ r: numberOrNull, n: whole, doubleCounting: { type: 'boolean' }, reason },
      },
      ['a', 'b', 'r', 'n', 'doubleCounting'],
    ),
  ),
  nodes: list(
    record(
      {
        ...named,
        alpha: numberOrNull,
        reason,
        n: wholeOrNull,
        unbalanced: {
          ...orNull(text),
          description: 'Why there are no balanced weights; null where there are',
        },
        children: list(
          record(
            { ...named, weight: number, balancedWeight: numberOrNull, r: numberOrNull, reason },
            [...NAMED, 'weight', 'balancedWeight', 'r'],
          ),
        ),
      },
      [...NAMED, 'alpha', 'n', 'unbalanced', 'children'],
    ),
  ),
  components: list(
    record({
      ...{ eigenvalue: number, share: number },
      loadings: list(record({ ...named, loading: number })),
    }),
  ),
  noComponents: orNull(reason),
  convergence: orNull(
    record({
      ...{ from: whole, to: whole },
      beta: record(
        {
          ...{ kind: text, n: whole, a: number, b: number, r2: number },
          ...{ speed: number, halfLife: number },
        },
        ['kind', 'n'],
      ),
      sigma: list(record({ year: whole, variation: numberOrNull, n: whole })),
    }),
  ),
  leaveOneOut: list(
    record(
      {
        ...named,
        ...{ meanShift: numberOrNull, maxShift: wholeOrNull, unranked: wholeOrNull, reason },
      },
      [...NAMED, 'meanShift', 'maxShift', 'unranked'],
    ),
  ),
});

/** What the figures of a year say of the index itself. */
export const statisticsPaths = ({
  edition,
  format,
}: {
  /** Parameters that name an edition and a language. */
  edition: Json[];
  format: Json;
}): Record<string, Json> => ({
  '/regional-dynamics/statistics': operation({
    id: 'findStatistics',
    tag: 'regional-dynamics',
    summary:
      'Correlations of the indicators, Cronbach’s α and balanced weights by node, principal components, ranks with one left out',
    parameters: [...edition, format],
    schema: record({
      data,
      meta: record({ index: record(named), edition: text, year: whole }),
    }),
    others: [{ status: 404, response: 'NotFound' }],
  }),
});
