import { dot, line, text } from '@observablehq/plot';
import { type Chart, type ChartSource, type ChartUnit, type Look, WIDTH } from './chart';
import { isNear, type Place, project } from './project';
import { extremes, sourceNote } from './rows';
import { shade } from './shade';
import { clip } from './text-width';
import { words } from './words';

export type PlacedUnit = ChartUnit & { place: Place | null };

type Spot = { row: PlacedUnit; x: number; y: number; score: number };

const STEPS = [0, 25, 50, 75, 100];
const [HEIGHT, MARGIN, LARGEST] = [720, 20, 11];
/** The room for what is far from the mainland, in pixels from the left edge. */
const FAR = 190;

/** Meridians and parallels every ten degrees, as lines through projected places. */
const graticule = (): { key: string; x: number; y: number }[] => {
  const along = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, k) => from + k);
  const meridians = [-20, -10, 0, 10, 20, 30, 40].flatMap((longitude) =>
    along(34, 72).map((latitude) => ({
      key: `m${longitude}`,
      ...project({ latitude, longitude }),
    })),
  );
  const parallels = [40, 50, 60, 70].flatMap((latitude) =>
    along(-20, 40).map((longitude) => ({
      key: `p${latitude}`,
      ...project({ latitude, longitude }),
    })),
  );
  return [...meridians, ...parallels];
};

/** From the least to the greatest, never empty. */
const span = (values: readonly number[]): [number, number] => {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return values.length < 2 || least === most ? [-0.3, 0.3] : [least, most];
};

/** A circle for each unit at its place, its area proportional to the score. */
export const mapChart = (
  rows: readonly PlacedUnit[],
  { source, look }: { source: ChartSource; look: Look },
): Chart => {
  const { theme, locale, highlight } = look;
  const say = words(locale);
  const scored = rows.filter(({ score, place }) => score !== null && place !== null);
  const most = Math.max(1e-9, ...scored.map(({ score }) => score ?? 0));
  const scale = most > 1 && most <= 100 ? 100 : most;
  const seen = scored.flatMap(({ place }) => (place && isNear(place) ? [project(place)] : []));
  const [west, east] = span(seen.map(({ x }) => x));
  const [south, north] = span(seen.map(({ y }) => y));
  const unit = Math.min(
    (WIDTH - FAR - 2 * MARGIN) / (east - west),
    (HEIGHT - 2 * MARGIN) / (north - south),
  );
  const right = (x: number) => FAR + MARGIN + (x - west) * unit;
  const up = (y: number) => HEIGHT - MARGIN - (y - south) * unit;
  const isInside = ({ x, y }: { x: number; y: number }) =>
    x > FAR - MARGIN && x < WIDTH && y > 0 && y < HEIGHT;
  const net = graticule()
    .map(({ key, x, y }) => ({ key, x: right(x), y: up(y) }))
    .map((point) => (isInside(point) ? point : { ...point, x: Number.NaN }));
  const far: Spot[] = [];
  const near: Spot[] = [];
  for (const row of scored) {
    const { place, score } = row;
    if (!place || score === null) continue;
    if (isNear(place)) {
      const { x, y } = project(place);
      near.push({ row, score, x: right(x), y: up(y) });
    } else {
      far.push({ row, score, x: 26, y: 44 + far.length * 30 });
    }
  }
  const spots = [...near, ...far].sort((a, b) => b.score - a.score);
  const radius = ({ score }: Spot) => LARGEST * Math.sqrt(Math.max(0, score) / most);
  const isOwn = ({ row }: Spot) => row.unit === highlight;
  return {
    id: 'map',
    title: say.text('map.title', source),
    description: extremes(
      rows.map(({ name, score }) => ({ name, value: score })),
      locale,
    ),
    legend: STEPS.map((step) => ({
      label: say.number((step / 100) * scale, scale > 5 ? 0 : 2),
      colour: shade(step / 100).fill,
      shape: 'circle',
    })),
    plot: {
      width: WIDTH,
      height: HEIGHT,
      margin: 0,
      x: { domain: [0, WIDTH], axis: null },
      y: { domain: [HEIGHT, 0], axis: null },
      r: { type: 'identity' },
      marks: [
        line(net, { x: 'x', y: 'y', z: 'key', stroke: theme.line, strokeWidth: 1 }),
        dot(spots, {
          x: 'x',
          y: 'y',
          r: radius,
          fill: ({ score }: Spot) => shade(score / scale).fill,
          stroke: theme.muted,
          strokeWidth: 0.75,
          title: ({ row, score }: Spot) => say.of(row.name, say.score(score)),
        }),
        dot(spots.filter(isOwn), {
          x: 'x',
          y: 'y',
          r: (spot: Spot) => radius(spot) + 3,
          stroke: theme.accent,
          strokeWidth: 3,
        }),
        text(
          spots.filter((spot) => isOwn(spot) && near.includes(spot)),
          {
            x: 'x',
            y: 'y',
            dy: -22,
            fill: theme.accent,
            stroke: theme.background,
            strokeWidth: 4,
            fontWeight: 'bold',
            text: ({ row, score }: Spot) => `${row.name} ${say.score(score)}`,
          },
        ),
        ...(far.length === 0
          ? []
          : [
              text([say.text('map.far')], {
                x: [14],
                y: [18],
                textAnchor: 'start',
                fill: theme.muted,
              }),
            ]),
        text(far, {
          x: 'x',
          y: 'y',
          dx: 20,
          textAnchor: 'start',
          fill: theme.ink,
          text: ({ row, score }: Spot) => `${clip(row.name, 18)} ${say.score(score)}`,
        }),
      ],
    },
    notes: [say.text('map.note'), sourceNote(source, say)],
    table: {
      columns: [
        { label: say.text('code') },
        { label: say.text('region') },
        { label: say.text('score'), digits: 2 },
        { label: say.text('latitude'), digits: 3 },
        { label: say.text('longitude'), digits: 3 },
      ],
      rows: rows.map(({ unit: key, name, score, place }) => ({
        key,
        cells: [key, name, score, place?.latitude ?? null, place?.longitude ?? null],
      })),
    },
  };
};
