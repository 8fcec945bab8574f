import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json';
import { compareCodes } from './compare-codes';
import { ENGINE_VERSION } from './engine-version';
import { type Figures, observationsOf } from './figures';
import type { Observation } from './observation';
import type { Recipe } from './recipe';

type InputRow = (string | number | null)[];

/**
 * The input table of an edition: `[unit, year, indicator, value, flag]`, and a sixth place where
 * a standard error is known, in the order of their codes.
 */
const inputTableOf = (figures: Figures): InputRow[] =>
  [...observationsOf(figures)]
    .sort(
      (a, b) =>
        compareCodes(a.indicator, b.indicator) || compareCodes(a.unit, b.unit) || a.year - b.year,
    )
    .map(({ unit, year, indicator, value, flag, standardError }) => [
      unit,
      year,
      indicator,
      value,
      flag || null,
      ...(typeof standardError === 'number' ? [standardError] : []),
    ]);

/** The observations that an input table was made of. */
export const observationsOfTable = (
  table: readonly (readonly (string | number | null)[])[],
): Observation[] =>
  table.map(([unit, year, indicator, value, flag, error]) => ({
    unit: String(unit),
    year: Number(year),
    indicator: String(indicator),
    value: typeof value === 'number' ? value : null,
    flag: typeof flag === 'string' ? flag : null,
    standardError: typeof error === 'number' ? error : null,
  }));

/** What an edition depends on; two editions with the same hash have the same results. */
const hashOf = (inputs: {
  recipe: Recipe;
  inputTable: InputRow[];
  nutsVersion: string | null;
  year: number;
  from?: number;
}): string =>
  createHash('sha256')
    .update(canonicalJson({ ...inputs, engineVersion: ENGINE_VERSION }))
    .digest('hex');

export type EditionInputs = { inputTable: string; inputHash: string };

/** The input table as JSON text, and the hash of all that the edition depends on. */
export const editionInputs = ({
  recipe,
  figures,
  years,
  nutsVersion,
}: {
  recipe: Recipe;
  figures: Figures;
  /** One year, or the first and the last of a panel with those between. */
  years: readonly number[];
  nutsVersion: string | null;
}): EditionInputs => {
  const inputTable = inputTableOf(figures);
  const [from = 0] = years;
  const year = years.at(-1) ?? 0;
  const panel = from < year ? { from } : {};
  return {
    inputTable: JSON.stringify(inputTable),
    inputHash: hashOf({ recipe, inputTable, nutsVersion, year, ...panel }),
  };
};
