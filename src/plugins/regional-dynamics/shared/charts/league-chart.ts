import { axisX, barX, dot, gridX, text } from '@observablehq/plot';
import type { Chart, ChartSource, ChartUnit, Look, RankSpan } from './chart';
import { nameMarks, rowScale, rowSize, sourceNote } from './rows';
import { words } from './words';

type Ranked = ChartUnit & { rank: RankSpan };

const isRanked = (row: ChartUnit): row is Ranked => row.rank !== null;

/** The ranking: for each unit a bar from the low to the high end of its rank range and a dot at its rank. */
export const leagueChart = (
  rows: readonly ChartUnit[],
  { source, look }: { source: ChartSource; look: Look },
): Chart => {
  const { theme, locale, highlight } = look;
  const say = words(locale);
  const ranked = rows.filter(isRanked);
  const most = Math.max(2, ...ranked.map(({ rank }) => rank.high));
  const least = Math.min(most - 1, ...ranked.map(({ rank }) => rank.low));
  const own = (chosen: string, other: string) => (row: ChartUnit) =>
    row.unit === highlight ? chosen : other;
  return {
    id: 'league',
    title: say.text('league.title', source),
    description: `${say.clauses(
      rows.map(({ name, rank, score }) =>
        rank
          ? say.of(name, `${say.rank(rank)}, ${say.score(score)}`)
          : say.of(name, say.text('unranked')),
      ),
    )}.`,
    legend: [
      { label: say.text('rank'), colour: theme.strong, shape: 'circle' },
      { label: say.text('range'), colour: theme.soft, shape: 'square' },
    ],
    plot: {
      ...rowSize(rows, { right: 170 }),
      x: { domain: [least - 0.5, most + 0.5] },
      y: rowScale(rows),
      marks: [
        gridX({ stroke: theme.line, strokeOpacity: 1, interval: undefined }),
        axisX({
          anchor: 'top',
          label: null,
          tickSize: 0,
          fill: theme.muted,
          tickFormat: (rank: number) => (Number.isInteger(rank) ? say.number(rank) : ''),
        }),
        ...nameMarks(rows, { look }),
        barX(ranked, {
          y: 'unit',
          x1: ({ rank }: Ranked) => rank.low - 0.5,
          x2: ({ rank }: Ranked) => rank.high + 0.5,
          fill: theme.soft,
          insetTop: 3,
          insetBottom: 3,
          rx: 3,
        }),
        dot(ranked, {
          y: 'unit',
          x: ({ rank }: Ranked) => rank.value,
          r: 4.5,
          fill: own(theme.accent, theme.strong),
        }),
        text(ranked, {
          y: 'unit',
          frameAnchor: 'right',
          textAnchor: 'end',
          dx: 105,
          fill: theme.ink,
          text: ({ rank }: Ranked) => say.rank(rank),
        }),
        text(ranked, {
          y: 'unit',
          frameAnchor: 'right',
          textAnchor: 'end',
          dx: 155,
          fill: theme.ink,
          fontWeight: 'bold',
          text: ({ score }: Ranked) => say.score(score),
        }),
        text(
          rows.filter(({ rank }) => rank === null),
          {
            y: 'unit',
            frameAnchor: 'left',
            textAnchor: 'start',
            dx: 8,
            fill: theme.muted,
            text: () => say.text('unranked'),
          },
        ),
      ],
    },
    notes: [say.text('league.note'), sourceNote(source, say)],
    table: {
      columns: [
        { label: say.text('code') },
        { label: say.text('region') },
        { label: say.text('score'), digits: 2 },
        ...(['rank', 'low', 'high', 'of'] as const).map((key) => ({
          label: say.text(key),
          digits: 0,
        })),
      ],
      rows: rows.map(({ unit, name, score, rank }) => ({
        key: unit,
        cells: [
          unit,
          name,
          score,
          rank?.value ?? null,
          rank?.low ?? null,
          rank?.high ?? null,
          rank?.of ?? null,
        ],
      })),
    },
  };
};
