import { axisX, axisY, dot, gridY, line, link, text } from '@observablehq/plot';
import { type Chart, type ChartSource, type Look, type RankSpan, WIDTH } from './chart';
import { sourceNote } from './rows';
import { words } from './words';
import { type UnitYears, type YearPoint, yearsTable } from './years';

type Ranked = YearPoint & { score: number; rank: RankSpan };

/** One unit through the years: its rank, the range of it, and its score. */
export const historyChart = (
  unit: UnitYears,
  { source, look }: { source: ChartSource; look: Look },
): Chart => {
  const { theme, locale } = look;
  const say = words(locale);
  const years = unit.points.map(({ year }) => year);
  const known = unit.points.filter((point): point is Ranked => point.rank !== null);
  const [from, to] = [years[0] ?? 0, years.at(-1) ?? 0];
  const worst = Math.max(2, ...known.map(({ rank }) => rank.high));
  const best = Math.min(worst - 1, ...known.map(({ rank }) => rank.low));
  const pad = Math.max(1, (worst - best) * 0.15);
  return {
    id: 'history',
    title: say.text('history.title', { name: unit.name, from, to }),
    description: `${say.clauses(
      unit.points.map(({ year, score, rank }) =>
        rank
          ? say.of(year, `${say.rank(rank)}, ${say.score(score)}`)
          : say.of(year, say.text('unranked')),
      ),
    )}.`,
    legend: [
      { label: say.text('rank'), colour: theme.strong, shape: 'circle' },
      { label: say.text('range'), colour: theme.soft, shape: 'square' },
    ],
    plot: {
      width: WIDTH,
      height: 360,
      marginLeft: 60,
      marginRight: 76,
      marginTop: 20,
      marginBottom: 30,
      x: { type: 'point', domain: years, label: null, padding: 0.4 },
      y: { domain: [worst + pad, best - pad], label: null },
      marks: [
        gridY({ stroke: theme.line, strokeOpacity: 1, ticks: 6 }),
        axisX({ label: null, tickSize: 0, fill: theme.muted, tickFormat: String }),
        axisY({
          label: null,
          ticks: 6,
          tickSize: 0,
          fill: theme.muted,
          tickFormat: (rank: number) =>
            Number.isInteger(rank) && rank >= 1 ? say.number(rank) : '',
        }),
        link(known, {
          x1: 'year',
          x2: 'year',
          y1: ({ rank }: Ranked) => rank.low - 0.3,
          y2: ({ rank }: Ranked) => rank.high + 0.3,
          stroke: theme.soft,
          strokeWidth: 14,
          strokeLinecap: 'butt',
        }),
        ...[true, false].map((comparable) =>
          line(
            known.filter((point) => (point.comparable ?? true) === comparable),
            {
              x: 'year',
              y: ({ rank }: Ranked) => rank.value,
              stroke: theme.strong,
              strokeWidth: 1.5,
            },
          ),
        ),
        dot(known, { x: 'year', y: ({ rank }: Ranked) => rank.value, r: 5, fill: theme.strong }),
        text(known, {
          x: 'year',
          y: ({ rank }: Ranked) => rank.value,
          dx: 12,
          dy: -2,
          textAnchor: 'start',
          fill: theme.ink,
          stroke: theme.background,
          strokeWidth: 4,
          fontWeight: 'bold',
          lineAnchor: 'bottom',
          text: ({ rank }: Ranked) => say.rank(rank),
        }),
        text(known, {
          x: 'year',
          y: ({ rank }: Ranked) => rank.value,
          dx: 12,
          dy: 4,
          textAnchor: 'start',
          lineAnchor: 'top',
          fill: theme.muted,
          stroke: theme.background,
          strokeWidth: 4,
          text: ({ score }: Ranked) => say.score(score),
        }),
      ],
    },
    notes: [say.text('history.note'), sourceNote(source, say)],
    table: yearsTable([unit], say),
  };
};
