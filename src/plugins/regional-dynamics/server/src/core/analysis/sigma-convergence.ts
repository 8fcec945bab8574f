import { mean, standardDeviation } from '../statistics';

/**
 * σ-convergence: the coefficient of variation (sd on n − 1, over the mean) of each year, over the
 * units that have a value in every year. Null for a year whose mean is not positive.
 */
export const sigmaConvergence = (
  byYear: readonly { year: number; values: readonly (number | null)[] }[],
): { year: number; variation: number | null; n: number }[] => {
  const units = Array.from({ length: byYear[0]?.values.length ?? 0 }, (_, i) => i).filter((i) =>
    byYear.every(({ values }) => typeof values[i] === 'number'),
  );
  return byYear.map(({ year, values }) => {
    const present = units.map((i) => values[i] ?? Number.NaN);
    const centre = mean(present);
    const sd = standardDeviation(present);
    const measured = centre !== null && sd !== null && centre > 0;
    const variation = measured ? sd / centre : Number.NaN;
    return { year, variation: Number.isFinite(variation) ? variation : null, n: units.length };
  });
};
