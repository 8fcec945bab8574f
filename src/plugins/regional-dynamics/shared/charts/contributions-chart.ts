import { axisX, barX, gridX, text, tickX } from '@observablehq/plot';
import type { Chart, ChartDomain, ChartSource, ChartUnit, Look } from './chart';
import { nameMarks, rowScale, rowSize, sourceNote } from './rows';
import { categoryColour } from './theme';
import { words } from './words';

type Part = { unit: string; code: string; points: number; x1: number; x2: number };

type Stack = { row: ChartUnit; parts: Part[]; sum: number };

/**
 * Score × weight of each domain, weights being those of the domains that have a score. With an
 * arithmetic root they sum to the score; with another the difference is what unequal domains cost.
 */
const stackOf = (row: ChartUnit, domains: readonly ChartDomain[]): Stack => {
  const present = domains.flatMap(({ code, weight }) => {
    const score = row.domains.find((own) => own.code === code)?.score;
    return score === null || score === undefined ? [] : [{ code, weight, score }];
  });
  const total = present.reduce((sum, { weight }) => sum + weight, 0);
  let end = 0;
  const parts = present.map(({ code, weight, score }) => {
    const points = total === 0 ? 0 : (weight / total) * score;
    const x1 = end;
    end += points;
    return { unit: row.unit, code, points, x1, x2: end };
  });
  return { row, parts, sum: end };
};

/** What each domain contributes to the score, stacked, with a mark at the score itself. */
export const contributionsChart = (
  rows: readonly ChartUnit[],
  { domains, source, look }: { domains: readonly ChartDomain[]; source: ChartSource; look: Look },
): Chart => {
  const { theme, locale } = look;
  const say = words(locale);
  const stacks = rows.map((row) => stackOf(row, domains)).filter(({ row }) => row.score !== null);
  const parts = stacks.flatMap((stack) => stack.parts);
  const colours = new Map(domains.map(({ code }, k) => [code, categoryColour(theme, k)]));
  const loss = ({ sum, row }: Stack) => sum - (row.score ?? sum);
  const isAdditive = stacks.every((stack) => Math.abs(loss(stack)) < 1e-6);
  const points = (stack: Stack | undefined, code: string) =>
    stack?.parts.find((part) => part.code === code)?.points ?? null;
  return {
    id: 'contributions',
    title: say.text('contributions.title', source),
    description: `${say.clauses(
      stacks.map(({ row, parts: own }) =>
        say.of(
          `${row.name} ${say.score(row.score)}`,
          own
            .map((part) => {
              const name = domains.find(({ code }) => code === part.code)?.name ?? part.code;
              return `${name} ${say.score(part.points)}`;
            })
            .join(', '),
        ),
      ),
    )}.`,
    legend: [
      ...domains.map(({ code, name }) => ({
        label: name,
        colour: colours.get(code) ?? theme.muted,
        shape: 'square' as const,
      })),
      { label: say.text('score'), colour: theme.ink, shape: 'tick' as const },
    ],
    plot: {
      ...rowSize(rows, { right: 70 }),
      x: {
        domain: [
          Math.min(0, ...parts.map(({ x2 }) => x2)),
          Math.max(1e-9, ...stacks.flatMap(({ sum, row }) => [sum, row.score ?? 0])),
        ],
        nice: true,
      },
      y: rowScale(rows),
      marks: [
        gridX({ stroke: theme.line, strokeOpacity: 1 }),
        axisX({
          anchor: 'top',
          label: null,
          tickSize: 0,
          fill: theme.muted,
          tickFormat: (value: number) => say.number(value),
        }),
        ...nameMarks(rows, { look }),
        barX(parts, {
          y: 'unit',
          x1: 'x1',
          x2: 'x2',
          fill: ({ code }: Part) => colours.get(code) ?? theme.muted,
          stroke: theme.background,
          strokeWidth: 1,
          insetTop: 2,
          insetBottom: 2,
        }),
        tickX(stacks, {
          y: ({ row }: Stack) => row.unit,
          x: ({ row }: Stack) => row.score,
          stroke: theme.background,
          strokeWidth: 6,
        }),
        tickX(stacks, {
          y: ({ row }: Stack) => row.unit,
          x: ({ row }: Stack) => row.score,
          stroke: theme.ink,
          strokeWidth: 3,
        }),
        text(rows, {
          y: 'unit',
          frameAnchor: 'right',
          textAnchor: 'end',
          dx: 55,
          fill: theme.ink,
          fontWeight: 'bold',
          text: ({ score }: ChartUnit) => say.score(score),
        }),
      ],
    },
    notes: [
      isAdditive
        ? say.text('contributions.note')
        : `${say.text('contributions.note')} ${say.text('contributions.loss')}`,
      sourceNote(source, say),
    ],
    table: {
      columns: [
        { label: say.text('code') },
        { label: say.text('region') },
        ...domains.map(({ name }) => ({ label: name, digits: 2 })),
        { label: say.text('sum'), digits: 2 },
        { label: say.text('loss'), digits: 2 },
        { label: say.text('score'), digits: 2 },
      ],
      rows: rows.map((row) => {
        const stack = stacks.find((one) => one.row === row);
        return {
          key: row.unit,
          cells: [
            row.unit,
            row.name,
            ...domains.map(({ code }) => points(stack, code)),
            stack?.sum ?? null,
            stack ? loss(stack) : null,
            row.score,
          ],
        };
      }),
    },
  };
};
