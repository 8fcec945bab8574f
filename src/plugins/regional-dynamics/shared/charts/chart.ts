import type { PlotOptions } from '@observablehq/plot';
import type { Theme } from './theme';

/** How a picture is to look, and for whom. */
export type Look = {
  /** Language of the words and numbers, such as `fr`. */
  locale: string;
  theme: Theme;
  /** Code of a unit to be set off from the others. */
  highlight?: string | undefined;
};

/** A rank with its range; charts take no rank without. */
export type RankSpan = { value: number; low: number; high: number; of: number };

type Scored = { score: number; rank: RankSpan } | { score: null; rank: null };

/** A unit as charts take it; rows of the ranking are such. */
export type ChartUnit = { unit: string; name: string } & Scored & {
    domains: ({ code: string; name: string } & Scored)[];
  };

/** A child of the root, with its weight among its siblings and the mean over the edition's units. */
export type ChartDomain = { code: string; name: string; weight: number; mean: number | null };

/** Where the figures are from, printed below. */
export type ChartSource = { index: string; year: number | string; edition: string };

/** The figures of a chart. A cell with `digits` is a number to be written in the reader's way. */
export type ChartTable = {
  columns: { label: string; digits?: number }[];
  rows: { key: string; cells: (string | number | null)[] }[];
};

type Shape = 'square' | 'circle' | 'triangle' | 'diamond' | 'dashes' | 'tick';

export type LegendItem = { label: string; colour: string; shape: Shape };

/** A picture yet to be drawn: all that is in it, as plain data. */
export type Chart = {
  /** A name that tells it from the others on a page. */
  id: string;
  title: string;
  /** What a reader who cannot see the picture is told. */
  description: string;
  legend: LegendItem[];
  plot: PlotOptions & { width: number; height: number };
  /** Printed below, a paragraph each. */
  notes: string[];
  table: ChartTable;
};

/** Width of all charts, in pixels. */
export const WIDTH = 880;
