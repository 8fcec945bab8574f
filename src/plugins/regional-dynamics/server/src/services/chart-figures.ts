import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { EditionFigures } from '../../../shared/admin-contracts';
import { editionFigures, yearsOf } from '../core/edition-figures';
import type { EditionHead } from '../store/editions';
import { readTerritories } from '../store/territories';
import { editionReader, nodeName } from './edition-reader';

/** Reads what charts of an edition are drawn from. */
export const chartFigures = (strapi: Core.Strapi) => {
  const reader = editionReader(strapi);
  return {
    reader,
    /** @throws NotFoundError for a year that is none of the edition's */
    async read(
      edition: EditionHead,
      { year, locale }: { year?: number | undefined; locale: string },
    ): Promise<EditionFigures> {
      const result = await reader.resultOf(edition);
      const wanted = year ?? edition.year;
      if (!yearsOf(result).includes(wanted)) {
        throw new errors.NotFoundError(`${edition.reference} has no year ${wanted}`);
      }
      const territories = await readTerritories(strapi);
      const name = await reader.indexName(edition.indexCode, locale);
      return editionFigures(result, {
        year: wanted,
        reference: edition.reference,
        index: { code: edition.indexCode, name },
        nodeName: (node) => nodeName(node, locale),
        unitName: (unit) => territories.nameOf(unit, locale),
        placeOf: territories.placeOf,
      });
    },
  };
};
