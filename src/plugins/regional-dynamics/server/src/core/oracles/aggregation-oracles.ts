import { outranking } from '../copeland';
import type { Observation } from '../observation';
import { type Aggregation, recipeSchema } from '../recipe';
import { score } from '../score';
import { type Oracle, type OracleLine, orNull, plain } from './oracle';

type Table = Record<string, (number | null)[]>;

const INDICATORS = ['a', 'b', 'c'];
const BY_HAND = { fr: 'Calculé à la main', en: 'Computed by hand' };

/** Scores raw figures of three indicators of equal weight. */
const rootOf = (aggregation: Aggregation, table: Table): (number | null)[] => {
  const recipe = recipeSchema.parse({
    code: 'oracle',
    indicators: INDICATORS.map((code) => ({ code })),
    normalisation: { kind: 'none' },
    weighting: 'equal',
    aggregation: [aggregation],
    tree: { code: 'top', children: INDICATORS.map((indicator) => ({ indicator })) },
  });
  const observations = Object.entries(table).flatMap(([unit, values]) =>
    values.map(
      (value, k): Observation => ({ unit, year: 2020, indicator: INDICATORS[k] ?? '', value }),
    ),
  );
  const root = score({ recipe, observations }).slots.at(-1) ?? new Float64Array(0);
  return Array.from(root, orNull);
};

const linesOf = (aggregation: Aggregation, table: Table, expected: (number | null)[]) => {
  const computed = rootOf(aggregation, table);
  return Object.entries(table).map(
    ([unit, values], row): OracleLine => ({
      label: plain(`${unit} (${values.map((value) => value ?? '–').join(' ; ')})`),
      expected: expected[row] ?? null,
      computed: computed[row] ?? null,
    }),
  );
};

const MEANS: [fr: string, en: string, aggregation: Aggregation, expected: number][] = [
  ['arithmétique', 'arithmetic', { kind: 'arithmetic' }, 14 / 3],
  ['géométrique', 'geometric', { kind: 'geometric', floor: 1 }, 4],
  ['harmonique', 'harmonic', { kind: 'harmonic', floor: 1 }, 3 / (1 / 2 + 1 / 4 + 1 / 8)],
  [
    'généralisée, puissance 2',
    'generalised, power 2',
    { kind: 'generalised', power: 2, floor: null },
    Math.sqrt(28),
  ],
  [
    'généralisée, puissance 0',
    'generalised, power 0',
    { kind: 'generalised', power: 0, floor: 1 },
    4,
  ],
];

// u1 beats u2 on a and b, u2 beats u3 on a and c; u1 and u3 share: a against c, b equal.
const COPELAND: Table = { u1: [3, 2, 1], u2: [2, 1, 3], u3: [1, 2, 2] };

/** Weights 2, 1, 1 over three columns of which the last lacks one figure. */
const OUTRANKING: { j: number; k: number; expected: number | null }[] = [
  // 2 of 4 won, 1 of 4 equal.
  { j: 0, k: 1, expected: (2 + 0.5) / 4 },
  { j: 1, k: 0, expected: (1 + 0.5) / 4 },
  // The third column is not observed for unit 3: its weight does not count.
  { j: 0, k: 2, expected: 2 / 3 },
  { j: 2, k: 0, expected: 1 / 3 },
];

const outrankingLines = (): OracleLine[] => {
  const columns = [
    [3, 2, 1],
    [5, 5, 6],
    [1, 2, Number.NaN],
  ].map((column) => Float64Array.from(column));
  return OUTRANKING.map(({ j, k, expected }) => ({
    label: plain(`e(${j + 1}, ${k + 1})`),
    expected,
    computed: outranking({ columns, weights: [2, 1, 1], j, k, minJointWeight: 0.5 }),
  }));
};

/** Means of any kind, availability and outranking. */
export const aggregationOracles: Oracle[] = [
  {
    code: 'means',
    source: BY_HAND,
    tolerance: 1e-12,
    lines: () =>
      MEANS.map(([fr, en, aggregation, expected]) => ({
        label: { fr: `moyenne ${fr} de 2, 4, 8`, en: `${en} mean of 2, 4, 8` },
        expected,
        computed: rootOf(aggregation, { u: [2, 4, 8] })[0] ?? null,
      })),
  },
  {
    code: 'availability',
    source: BY_HAND,
    tolerance: 1e-12,
    lines: () =>
      linesOf({ kind: 'arithmetic' }, { u1: [1, 3, 1], u2: [2, null, null], u3: [3, null, 1] }, [
        5 / 3,
        null,
        2,
      ]),
  },
  { code: 'outranking', source: BY_HAND, tolerance: 1e-12, lines: outrankingLines },
  {
    code: 'copeland',
    source: BY_HAND,
    tolerance: 0,
    lines: () => linesOf({ kind: 'copeland', minJointWeight: 0.5 }, COPELAND, [1, 0, -1]),
  },
];
