import { dot, line, link, ruleX, text } from '@observablehq/plot';
import { type Chart, type ChartSource, type Look, WIDTH } from './chart';
import { sourceNote } from './rows';
import { spread } from './spread';
import { clip } from './text-width';
import { words } from './words';
import { type UnitYears, yearsTable } from './years';

type Spot = { unit: string; name: string; year: number; score: number };

type Label = Spot & { at: number; from: number; side: 'left' | 'right' };

const [TOP, BOTTOM, SIDE, GAP] = [34, 14, 260, 15];

/** Scores from the first to the last year: a line for each unit, named at both ends. */
export const slopeChart = (
  units: readonly UnitYears[],
  { source, look }: { source: ChartSource; look: Look },
): Chart => {
  const { theme, locale, highlight } = look;
  const say = words(locale);
  const years = [...new Set(units.flatMap(({ points }) => points.map(({ year }) => year)))].sort();
  const [from, to] = [years[0] ?? 0, years.at(-1) ?? 0];
  const spots: Spot[] = units.flatMap(({ unit, name, points }) =>
    points.flatMap(({ year, score }) => (score === null ? [] : [{ unit, name, year, score }])),
  );
  const scores = spots.map(({ score }) => score);
  const pad = Math.max(1e-9, (Math.max(...scores, 0) - Math.min(...scores, Infinity)) * 0.04);
  const least = scores.length === 0 ? 0 : Math.min(...scores) - pad;
  const most = scores.length === 0 ? 1 : Math.max(...scores) + pad;
  const height = Math.max(300, TOP + BOTTOM + units.length * 20);
  const up = (score: number) =>
    height - BOTTOM - ((score - least) / (most - least)) * (height - TOP - BOTTOM);
  const across = (year: number) =>
    to === from ? WIDTH / 2 : SIDE + ((year - from) / (to - from)) * (WIDTH - 2 * SIDE);
  const labelsAt = (year: number, side: Label['side']): Label[] => {
    const own = spots.filter((spot) => spot.year === year);
    const places = spread(
      own.map(({ score }) => up(score)),
      { gap: GAP, least: TOP, most: height - BOTTOM },
    );
    return own.map((spot, k) => ({ ...spot, side, from: up(spot.score), at: places[k] ?? 0 }));
  };
  const labels = [...labelsAt(from, 'left'), ...(to === from ? [] : labelsAt(to, 'right'))];
  const sideOf = (side: Label['side']) => labels.filter((label) => label.side === side);
  const colour = ({ unit }: { unit: string }) => (unit === highlight ? theme.accent : theme.strong);
  const names = (side: Label['side']) =>
    text(sideOf(side), {
      x: ({ year }: Label) => across(year) + (side === 'left' ? -28 : 28),
      y: 'at',
      textAnchor: side === 'left' ? 'end' : 'start',
      fill: ({ unit }: Label) => (unit === highlight ? theme.accent : theme.ink),
      text: ({ name, score }: Label) =>
        side === 'left'
          ? `${clip(name, 28)} ${say.score(score)}`
          : `${say.score(score)} ${clip(name, 28)}`,
    });
  return {
    id: 'slope',
    title: say.text('slope.title', { index: source.index, from, to }),
    description: `${say.clauses(
      units.map(({ name, points }) => {
        const own = points.flatMap(({ year, score }) =>
          score === null ? [] : [say.of(year, say.score(score))],
        );
        return `${name} ${own.join(', ') || say.text('missing')}`;
      }),
    )}.`,
    legend: [],
    plot: {
      width: WIDTH,
      height,
      margin: 0,
      x: { domain: [0, WIDTH], axis: null },
      y: { domain: [height, 0], axis: null },
      marks: [
        ruleX(years, { x: across, y1: TOP - 8, y2: height - BOTTOM + 6, stroke: theme.line }),
        text(years, {
          x: across,
          y: () => 12,
          text: (year: number) => String(year),
          fill: theme.muted,
        }),
        line(spots, {
          x: ({ year }: Spot) => across(year),
          y: ({ score }: Spot) => up(score),
          z: 'unit',
          stroke: theme.strong,
          strokeOpacity: 0.75,
          strokeWidth: 1.5,
        }),
        line(
          spots.filter(({ unit }) => unit === highlight),
          {
            x: ({ year }: Spot) => across(year),
            y: ({ score }: Spot) => up(score),
            stroke: theme.accent,
            strokeWidth: 3,
          },
        ),
        dot(spots, {
          x: ({ year }: Spot) => across(year),
          y: ({ score }: Spot) => up(score),
          r: 3,
          fill: colour,
        }),
        link(labels, {
          x1: ({ year, side }: Label) => across(year) + (side === 'left' ? -6 : 6),
          x2: ({ year, side }: Label) => across(year) + (side === 'left' ? -24 : 24),
          y1: 'from',
          y2: 'at',
          stroke: theme.muted,
          strokeWidth: 0.75,
        }),
        names('left'),
        names('right'),
      ],
    },
    notes: [sourceNote(source, say)],
    table: yearsTable(units, say),
  };
};
