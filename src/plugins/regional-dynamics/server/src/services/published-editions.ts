import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { EditionResponse } from '../../../shared/contracts';
import { EDITION } from '../constants';
import type { EditionQuery } from '../controllers/rankings-query';
import type { Recipe } from '../core/recipe';
import type { Result } from '../core/result';
import { editionReader, nodeName } from './edition-reader';

type Row = {
  reference: string;
  indexCode: string;
  year: number;
  fromYear: number | null;
  number: number;
  engineVersion: string;
  nutsVersion: string | null;
  inputHash: string;
  recipe: Recipe;
  results: Result;
  inputTable: unknown[][];
  frozenAt: string | Date | null;
};

/** What there is to say of an edition, but its figures; `citation` has a date once it is published. */
export const editionAnswer = async (
  strapi: Core.Strapi,
  { where, locale }: { where: object; locale: string },
) => {
  const row: Row | null = await strapi.db.query(EDITION).findOne({ where });
  if (!row) return null;
  const { results, recipe, inputTable } = row;
  const name = await editionReader(strapi).indexName(row.indexCode, locale);
  const publishedAt = row.frozenAt === null ? null : new Date(row.frozenAt).toISOString();
  const years = row.fromYear === null ? `${row.year}` : `${row.fromYear}-${row.year}`;
  const cited = [name, years, row.reference, ...(publishedAt ? [publishedAt.slice(0, 10)] : [])];
  const source = recipe.source === undefined ? '' : ` ${recipe.source}.`;
  return {
    inputTable,
    edition: {
      reference: row.reference,
      index: { code: row.indexCode, name },
      year: row.year,
      from: row.fromYear,
      number: row.number,
      engineVersion: row.engineVersion,
      nutsVersion: row.nutsVersion,
      publishedAt,
      inputHash: row.inputHash,
      recipe,
      citation: `${cited.join(', ')}.${source}`,
      uncertainty: results.uncertainty,
      nodes: [...results.nodes].reverse().map((node) => ({
        code: node.code,
        name: nodeName(node, locale),
        parent: node.parent,
        effectiveWeight: node.effectiveWeight,
      })),
      notices: results.notices,
    },
  };
};

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * A published edition: its recipe, how to cite it, and with `inputs` the table it was made of,
   * which with the recipe gives the same results again.
   * @throws NotFoundError where none of that reference is published
   */
  async findOne(reference: string, query: EditionQuery): Promise<EditionResponse> {
    const found = await editionAnswer(strapi, {
      where: { reference, frozenAt: { $notNull: true } },
      locale: query.locale,
    });
    const publishedAt = found?.edition.publishedAt;
    if (!found || !publishedAt) {
      throw new errors.NotFoundError(`There is no published edition "${reference}"`);
    }
    const { edition, inputTable } = found;
    const inputs = query.inputs === 'true' ? { inputTable } : {};
    return { data: { ...edition, publishedAt, ...inputs } };
  },
});
