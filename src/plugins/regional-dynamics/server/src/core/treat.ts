import type { Notice } from './notice';
import type { Normalisation, Recipe, Treatment } from './recipe';
import type { CellNote, Table } from './table';
import { treatColumn } from './treat-column';

/** Rules whose marks are in the indicator's own unit: a logarithm would leave them behind. */
const hasFixedMarks = (rule: Normalisation): boolean =>
  rule.kind === 'goalposts' ||
  rule.kind === 'distance-to-target' ||
  rule.kind === 'distance-to-reference' ||
  rule.kind === 'ratio-to-reference';

/**
 * Step 4 on the table: outliers are treated pooled over all units and years, as they are
 * normalised. Every treated cell is noted before and after.
 */
export const treat = (
  recipe: Recipe,
  table: Table,
  treatment: Treatment | undefined = recipe.treatment,
): { table: Table; notices: Notice[] } => {
  if (!treatment) return { table, notices: [] };
  const notes = new Map<number, CellNote>(table.notes);
  const notices: Notice[] = [];
  const columns = table.columns.map((column, j) => {
    const code = table.indicators[j] ?? '';
    const setting = recipe.indicators.find((indicator) => indicator.code === code);
    if (!setting?.treat) return column;
    const allowLog = treatment.log && !hasFixedMarks(setting.normalisation ?? recipe.normalisation);
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
        treated.values.forEach((after, row) => {
          const before = column[row] ?? Number.NaN;
          if (Number.isNaN(before) || before === after) return;
          const index = j * table.rows.length + row;
          const note = notes.get(index) ?? { origin: { kind: 'observed' } };
          notes.set(index, { ...note, treatment: { kind: treated.kind, before, after } });
        });
        return treated.values;
    }
  });
  return { table: { ...table, columns, notes }, notices };
};
