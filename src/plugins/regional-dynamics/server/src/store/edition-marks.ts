import type { Core } from '@strapi/strapi';
import { INDEX } from '../constants';
import { figureCodes, recipeSchema } from '../core/recipe';
import { type Transaction, tableNamed, within } from './database';

/** A row per change that outdates the editions of an index; a computation takes those away that it has seen. */
const MARKS = 'regional_edition_marks';

export const editionMarkModel = {
  uid: 'plugin::regional-dynamics.edition-mark',
  singularName: 'regional-edition-mark',
  tableName: MARKS,
  attributes: {
    id: { type: 'increments' },
    indexCode: { type: 'string', column: { notNullable: true } },
  },
} as const;

const marksIn = (strapi: Core.Strapi, trx: Transaction) => tableNamed(strapi, trx, MARKS);

/** Remembers, in the transaction of the change itself, that an index's editions are to be computed. */
export const markIndices = (strapi: Core.Strapi, codes: readonly string[]): Promise<void> =>
  within(strapi, async (trx) => {
    if (codes.length === 0) return;
    await marksIn(strapi, trx).insert(codes.map((code) => ({ index_code: code })));
  });

/**
 * Remembers every index with a plan of editions that uses one of these indicators.
 * @returns the codes of those indices
 */
export const markUsersOf = async (
  strapi: Core.Strapi,
  indicators: ReadonlySet<string>,
): Promise<string[]> => {
  const rows: { code: string; recipe: unknown; editionPlan: unknown }[] = await strapi.db
    .query(INDEX)
    .findMany({ select: ['code', 'recipe', 'editionPlan'] });
  const codes = rows.flatMap(({ code, recipe, editionPlan }) => {
    const parsed = recipeSchema.safeParse(recipe);
    const uses = parsed.success && figureCodes(parsed.data).some((one) => indicators.has(one));
    return uses && editionPlan ? [code] : [];
  });
  await markIndices(strapi, codes);
  return codes;
};

/** The last mark of each index that waits, in the order of their codes. */
export const readMarks = (strapi: Core.Strapi): Promise<{ code: string; last: number }[]> =>
  within(strapi, async (trx) => {
    const rows: { index_code: string; last: number | string }[] = await marksIn(strapi, trx)
      .select('index_code', trx.raw('max(id) as last'))
      .groupBy('index_code')
      .orderBy('index_code');
    return rows.map((row) => ({ code: row.index_code, last: Number(row.last) }));
  });

/**
 * Takes marks of an index away; those behind `last` stay.
 * @returns how many there were
 */
export const removeMarks = (
  strapi: Core.Strapi,
  { code, last }: { code: string; last?: number },
): Promise<number> =>
  within(strapi, async (trx) => {
    const query = marksIn(strapi, trx).where('index_code', code);
    if (last !== undefined) query.where('id', '<=', last);
    return query.del();
  });
