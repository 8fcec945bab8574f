import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { EditionResponse } from '../../../shared/edition-contracts';
import { EDITION } from '../constants';
import type { EditionQuery } from '../controllers/rankings-query';
import type { Recipe } from '../core/recipe';
import { EDITION_HEAD, type EditionHead } from '../store/editions';
import { editionJson } from './edition-export';
import { editionReader, nodeName } from './edition-reader';

type Row = EditionHead & {
  engineVersion: string;
  recipe: Recipe;
};

/** What there is to say of an edition, but its figures; `citation` has a date once it is published. */
export const editionAnswer = async (
  strapi: Core.Strapi,
  { where, locale }: { where: object; locale: string },
) => {
  const select = [...EDITION_HEAD, 'engineVersion', 'recipe'];
  const row: Row | null = await strapi.db.query(EDITION).findOne({ where, select });
  if (!row) return null;
  const reader = editionReader(strapi);
  const results = await reader.resultOf(row);
  const { recipe } = row;
  const name = await reader.indexName(row.indexCode, locale);
  const publishedAt = row.frozenAt === null ? null : new Date(row.frozenAt).toISOString();
  const years = row.fromYear === null ? `${row.year}` : `${row.fromYear}-${row.year}`;
  const cited = [name, years, row.reference, ...(publishedAt ? [publishedAt.slice(0, 10)] : [])];
  const source = recipe.source === undefined ? '' : ` ${recipe.source}.`;
  return {
    head: row,
    results,
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

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const { inputsOf } = editionReader(strapi);

  const open = async (reference: string, locale: string) => {
    const found = await editionAnswer(strapi, {
      where: { reference, frozenAt: { $notNull: true } },
      locale,
    });
    const publishedAt = found?.edition.publishedAt;
    if (!found || !publishedAt) {
      throw new errors.NotFoundError(`There is no published edition "${reference}"`);
    }
    return { ...found, publishedAt };
  };

  return {
    /**
     * A published edition: its recipe, how to cite it, and with `inputs` the table it was made of,
     * which with the recipe gives the same results again.
     * @throws NotFoundError where none of that reference is published
     */
    async findOne(
      reference: string,
      { inputs, locale }: Omit<EditionQuery, 'results'>,
    ): Promise<EditionResponse> {
      const { edition, head, publishedAt } = await open(reference, locale);
      const table = inputs === 'true' ? { inputTable: (await inputsOf(head)).inputTable } : {};
      return { data: { ...edition, publishedAt, ...table } };
    },

    /**
     * The same with all its results, as JSON in pieces.
     * @throws NotFoundError where none of that reference is published
     */
    async withResults(
      reference: string,
      { inputs, locale }: Omit<EditionQuery, 'results'>,
    ): Promise<Iterable<string>> {
      const { edition, head, results } = await open(reference, locale);
      const inputTable = inputs === 'true' ? (await inputsOf(head)).inputTable : undefined;
      return editionJson({ edition, inputTable, results });
    },
  };
};
