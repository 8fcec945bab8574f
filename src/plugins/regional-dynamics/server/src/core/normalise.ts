import { normaliseColumn } from './normalise-column';
import type { Notice } from './notice';
import { type Normalisation, type Recipe, type RecipeIndicator, ruleOf } from './recipe';
import type { Table } from './table';

const referencesOf = (
  { rule, setting }: { rule: Normalisation; setting: RecipeIndicator },
  table: Table,
  column: Float64Array,
): Float64Array | undefined => {
  if (rule.kind !== 'distance-to-reference' && rule.kind !== 'ratio-to-reference') return undefined;
  const reference = setting.reference ?? rule.reference;
  if (!reference) return new Float64Array(column.length).fill(Number.NaN);
  if ('value' in reference) return new Float64Array(column.length).fill(reference.value);
  const byYear = new Map<number, number>();
  table.rows.forEach(({ unit, year }, row) => {
    if (unit === reference.unit) byYear.set(year, column[row] ?? Number.NaN);
  });
  return Float64Array.from(table.rows, ({ year }) => byYear.get(year) ?? Number.NaN);
};

export type Normalised = {
  /** A column per indicator of the table; null where the indicator is excluded. */
  columns: readonly (Float64Array | null)[];
  notices: Notice[];
};

/** Step 5: every column on the common scale, or excluded with its reason. */
export const normalise = (
  recipe: Recipe,
  table: Table,
  alternative?: Normalisation | null,
): Normalised => {
  const notices: Notice[] = [];
  const height = table.rows.length;
  // One buffer for all columns: replications normalise anew, and to allocate each costs more than its rule.
  const all = new Float64Array(height * table.indicators.length);
  const columns = table.indicators.map((code, j) => {
    const column = table.columns[j];
    const setting = recipe.indicators.find((indicator) => indicator.code === code);
    if (!column || !setting) return null;
    const rule = ruleOf(recipe, setting, alternative);
    const references = referencesOf({ rule, setting }, table, column);
    const outcome = normaliseColumn({
      values: column,
      rule,
      setting,
      ...(references ? { references } : {}),
      out: all.subarray(j * height, (j + 1) * height),
    });
    if (outcome.kind === 'excluded') {
      notices.push({ kind: 'indicator-excluded', indicator: code, reason: outcome.reason });
      return null;
    }
    for (const { row, reason } of outcome.unusable) {
      const place = table.rows[row];
      if (place) notices.push({ kind: 'cell-unusable', ...place, indicator: code, reason });
    }
    return outcome.values;
  });
  return { columns, notices };
};
