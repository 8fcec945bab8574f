import { axisX, axisY, dot, gridX, gridY, ruleX, ruleY, text } from '@observablehq/plot';
import { type Chart, type ChartSource, type Look, WIDTH } from './chart';
import { sourceNote } from './rows';
import { clip } from './text-width';
import { categoryColour, type Theme } from './theme';
import { words } from './words';

const QUADRANTS = ['leading', 'catching-up', 'losing-momentum', 'falling-behind'] as const;

type Quadrant = (typeof QUADRANTS)[number];

/** A unit's score in the first year, and its growth per year since (0.02 is two per cent). */
export type Course = {
  unit: string;
  name: string;
  level: number;
  growth: number;
  quadrant: Quadrant;
};

const SYMBOLS = {
  leading: 'circle',
  'catching-up': 'triangle',
  'losing-momentum': 'square',
  'falling-behind': 'diamond',
} as const;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

const colourOf = (theme: Theme, quadrant: Quadrant): string =>
  categoryColour(theme, QUADRANTS.indexOf(quadrant));

const NAMED = 10;

/** Those farthest out, as long as their names do not stand on one another. */
const toName = (
  courses: readonly Course[],
  {
    x,
    y,
    highlight,
  }: { x: (c: Course) => number; y: (c: Course) => number; highlight?: string | undefined },
): Course[] => {
  const [cx, cy] = [mean(courses.map(x)), mean(courses.map(y))];
  const distance = (course: Course) =>
    course.unit === highlight
      ? Number.POSITIVE_INFINITY
      : Math.hypot((x(course) - cx) / WIDTH, (y(course) - cy) / 480);
  const named: Course[] = [];
  for (const course of [...courses].sort((a, b) => distance(b) - distance(a))) {
    if (named.length >= NAMED) break;
    const isFree = named.every(
      (other) => Math.abs(x(other) - x(course)) > 170 || Math.abs(y(other) - y(course)) > 15,
    );
    if (isFree) named.push(course);
  }
  return named;
};

/** Level at the start against growth since, cut into quadrants at the means. */
export const quadrantChart = (
  courses: readonly Course[],
  { from, to, source, look }: { from: number; to: number; source: ChartSource; look: Look },
): Chart => {
  const { theme, locale, highlight } = look;
  const say = words(locale);
  const [level, growth] = [
    mean(courses.map((course) => course.level)),
    mean(courses.map((course) => course.growth)),
  ];
  const of = (quadrant: Quadrant) => courses.filter((course) => course.quadrant === quadrant);
  const label = (quadrant: Quadrant) =>
    `${say.text(quadrant)} (${say.number(of(quadrant).length)})`;
  const span = (values: number[]): [number, number] => {
    const [least, most] = values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)];
    const pad = Math.max(1e-6, (most - least) * 0.06);
    return [least - pad, most + pad];
  };
  const across = span(courses.map((course) => course.level));
  const up = span(courses.map((course) => course.growth));
  const pixel = {
    x: (course: Course) => ((course.level - across[0]) / (across[1] - across[0])) * (WIDTH - 100),
    y: (course: Course) => ((course.growth - up[0]) / (up[1] - up[0])) * 420,
  };
  const named = toName(courses, { ...pixel, highlight });
  const isRight = (course: Course) => pixel.x(course) > (WIDTH - 100) * 0.75;
  const names = (some: Course[], end: boolean) =>
    text(some, {
      x: 'level',
      y: 'growth',
      dx: end ? -9 : 9,
      textAnchor: end ? 'end' : 'start',
      fill: ({ unit }: Course) => (unit === highlight ? theme.accent : theme.ink),
      stroke: theme.background,
      strokeWidth: 3,
      text: ({ name }: Course) => clip(name, 24),
    });
  return {
    id: 'quadrants',
    title: say.text('quadrants.title', { index: source.index, from, to }),
    description: QUADRANTS.map(
      (quadrant) =>
        `${say.of(label(quadrant), say.list(of(quadrant).map(({ name }) => name)) || '–')}.`,
    ).join(' '),
    legend: QUADRANTS.map((quadrant) => ({
      label: label(quadrant),
      colour: colourOf(theme, quadrant),
      shape: SYMBOLS[quadrant],
    })),
    plot: {
      width: WIDTH,
      height: 500,
      marginLeft: 70,
      marginRight: 24,
      marginTop: 26,
      marginBottom: 44,
      x: { domain: across, label: null },
      y: { domain: up, label: null },
      symbol: { range: Object.values(SYMBOLS), domain: Object.keys(SYMBOLS) },
      marks: [
        gridX({ stroke: theme.line, strokeOpacity: 1 }),
        gridY({ stroke: theme.line, strokeOpacity: 1 }),
        axisX({
          label: say.text('level', { year: from }),
          labelAnchor: 'right',
          labelArrow: 'none',
          tickSize: 0,
          fill: theme.muted,
          tickFormat: (value: number) => say.number(value),
        }),
        axisY({
          label: say.text('growth'),
          labelAnchor: 'top',
          labelArrow: 'none',
          tickSize: 0,
          fill: theme.muted,
          tickFormat: (value: number) => say.percent(value, 0),
        }),
        ruleX([level], { stroke: theme.muted, strokeDasharray: '4 3' }),
        ruleY([growth], { stroke: theme.muted, strokeDasharray: '4 3' }),
        dot(courses, {
          x: 'level',
          y: 'growth',
          r: 4,
          symbol: 'quadrant',
          fill: ({ quadrant }: Course) => colourOf(theme, quadrant),
          stroke: theme.background,
          strokeWidth: 0.5,
          title: ({ name, level: x, growth: y }: Course) =>
            say.of(name, `${say.score(x)}, ${say.percent(y)}`),
        }),
        dot(
          courses.filter(({ unit }) => unit === highlight),
          { x: 'level', y: 'growth', r: 9, stroke: theme.accent, strokeWidth: 3 },
        ),
        names(named.filter(isRight), true),
        names(
          named.filter((course) => !isRight(course)),
          false,
        ),
      ],
    },
    notes: [
      say.text('quadrants.note', { count: say.number(courses.length) }),
      sourceNote(source, say),
    ],
    table: {
      columns: [
        { label: say.text('code') },
        { label: say.text('region') },
        { label: say.text('level', { year: from }), digits: 2 },
        { label: `${say.text('growth')} (%)`, digits: 2 },
        { label: say.text('quadrant') },
      ],
      rows: courses.map((course) => ({
        key: course.unit,
        cells: [
          course.unit,
          course.name,
          course.level,
          course.growth * 100,
          say.text(course.quadrant),
        ],
      })),
    },
  };
};
