import { percentile, shapeOf } from '../statistics';
import { treatColumn } from '../treat-column';
import { type Oracle, type OracleLine, plain } from './oracle';

const CHECK = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30, 100];

const shapeLines = (values: number[], skewness: number, kurtosis: number): OracleLine[] => {
  const shape = shapeOf(values);
  const of = `1…10, ${values.slice(10).join(', ')}`;
  const measured = shape.kind === 'measured' ? shape : null;
  return [
    {
      label: { fr: `asymétrie de ${of}`, en: `skewness of ${of}` },
      expected: skewness,
      computed: measured?.skewness ?? null,
    },
    {
      label: { fr: `aplatissement de ${of}`, en: `excess kurtosis of ${of}` },
      expected: kurtosis,
      computed: measured?.kurtosis ?? null,
    },
  ];
};

const winsorised = (): OracleLine[] => {
  const treated = treatColumn(Float64Array.from(CHECK), {
    skewness: 2,
    kurtosis: 3.5,
    winmax: { points: 5 },
    log: true,
    mirrorNegativeSkew: false,
  });
  return CHECK.slice(9).map((before, k) => ({
    label: { fr: `${before} devient`, en: `${before} becomes` },
    expected: Math.min(before, 30),
    computed: treated.kind === 'winsorised' ? (treated.values[9 + k] ?? null) : null,
  }));
};

const PERCENTILES: [values: number[], share: number, expected: number | null][] = [
  [[1, 2, 3, 4], 0.05, 1.15],
  [[4, 1, Number.NaN, 3, 2], 0.95, 3.85],
  [[7], 0.5, 7],
  [[], 0.5, null],
];

/** Shape, treatment of outliers, percentiles. */
export const statisticsOracles: Oracle[] = [
  {
    code: 'shape',
    source: {
      fr: 'Formules de COINr (Becker et al. 2022), valeurs imprimées à six décimales',
      en: 'Formulas of COINr (Becker et al. 2022), figures printed to six decimals',
    },
    tolerance: 5e-7,
    lines: () => [
      ...shapeLines(CHECK, 3.063241, 9.741391),
      ...shapeLines([...CHECK.slice(0, 11), 30], 1.712038, 1.815781),
    ],
  },
  {
    code: 'winsorised',
    source: { fr: 'Calculé à la main', en: 'Computed by hand' },
    tolerance: 0,
    lines: winsorised,
  },
  {
    code: 'percentiles',
    source: { fr: 'Hyndman et Fan (1996), type 7', en: 'Hyndman and Fan (1996), type 7' },
    tolerance: 1e-12,
    lines: () =>
      PERCENTILES.map(([values, share, expected]) => ({
        label: plain(
          `${share * 100} % (${values.map((x) => (Number.isNaN(x) ? '–' : x)).join(' ; ')})`,
        ),
        expected,
        computed: percentile(values, share),
      })),
  },
];
