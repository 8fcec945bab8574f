import { axisY, type Markish, text } from '@observablehq/plot';
import { type ChartSource, type ChartUnit, type Look, WIDTH } from './chart';
import { clip } from './text-width';
import { type Words, words } from './words';

/** Height of a row of a chart that has one for each unit. */
const ROW = 22;
/** Room for the names on the left. */
export const NAMES = 236;

type Unit = Pick<ChartUnit, 'unit' | 'name'>;

/** The names of the rows, on the left; the unit to be set off in bold. */
export const nameMarks = (
  rows: readonly Unit[],
  { look, facet = {} }: { look: Look; facet?: { fx?: string } },
): Markish[] => {
  const shown = (row: Unit) => clip(row.name, 34);
  const common = {
    y: 'unit',
    frameAnchor: 'left' as const,
    textAnchor: 'end' as const,
    dx: -10,
    fontSize: 12,
    ...facet,
  };
  return [
    axisY({ label: null, ticks: [], tickSize: 0 }),
    text(
      rows.filter(({ unit }) => unit !== look.highlight),
      { ...common, text: shown, fill: look.theme.ink },
    ),
    text(
      rows.filter(({ unit }) => unit === look.highlight),
      { ...common, text: shown, fill: look.theme.accent, fontWeight: 'bold' },
    ),
  ];
};

/** A scale with a row for each unit, in their order. */
export const rowScale = (rows: readonly Unit[]) => ({
  type: 'band' as const,
  domain: rows.map(({ unit }) => unit),
  label: null,
  padding: 0.15,
});

/** Size of a chart of rows, with `above` and `below` for axes. */
export const rowSize = (
  rows: readonly Unit[],
  { above = 30, below = 10, right = 20 }: { above?: number; below?: number; right?: number } = {},
) => ({
  width: WIDTH,
  height: above + Math.max(1, rows.length) * ROW + below,
  marginLeft: NAMES,
  marginRight: right,
  marginTop: above,
  marginBottom: below,
});

/** The line that says where the figures are from. */
export const sourceNote = ({ edition }: ChartSource, { text: say }: Words): string =>
  say('source', { edition });

/** A sentence on the highest and the lowest of some values. */
export const extremes = (
  units: readonly { name: string; value: number | null }[],
  locale: string,
): string => {
  const { text: say, score, list, number } = words(locale);
  const known = units
    .flatMap(({ name, value }) => (value === null ? [] : [{ name, value }]))
    .sort((a, b) => b.value - a.value);
  const named = (some: typeof known) =>
    list(some.map(({ name, value }) => `${name} ${score(value)}`));
  const count = say('regions', { count: number(units.length) });
  if (known.length < 7) {
    return known.length === 0 ? count : `${count} ${named(known)}.`;
  }
  return [
    count,
    say('highest', { list: named(known.slice(0, 3)) }),
    say('lowest', { list: named(known.slice(-3)) }),
  ].join(' ');
};
