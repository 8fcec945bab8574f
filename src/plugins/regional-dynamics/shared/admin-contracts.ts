import type { ChartDomain } from './charts/chart';
import type { PlacedUnit } from './charts/map-chart';
import type { Course } from './charts/quadrant-chart';
import type { UnitYears } from './charts/years';
import type { CellValue, IndexStatistics, Sensitivity } from './contracts';
import type { EditionResponse } from './edition-contracts';

/** What the panel's own routes answer. */

/** An edition in the list: drafts too. */
export type EditionSummary = {
  reference: string;
  index: { code: string; name: string };
  year: number;
  /** The first year of a panel; else null. */
  from: number | null;
  draws: number;
  seed: number;
  computedAt: string;
  /** When it was frozen; null for a draft. */
  publishedAt: string | null;
};

export type GetEditions = { data: EditionSummary[] };

/** All that charts of an edition are drawn from, in one of its years. */
export type EditionFigures = {
  index: { code: string; name: string };
  reference: string;
  /** The year shown, and those there are. */
  year: number;
  years: number[];
  domains: ChartDomain[];
  /** Ranked units by rank, then the others; each by code. */
  units: PlacedUnit[];
  /** Of a panel: all its years. */
  series: UnitYears[];
  /** Of a panel: level at its start and growth. */
  courses: { from: number; to: number; units: Course[] } | null;
};

/** `GET /regional-dynamics/editions/:reference`: how it was made, and its figures. */
export type GetEdition = {
  data: EditionFigures & {
    summary: EditionSummary;
    method: Omit<EditionResponse['data'], 'inputTable' | 'publishedAt'>;
    indicators: { code: string; name: string }[];
  };
};

/** What became of a cell before it was scored. */
export const CELL_STATES = ['imputed', 'treated', 'clamped', 'missing', 'flagged'] as const;

export type CellState = (typeof CELL_STATES)[number];

/** `cell` of a node that was clamped is its score, with the origin `node`. */
export type EditionCell = { unit: string; unitName: string; year: number; cell: CellValue };

/** `GET /regional-dynamics/editions/:reference/cells`. */
export type GetCells = {
  data: EditionCell[];
  meta: {
    /** Of each state, over the whole edition. */
    counts: Record<CellState, number>;
    pagination: { page: number; pageSize: number; pageCount: number; total: number };
  };
};

/** `GET /regional-dynamics/editions/:reference/statistics`. */
export type GetStatistics = { data: IndexStatistics & { sensitivity: Sensitivity } };

/** Where a computation of an index's planned editions is. `share`: of the edition of `year`, 0 to 1. */
export type RunState =
  | { kind: 'waiting' }
  | { kind: 'computing'; year: number; share: number }
  | { kind: 'done'; editions: string[] }
  | { kind: 'cancelled' }
  | { kind: 'failed'; message: string };

export type GetRuns = { data: { index: string; state: RunState }[] };
