import type { Notice } from './notice';
import { type Normalisation, type Recipe, ruleOf, type Treatment } from './recipe';
import type { ColumnTreatment, Table } from './table';
import { treatColumn } from './treat-column';

/** Rules whose marks are in the indicator's own unit: a logarithm would leave them behind. */
const hasFixedMarks = (rule: Normalisation): boolean =>
  rule.kind === 'goalposts' ||
  rule.kind === 'distance-to-target' ||
  rule.kind === 'distance-to-reference' ||
  rule.kind === 'ratio-to-reference';

/**
 * Step 4 on the table: outliers are treated pooled over all units and years, as they are
 * normalised. A treated column keeps what it was.
 * @param treatment instead of the recipe's
 * @param normalisation the alternative that the columns are to be normalised by, if any
 */
export const treat = (
  recipe: Recipe,
  table: Table,
  {
    treatment = recipe.treatment,
    normalisation = null,
  }: { treatment?: Treatment | undefined; normalisation?: Normalisation | null } = {},
): { table: Table; notices: Notice[] } => {
  if (!treatment) return { table, notices: [] };
  const treatments = new Map<number, ColumnTreatment>();
  const notices: Notice[] = [];
  const columns = table.columns.map((column, j) => {
    const code = table.indicators[j] ?? '';
    const setting = recipe.indicators.find((indicator) => indicator.code === code);
    if (!setting?.treat) return column;
    const allowLog = treatment.log && !hasFixedMarks(ruleOf(recipe, setting, normalisation));
    const treated = treatColumn(column, treatment, { allowLog });
    switch (treated.kind) {
      case 'untouched':
        return column;
      case 'untreatable':
        notices.push({ kind: 'untreatable', indicator: code, reason: treated.reason });
        return column;
      case 'still-skewed':
        notices.push({ ...treated, indicator: code });
        return column;
      default:
        treatments.set(j, { kind: treated.kind, before: column });
        return treated.values;
    }
  });
  return { table: { ...table, columns, treated: treatments }, notices };
};
