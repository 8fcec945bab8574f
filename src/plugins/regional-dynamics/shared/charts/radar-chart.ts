import { dot, line, text } from '@observablehq/plot';
import {
  type Chart,
  type ChartDomain,
  type ChartSource,
  type ChartUnit,
  type Look,
  WIDTH,
} from './chart';
import { domainTable } from './domain-table';
import { sourceNote } from './rows';
import { clip, wrap } from './text-width';
import { words } from './words';

const AXES = 8;
const [COLUMNS, CELL, RADIUS] = [3, 270, 74];

type Spot = { key: string; x: number; y: number };

/** For each unit a web of its scores, up to eight axes, beside the mean. */
export const radarChart = (
  rows: readonly ChartUnit[],
  { domains, source, look }: { domains: readonly ChartDomain[]; source: ChartSource; look: Look },
): Chart => {
  const { theme, locale } = look;
  const say = words(locale);
  const axes = domains.slice(0, AXES);
  const scoreOf = (row: ChartUnit, code: string) =>
    row.domains.find((own) => own.code === code)?.score ?? null;
  const values = [
    ...rows.flatMap((row) => axes.map(({ code }) => scoreOf(row, code))),
    ...axes.map(({ mean }) => mean),
  ].filter((value) => value !== null);
  const highest = Math.max(1e-9, ...values);
  const most = highest > 1 && highest <= 100 ? 100 : highest;
  const centre = (place: number) => ({
    x: (WIDTH / COLUMNS) * ((place % COLUMNS) + 0.5),
    y: CELL * Math.floor(place / COLUMNS) + CELL / 2 + 14,
  });
  const at = (place: number, axis: number, share: number, wide = 1) => {
    const angle = (axis / axes.length) * 2 * Math.PI - Math.PI / 2;
    const { x, y } = centre(place);
    return {
      x: x + Math.cos(angle) * RADIUS * share * wide,
      y: y + Math.sin(angle) * RADIUS * share,
    };
  };
  const share = (score: number) => Math.max(0, score) / most;
  /** Closed where it goes all round; a missing score leaves a gap. */
  const round = (key: string, place: number, scores: (number | null)[]): Spot[] =>
    [...scores, scores[0] ?? null].map((score, axis) => ({
      key,
      ...(score === null
        ? { x: Number.NaN, y: Number.NaN }
        : at(place, axis % axes.length, share(score))),
    }));
  const rings = rows.flatMap((_, place) =>
    [0.25, 0.5, 0.75, 1].flatMap((part) =>
      round(
        `${place} ${part}`,
        place,
        axes.map(() => part * most),
      ),
    ),
  );
  const spokes = rows.flatMap((_, place) =>
    axes.flatMap((_axis, axis) => [
      { key: `${place} ${axis}`, ...centre(place) },
      { key: `${place} ${axis}`, ...at(place, axis, 1) },
    ]),
  );
  const own = rows.flatMap((row, place) =>
    round(
      row.unit,
      place,
      axes.map(({ code }) => scoreOf(row, code)),
    ),
  );
  const dots = rows.flatMap((row, place) =>
    axes.flatMap(({ code }, axis) => {
      const score = scoreOf(row, code);
      return score === null ? [] : [{ ...at(place, axis, share(score)), key: row.unit }];
    }),
  );
  const means = rows.flatMap((row, place) =>
    round(
      row.unit,
      place,
      axes.map(({ mean }) => mean),
    ),
  );
  const labels = rows.flatMap((row, place) =>
    axes.map(({ code, name }, axis) => ({
      ...at(place, axis, 1.24, 1.12),
      label: `${wrap(clip(name, 22), { size: 11, width: 80 }).join('\n')}\n${say.score(scoreOf(row, code))}`,
    })),
  );
  const places = { x: 'x', y: 'y', z: 'key' };
  return {
    id: 'radar',
    title: say.text('radar.title', source),
    description: `${say.clauses(
      rows.map((row) => {
        const scores = axes.map(({ code, name }) => `${name} ${say.score(scoreOf(row, code))}`);
        return say.of(row.name, scores.join(', '));
      }),
    )}.`,
    legend: [
      { label: say.text('score'), colour: theme.strong, shape: 'square' },
      { label: say.text('mean'), colour: theme.accent, shape: 'dashes' },
    ],
    plot: {
      width: WIDTH,
      height: Math.max(1, Math.ceil(rows.length / COLUMNS)) * CELL + 10,
      margin: 0,
      x: { domain: [0, WIDTH], axis: null },
      y: {
        domain: [Math.max(1, Math.ceil(rows.length / COLUMNS)) * CELL + 10, 0],
        axis: null,
      },
      marks: [
        line(rings, { ...places, stroke: theme.line }),
        line(spokes, { ...places, stroke: theme.line }),
        line(own, {
          ...places,
          stroke: theme.strong,
          strokeWidth: 2,
          fill: theme.strong,
          fillOpacity: 0.18,
        }),
        line(means, { ...places, stroke: theme.accent, strokeWidth: 1.5, strokeDasharray: '4 3' }),
        dot(dots, { x: 'x', y: 'y', r: 3, fill: theme.strong }),
        text(labels, { x: 'x', y: 'y', text: 'label', fontSize: 11, fill: theme.ink }),
        text(rows, {
          x: (_row: ChartUnit, place: number) => centre(place).x,
          y: (_row: ChartUnit, place: number) => centre(place).y - CELL / 2 + 2,
          text: ({ name }: ChartUnit) => clip(name, 36),
          fontWeight: 'bold',
          fontSize: 13,
          fill: ({ unit }: ChartUnit) => (unit === look.highlight ? theme.accent : theme.ink),
        }),
      ],
    },
    notes: [
      say.text('radar.note', { most: say.number(most, most > 5 ? 0 : 2) }),
      ...(domains.length > AXES
        ? [say.text('radar.first', { count: say.number(domains.length) })]
        : []),
      sourceNote(source, say),
    ],
    table: domainTable(rows, { domains: axes, say }),
  };
};
