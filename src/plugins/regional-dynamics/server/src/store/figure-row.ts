/** The columns of a stored figure that decide which one of a cell counts, and what it says. */
export type FigureRow = {
  indicator: string;
  unit: string;
  year: number;
  batch: number;
  value: number | null;
  flag: string | null;
  standard_error: number | null;
};
