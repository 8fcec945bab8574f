import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Preview, RecipeDocument } from '../../../shared/workbench-contracts';
import { INDEX } from '../constants';
import { editionPlanSchema } from '../core/edition-plan';
import { parseRecipe } from '../core/parse-recipe';
import { figureCodes, type Recipe } from '../core/recipe';
import { getService } from '../get-service';
import { latestEdition } from '../store/editions';
import { readIndex, readIndicators, readIndices } from '../store/panel-recipes';
import { readFigures } from '../store/read-figures';
import { editionReader, nameIn, unitIn } from './edition-reader';

/** Enough for a range one can judge by, few enough to answer while one moves a slider. */
const DRAWS = 200;

type PreviewOrder = {
  code: string;
  recipe: unknown;
  /** Place in the plan of editions. */
  edition: number;
  locale: string;
  owner: string;
  signal: AbortSignal;
};

/** `conflict`: somebody else has saved since the given version was read. */
type SaveOutcome = { kind: 'saved'; document: RecipeDocument } | { kind: 'conflict' };

const iso = (date: string | Date): string => new Date(date).toISOString();

/** Recipes as the panel edits them. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const { resultOf } = editionReader(strapi);

  const found = async (code: string) => {
    const index = await readIndex(strapi, code);
    if (!index) throw new errors.NotFoundError(`There is no index "${code}"`);
    return index;
  };

  const parsed = (given: unknown): Recipe => {
    const outcome = parseRecipe(given);
    if (outcome.kind === 'holds') return outcome.recipe;
    const [first] = outcome.problems;
    const message = `recipe.${first?.path.join('.')}: ${first?.message}`;
    throw new errors.ValidationError(message, {
      errors: outcome.problems.map((problem) => ({
        path: ['recipe', ...problem.path.map(String)],
        message: problem.message,
        name: 'ValidationError',
      })),
    });
  };

  const planOf = (editionPlan: unknown) => {
    const plan = editionPlanSchema.safeParse(editionPlan ?? []);
    return plan.success ? plan.data : [];
  };

  const findOne = async (code: string, locale: string): Promise<RecipeDocument> => {
    const index = await found(code);
    const indicators = await readIndicators(strapi);
    return {
      code,
      name: nameIn(index, locale, code),
      updatedAt: iso(index.updatedAt),
      recipe: index.recipe as Record<string, unknown>,
      plan: planOf(index.editionPlan).map(({ year, from }) => ({ year, from: from ?? null })),
      indicators: indicators.map((row) => ({
        code: row.code,
        name: nameIn(row, locale, row.code),
        unit: unitIn(row, locale),
        direction: row.direction,
      })),
    };
  };

  return {
    findOne,

    async find(locale: string) {
      const indices = await readIndices(strapi);
      return indices.map((index) => ({
        code: index.code,
        name: nameIn(index, locale, index.code),
        updatedAt: iso(index.updatedAt),
      }));
    },

    /**
     * Saves a recipe if nobody has saved another one since it was read.
     * @param updatedAt of the version that was read
     * @throws ValidationError naming each place that does not hold
     */
    async save({
      code,
      recipe,
      updatedAt,
      locale,
    }: {
      code: string;
      recipe: unknown;
      updatedAt: string;
      locale: string;
    }): Promise<SaveOutcome> {
      parsed(recipe);
      const conflict = await strapi.db.transaction(async () => {
        const index = await found(code);
        if (iso(index.updatedAt) !== updatedAt) return true;
        // As the author wrote it: defaults that are left out stay left out.
        const data = { recipe } as never;
        await strapi.documents(INDEX as never).update({ documentId: index.documentId, data });
        return false;
      });
      return conflict
        ? { kind: 'conflict' }
        : { kind: 'saved', document: await findOne(code, locale) };
    },

    /** Ranks of a draft, on the figures that the planned edition takes. */
    async preview({
      code,
      recipe,
      edition,
      locale,
      owner,
      signal,
    }: PreviewOrder): Promise<Preview> {
      const draft = parsed(recipe);
      const index = await found(code);
      const planned = planOf(index.editionPlan)[edition];
      if (!planned) {
        throw new errors.ValidationError(`edition: the plan has no edition ${edition}`);
      }
      const { year, from = year, vintages, nutsVersion = null } = planned;
      const figures = await readFigures(strapi, {
        indicators: figureCodes(draft),
        ...(planned.from === undefined ? {} : { from, to: year }),
        vintages,
      });
      const latest = await latestEdition(strapi, { indexCode: code, year });
      const replications = Math.min(DRAWS, draft.uncertainty.replications);
      return getService(strapi, 'previews').rank({
        owner,
        recipe: { ...draft, uncertainty: { ...draft.uncertainty, replications } },
        figures,
        years: Array.from({ length: year - from + 1 }, (_, k) => from + k),
        nutsVersion,
        compared: latest && { reference: latest.reference, result: await resultOf(latest) },
        locale,
        signal,
      });
    },
  };
};
