import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { GetWhatIf, GetWhatIfFigures, Preview } from '../../../shared/workbench-contracts';
import { EDITION } from '../constants';
import { compareCodes } from '../core/compare-codes';
import { observationsOfTable } from '../core/edition-inputs';
import { underScoredCodes } from '../core/grid';
import { nutsVersionOf } from '../core/nuts';
import type { Observation } from '../core/observation';
import { parseRecipe } from '../core/parse-recipe';
import { editionRecipeSchema, figureCodes } from '../core/recipe';
import type { Result } from '../core/result';
import { applyWhatIf, figuresOfUnit, type WhatIf } from '../core/what-if';
import { getService } from '../get-service';
import { readIndicators } from '../store/panel-recipes';
import { readTerritories } from '../store/territories';
import { editionReader, nameIn, type StoredInputs, unitIn } from './edition-reader';
import { packFigures } from './previews';

type EditionRow = {
  reference: string;
  indexCode: string;
  year: number;
  fromYear: number | null;
  nutsVersion: string | null;
  recipe: Record<string, unknown>;
  results: Result;
};

const COLUMNS = [
  ...['reference', 'indexCode', 'year', 'fromYear', 'nutsVersion', 'recipe', 'results'],
];

const refused = (path: string[], message: string) =>
  new errors.ValidationError(`${path.join('.')}: ${message}`, {
    errors: [{ path, message, name: 'ValidationError' }],
  });

/** An edition under other assumptions or figures; nothing is saved. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const { indexName, indicatorNames } = editionReader(strapi);

  const read = async (reference: string): Promise<EditionRow> => {
    const row: EditionRow | null = await strapi.db
      .query(EDITION)
      .findOne({ where: { reference }, select: COLUMNS });
    if (!row) throw new errors.NotFoundError(`There is no edition "${reference}"`);
    return row;
  };

  /** The edition's figures, under the codes of its units. */
  const readObservations = async ({
    reference,
    nutsVersion,
    ...edition
  }: EditionRow): Promise<Observation[]> => {
    const row: Pick<StoredInputs, 'inputTable'> | null = await strapi.db
      .query(EDITION)
      .findOne({ where: { reference }, select: ['inputTable'] });
    return underScoredCodes({
      recipe: editionRecipeSchema.parse(edition.recipe),
      observations: observationsOfTable(row?.inputTable ?? []),
      nutsVersion: nutsVersionOf(nutsVersion),
    });
  };

  return {
    /** What one may change of the edition. */
    async open(reference: string, locale: string): Promise<GetWhatIf['data']> {
      const { indexCode, year, recipe, results } = await read(reference);
      const { nameOf } = await readTerritories(strapi);
      const nameOfIndicator = await indicatorNames(locale);
      const { indicators } = editionRecipeSchema.parse(recipe);
      return {
        reference,
        index: { code: indexCode, name: await indexName(indexCode, locale) },
        year,
        recipe,
        indicators: Object.fromEntries(indicators.map(({ code }) => [code, nameOfIndicator(code)])),
        units: results.units
          .filter((unit) => unit.year === year)
          .map(({ unit }) => ({ unit, name: nameOf(unit, locale) }))
          .sort((a, b) => compareCodes(a.unit, b.unit)),
      };
    },

    /** A unit's figures of the edition's (last) year, as an observation would give them. */
    async figures(
      reference: string,
      unit: string,
      locale: string,
    ): Promise<GetWhatIfFigures['data']> {
      const edition = await read(reference);
      const rows = new Map((await readIndicators(strapi)).map((row) => [row.code, row]));
      const figures = figuresOfUnit({
        recipe: editionRecipeSchema.parse(edition.recipe),
        observations: await readObservations(edition),
        result: edition.results,
        unit,
        year: edition.year,
      });
      if (!figures) throw new errors.NotFoundError(`${reference} has no unit "${unit}"`);
      return figures.map((figure) => {
        const row = rows.get(figure.indicator);
        const name = nameIn(row, locale, figure.indicator);
        return { ...figure, name, unit: unitIn(row, locale) };
      });
    },

    /**
     * Ranks with ranges under the changes, beside the edition's own.
     * @throws ValidationError for a unit or an indicator that the edition does not have, or
     * changes that leave no recipe
     */
    async rank({
      reference,
      changes,
      locale,
      owner,
      signal,
    }: {
      reference: string;
      changes: WhatIf;
      locale: string;
      owner: string;
      signal: AbortSignal;
    }): Promise<Preview> {
      const edition = await read(reference);
      const { year, fromYear, nutsVersion, results } = edition;
      const units = new Set(results.units.map(({ unit }) => unit));
      const recipe = editionRecipeSchema.parse(edition.recipe);
      const codes = new Set(figureCodes(recipe));
      for (const { unit, indicator } of changes.figures) {
        if (!units.has(unit)) throw refused(['figures'], `there is no unit "${unit}"`);
        if (!codes.has(indicator))
          throw refused(['figures'], `there is no indicator "${indicator}"`);
      }
      const observations = await readObservations(edition);
      const changed = applyWhatIf({ recipe, observations, year }, changes);
      const checked = parseRecipe(changed.recipe);
      if (checked.kind === 'wrong') {
        const [problem] = checked.problems;
        throw refused(problem?.path.map(String) ?? [], problem?.message ?? 'does not hold');
      }
      const first = fromYear ?? year;
      return getService(strapi, 'previews').rank({
        owner,
        recipe: checked.recipe,
        figures: packFigures(changed.observations),
        years: Array.from({ length: year - first + 1 }, (_, k) => first + k),
        nutsVersion,
        compared: { reference, result: results },
        locale,
        signal,
      });
    },
  };
};
