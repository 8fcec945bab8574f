import type { Fields } from './models';

/** By what an item of a list is known: its code, which outlives the row, else the row's id. */
export const keyOf = ({ code, id }: Fields): string | number | undefined => {
  if (typeof code === 'string' && code !== '') return code;
  return typeof id === 'number' || typeof id === 'string' ? id : undefined;
};
