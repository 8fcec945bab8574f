import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { EDITION, EDITION_PUBLISH, INDEX } from '../constants';
import { canonicalJson } from '../core/canonical-json';
import { compareCodes } from '../core/compare-codes';
import { ENGINE_VERSION } from '../core/engine-version';
import type { Observation } from '../core/observation';
import { computeRanges } from '../core/ranges';
import { type Recipe, recipeSchema } from '../core/recipe';
import { type Result, resultOf } from '../core/result';
import { score } from '../core/score';
import { latestEdition } from '../store/editions';
import { latestObservations } from '../store/observations';
import { validationError } from '../validation-error';

type ComputeEdition = {
  index: string;
  year: number;
  nutsVersion?: string | null;
  /** Freeze it at once: from then on it is served and never changes. */
  publish?: boolean;
};

type ComputedEdition =
  | { kind: 'created'; reference: string }
  | { kind: 'unchanged'; reference: string };

type InputRow = [
  unit: string,
  year: number,
  indicator: string,
  value: number | null,
  flag: string | null,
];

const inputTableOf = (observations: readonly Observation[]): InputRow[] =>
  observations
    .map(
      ({ unit, year, indicator, value, flag }): InputRow => [
        unit,
        year,
        indicator,
        value,
        flag || null,
      ],
    )
    .sort((a, b) => compareCodes(a[2], b[2]) || compareCodes(a[0], b[0]) || a[1] - b[1]);

/** What an edition depends on; two editions with the same hash have the same results. */
const hashOf = (inputs: {
  recipe: Recipe;
  inputTable: InputRow[];
  nutsVersion: string | null;
  year: number;
}): string =>
  createHash('sha256')
    .update(canonicalJson({ ...inputs, engineVersion: ENGINE_VERSION }))
    .digest('hex');

/** Scores one year by a recipe, with its rank ranges. */
const computeResult = (
  recipe: Recipe,
  { observations, year }: { observations: readonly Observation[]; year: number },
): Result => {
  const scored = score({ recipe, observations, years: [year] });
  return resultOf(scored, computeRanges(scored));
};

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * Computes an edition from the index's recipe and the latest observations, unless the latest
   * edition of that year was made of the very same inputs.
   * @throws NotFoundError for an unknown index, ValidationError for a recipe that does not hold or
   * figures that score no unit at all
   */
  async compute({
    index: code,
    year,
    nutsVersion = null,
    publish = false,
  }: ComputeEdition): Promise<ComputedEdition> {
    const index: { id: number; recipe: unknown } | null = await strapi.db
      .query(INDEX)
      .findOne({ where: { code } });
    if (!index) throw new errors.NotFoundError(`There is no index "${code}"`);
    const parsed = recipeSchema.safeParse(index.recipe);
    if (!parsed.success) throw validationError(parsed.error, ['recipe']);
    const recipe = parsed.data;
    const observations = await latestObservations(
      strapi,
      recipe.indicators.map((indicator) => indicator.code),
    );
    const inputTable = inputTableOf(observations);
    const inputHash = hashOf({ recipe, inputTable, nutsVersion, year });
    const latest = await latestEdition(strapi, { indexCode: code, year });
    if (latest?.inputHash === inputHash) return { kind: 'unchanged', reference: latest.reference };

    const result = computeResult(recipe, { observations, year });
    if (!result.units.some(({ nodes }) => nodes[result.root]?.kind === 'available')) {
      const message = `No unit of ${year} can be scored: there are too few figures`;
      throw new errors.ValidationError(message, {
        errors: [{ path: ['year'], message, name: 'ValidationError' }],
      });
    }
    const number = (latest?.number ?? 0) + 1;
    const reference = `${code}-${year}-${number}`;
    const frozenAt = publish ? new Date() : null;
    await strapi.db.transaction(async ({ onCommit }) => {
      await strapi.db.query(EDITION).create({
        data: {
          reference,
          index: index.id,
          indexCode: code,
          year,
          number,
          recipe,
          inputTable,
          inputHash,
          engineVersion: ENGINE_VERSION,
          nutsVersion,
          seed: result.uncertainty.seed,
          draws: result.uncertainty.draws,
          results: result,
          frozenAt,
          publishedAt: new Date(),
        },
      });
      if (!publish) return;
      // Told once it can be read: a caller's own transaction may still be open here.
      onCommit(() => {
        strapi.eventHub
          .emit(EDITION_PUBLISH, { reference, index: code, year })
          .catch((error: unknown) => strapi.log.error(`${EDITION_PUBLISH}: ${String(error)}`));
      });
    });
    return { kind: 'created', reference };
  },
});
