import { axisFx, axisX, barX, gridX, ruleX, text } from '@observablehq/plot';
import {
  type Chart,
  type ChartDomain,
  type ChartSource,
  type ChartUnit,
  type Look,
  WIDTH,
} from './chart';
import { domainTable } from './domain-table';
import { extremes, NAMES, nameMarks, rowScale, rowSize, sourceNote } from './rows';
import { clip } from './text-width';
import { words } from './words';

type Bar = { unit: string; fx: string; score: number | null };

/** For each domain a small bar for each unit, with a line at the mean of all units of the edition. */
export const domainBars = (
  rows: readonly ChartUnit[],
  { domains, source, look }: { domains: readonly ChartDomain[]; source: ChartSource; look: Look },
): Chart => {
  const { theme, locale, highlight } = look;
  const say = words(locale);
  const bars: Bar[] = domains.flatMap(({ code }) =>
    rows.map((row) => ({
      unit: row.unit,
      fx: code,
      score: row.domains.find((own) => own.code === code)?.score ?? null,
    })),
  );
  const known = bars.filter(({ score }) => score !== null);
  const values = [...known.map(({ score }) => score), ...domains.map(({ mean }) => mean)];
  const figures = values.filter((value) => value !== null);
  const [least, most] = [Math.min(0, ...figures), Math.max(1e-9, ...figures)];
  const first = domains[0]?.code;
  const names = new Map(domains.map(({ code, name }) => [code, name]));
  const room = Math.floor((WIDTH - NAMES) / Math.max(1, domains.length) / 7);
  return {
    id: 'domains',
    title: say.text('domains.title', source),
    description: domains
      .map(({ code, name, mean }) => {
        const scores = rows.map((row) => ({
          name: row.name,
          value: row.domains.find((own) => own.code === code)?.score ?? null,
        }));
        return say.of(`${name} (${say.text('mean')} ${say.score(mean)})`, extremes(scores, locale));
      })
      .join(' '),
    legend: [
      { label: say.text('score'), colour: theme.soft, shape: 'square' },
      { label: say.text('mean'), colour: theme.accent, shape: 'dashes' },
    ],
    plot: {
      ...rowSize(rows, { above: 30, below: 28 }),
      fx: { domain: domains.map(({ code }) => code), padding: 0.12, label: null },
      // With room for the number behind the longest bar.
      x: { domain: [least, most + 0.3 * (most - least)], label: null },
      y: rowScale(rows),
      marks: [
        axisFx({
          anchor: 'top',
          label: null,
          fill: theme.ink,
          tickFormat: (code: string) => clip(names.get(code) ?? code, room),
        }),
        gridX({ stroke: theme.line, strokeOpacity: 1, ticks: 4 }),
        axisX({
          anchor: 'bottom',
          label: null,
          ticks: 3,
          tickSize: 0,
          fill: theme.muted,
          tickFormat: (value: number) => say.number(value),
        }),
        ...(first === undefined
          ? []
          : nameMarks(
              rows.map((row) => ({ ...row, fx: first })),
              { look, facet: { fx: 'fx' } },
            )),
        barX(known, {
          y: 'unit',
          fx: 'fx',
          x: 'score',
          insetTop: 3,
          insetBottom: 3,
          fill: theme.soft,
          stroke: ({ unit }: Bar) => (unit === highlight ? theme.accent : theme.soft),
        }),
        ruleX(
          domains.filter(({ mean }) => mean !== null),
          {
            x: 'mean',
            fx: 'code',
            stroke: theme.accent,
            strokeWidth: 1.5,
            strokeDasharray: '4 3',
          },
        ),
        text(bars, {
          y: 'unit',
          fx: 'fx',
          x: ({ score }: Bar) => score ?? 0,
          dx: 4,
          stroke: theme.background,
          strokeWidth: 3,
          textAnchor: 'start',
          fontSize: 11,
          fill: theme.ink,
          text: ({ score }: Bar) => say.score(score),
        }),
      ],
    },
    notes: [sourceNote(source, say)],
    table: domainTable(rows, { domains, say }),
  };
};
