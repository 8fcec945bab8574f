import type { FormRow } from './form';

const COLUMNS = 12;

export type Cell = { name: string; size: number };

/** The attributes of a line with their widths, in twelfths of the form. */
export const parseRow = (row: FormRow): Cell[] => {
  const cells = row.split(' ').map((cell) => cell.split(':'));
  return cells.map(([name = '', size]) => ({
    name,
    size: size === undefined ? Math.floor(COLUMNS / cells.length) : Number(size),
  }));
};
