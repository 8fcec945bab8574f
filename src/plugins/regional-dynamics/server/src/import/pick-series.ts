import { type Series, UnreadableFile } from './figure-line';

/** Dimensions that say how a figure is given, not what of. */
const MUTE = new Set(['freq', 'dataflow', 'last update', 'obs_status', 'conf_status', 'decimals']);

const sameName = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/**
 * Decides which rows of a file of several dimensions belong to the wanted series. A dimension that
 * nobody pinned may have one value only: else its rows would be two figures for one cell.
 */
export const seriesPicker = (dimensions: readonly string[], { where, indicator }: Series) => {
  for (const name of Object.keys(where)) {
    if (!dimensions.some((dimension) => sameName(dimension, name))) {
      throw new UnreadableFile(`has no dimension "${name}" but ${dimensions.join(', ')}`);
    }
  }
  const own = dimensions.findIndex((dimension) => sameName(dimension, 'indicator'));
  if (indicator === undefined && own < 0) {
    throw new UnreadableFile('does not name its indicator: say which one it is');
  }
  const pinned = dimensions.map(
    (dimension) => Object.entries(where).find(([name]) => sameName(name, dimension))?.[1],
  );
  const seen = new Map<number, string>();
  return (
    values: readonly string[],
  ):
    | { kind: 'picked'; indicator: string }
    | { kind: 'skipped' }
    | { kind: 'wrong'; message: string } => {
    for (const [index, wanted] of pinned.entries()) {
      if (wanted !== undefined && values[index] !== wanted) return { kind: 'skipped' };
    }
    for (const [index, dimension] of dimensions.entries()) {
      const value = values[index] ?? '';
      if (pinned[index] !== undefined || index === own || MUTE.has(dimension.toLowerCase()))
        continue;
      const first = seen.get(index) ?? value;
      seen.set(index, first);
      if (first === value) continue;
      const message = `is of ${dimension} "${value}", other lines of "${first}": say which is meant`;
      return { kind: 'wrong', message };
    }
    return { kind: 'picked', indicator: indicator ?? values[own] ?? '' };
  };
};
