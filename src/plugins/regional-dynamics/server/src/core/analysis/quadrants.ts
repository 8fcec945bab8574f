import { mean } from '../statistics';

export type Quadrant = 'leading' | 'catching-up' | 'falling-behind' | 'losing-momentum';

/** Level at the start against growth, both cut at their means over the units that have both. */
export const quadrants = (
  units: readonly { unit: string; level: number | null; growth: number | null }[],
): { unit: string; quadrant: Quadrant | null }[] => {
  const both = units.filter(({ level, growth }) => level !== null && growth !== null);
  const level = mean(both.map((unit) => unit.level ?? Number.NaN));
  const growth = mean(both.map((unit) => unit.growth ?? Number.NaN));
  return units.map(({ unit, level: x, growth: y }) => {
    if (x === null || y === null || level === null || growth === null)
      return { unit, quadrant: null };
    const ahead = x >= level;
    const faster = y >= growth;
    if (ahead) return { unit, quadrant: faster ? 'leading' : 'losing-momentum' };
    return { unit, quadrant: faster ? 'catching-up' : 'falling-behind' };
  });
};
