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
  frozenAt: string | Date;
};

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const { indexName } = editionReader(strapi);
  return {
    /**
     * A published edition: its recipe, how to cite it, and with `inputs` the table it was made of,
     * which with the recipe gives the same results again.
     * @throws NotFoundError where none of that reference is published
     */
    async findOne(reference: string, query: EditionQuery): Promise<EditionResponse> {
      const row: Row | null = await strapi.db
        .query(EDITION)
        .findOne({ where: { reference, frozenAt: { $notNull: true } } });
      if (!row) throw new errors.NotFoundError(`There is no published edition "${reference}"`);
      const { results, recipe, inputTable } = row;
      const name = await indexName(row.indexCode, query.locale);
      const publishedAt = new Date(row.frozenAt).toISOString();
      const years = row.fromYear === null ? `${row.year}` : `${row.fromYear}-${row.year}`;
      const source = recipe.source === undefined ? '' : ` ${recipe.source}.`;
      return {
        data: {
          reference,
          index: { code: row.indexCode, name },
          year: row.year,
          from: row.fromYear,
          number: row.number,
          engineVersion: row.engineVersion,
          nutsVersion: row.nutsVersion,
          publishedAt,
          inputHash: row.inputHash,
          recipe,
          citation: `${name}, ${years}, ${reference}, ${publishedAt.slice(0, 10)}.${source}`,
          uncertainty: results.uncertainty,
          nodes: [...results.nodes].reverse().map((node) => ({
            code: node.code,
            name: nodeName(node, query.locale),
            parent: node.parent,
            effectiveWeight: node.effectiveWeight,
          })),
          notices: results.notices,
          ...(query.inputs === 'true' ? { inputTable } : {}),
        },
      };
    },
  };
};
