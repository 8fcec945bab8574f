import type { ImportReport } from './contracts';

/** What the panel's routes for indicators, observations and imports answer. */

export type IndicatorSummary = {
  code: string;
  name: string;
  unit: string | null;
  direction: 'more' | 'less';
  source: string;
  sourceUrl: string | null;
  licence: string | null;
  figures: number;
  units: number;
  firstYear: number | null;
  lastYear: number | null;
};

export type GetIndicators = {
  data: IndicatorSummary[];
  meta: { pagination: { page: number; pageSize: number; pageCount: number; total: number } };
};

export type ObservationRow = {
  unit: string;
  name: string;
  year: number;
  value: number | null;
  flag: string | null;
  standardError: number | null;
  vintage: string;
  /** Whether it is the figure that counts: of the cell's vintages the greatest. */
  counts: boolean;
};

export type GetObservations = {
  data: ObservationRow[];
  meta: {
    indicator: IndicatorSummary;
    years: number[];
    /** Asks for the rows behind these; null at the end. */
    next: string | null;
  };
};

/** What a file is, and the series one must choose from. */
export type FileDescription = {
  format: 'long' | 'wide' | 'sdmx-csv' | 'eurostat-tsv' | 'json-stat';
  namesIndicator: boolean;
  dimensions: { name: string; values: string[]; hasMore: boolean }[];
};

export type PostInspect = {
  data: ({ kind: 'readable' } & FileDescription) | { kind: 'unreadable'; message: string };
};

type Outcome = 'created' | 'updated' | 'unchanged';

export type PreviewFigure = {
  line: number;
  unit: string;
  year: number;
  indicator: string;
  value: number | null;
  flag: string | null;
  outcome: Outcome;
};

/** The report of a file that was only read, and its first figures as they are understood. */
export type PostImportPreview = { data: { report: ImportReport; first: PreviewFigure[] } };

export type ImportJob = {
  id: string;
  file: string;
  vintage: string;
  state: 'running' | 'done' | 'refused' | 'cancelled' | 'failed';
  /** Figures that are staged. */
  figures: number;
  report: ImportReport | null;
  /** Why it failed. */
  message: string | null;
};

export type GetImport = { data: ImportJob };

/** What a vintage may be called. */
export const VINTAGE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/;
