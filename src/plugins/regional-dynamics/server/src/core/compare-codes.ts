/** Order of codes by code unit: the same on every machine, whatever its locale. */
export const compareCodes = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
