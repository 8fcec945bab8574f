import { rankInto } from '../rank';
import { type Oracle, plain } from './oracle';

const CASES: { values: number[]; ranks: number[] }[] = [
  { values: [3, 1, Number.NaN, 3, 2], ranks: [1, 4, 0, 1, 3] },
  // Closer than 1e-12 of the larger one: a tie.
  { values: [0.1 + 0.2, 0.3, 0.3 + 1e-9], ranks: [2, 2, 1] },
  { values: [1e15 + 1, 1e15], ranks: [1, 1] },
  { values: [1e-20, 0, -1e-20], ranks: [1, 2, 3] },
];

/** Rank 1 + number strictly better; a gap has none */
export const rankOracles: Oracle[] = [
  {
    code: 'ranks',
    source: { fr: 'Calculé à la main', en: 'Computed by hand' },
    tolerance: 0,
    lines: () =>
      CASES.flatMap(({ values, ranks }) => {
        const computed = rankInto(Float64Array.from(values), new Uint32Array(values.length));
        return values.map((value, k) => ({
          label: plain(
            `${Number.isNaN(value) ? '–' : value} (${values.map((x) => (Number.isNaN(x) ? '–' : x)).join(' ; ')})`,
          ),
          expected: ranks[k] || null,
          computed: computed[k] || null,
        }));
      }),
  },
];
