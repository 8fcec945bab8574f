import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type {
  GetRecipe,
  GetRecipes,
  PostCheck,
  PostPreview,
} from '../../../shared/workbench-contracts';
import { parseRecipe } from '../core/parse-recipe';
import { getService } from '../get-service';
import { type PanelContext, panelLocale, signalOf } from './panel-context';
import { readInput } from './read-input';

const query = z.strictObject({ locale: panelLocale });
const recipe = z.record(z.string(), z.unknown());
const checkBody = z.strictObject({ recipe: z.unknown() });
const saveBody = z.strictObject({ recipe, updatedAt: z.iso.datetime() });
const previewBody = z.strictObject({ recipe, edition: z.int().min(0).max(1000) });

/** The panel's recipe editor. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const recipes = () => getService(strapi, 'recipes');
  return {
    async find(ctx: PanelContext) {
      const { locale } = readInput(query, ctx.query);
      ctx.body = { data: await recipes().find(locale) } satisfies GetRecipes;
    },

    async findOne(ctx: PanelContext) {
      const { locale } = readInput(query, ctx.query);
      const data = await recipes().findOne(ctx.params.code ?? '', locale);
      ctx.body = { data } satisfies GetRecipe;
    },

    /** What a save would refuse, named where it is. */
    check(ctx: PanelContext) {
      const { locale } = readInput(query, ctx.query);
      const given = readInput(checkBody, ctx.request.body).recipe;
      const outcome = parseRecipe(given, locale === 'fr' ? 'fr' : 'en');
      const problems = outcome.kind === 'wrong' ? outcome.problems : [];
      ctx.body = { data: { problems } } satisfies PostCheck;
    },

    async save(ctx: PanelContext) {
      const { locale } = readInput(query, ctx.query);
      const body = readInput(saveBody, ctx.request.body);
      const outcome = await recipes().save({ ...body, code: ctx.params.code ?? '', locale });
      if (outcome.kind === 'saved') {
        ctx.body = { data: outcome.document } satisfies GetRecipe;
        return;
      }
      const message = 'The recipe was saved by somebody else since it was opened';
      ctx.status = 409;
      ctx.body = {
        data: null,
        error: { status: 409, name: 'ConflictError', message, details: {} },
      };
    },

    async preview(ctx: PanelContext) {
      const { locale } = readInput(query, ctx.query);
      const body = readInput(previewBody, ctx.request.body);
      const data = await recipes().preview({
        ...body,
        code: ctx.params.code ?? '',
        locale,
        owner: `${ctx.state.user.id}`,
        signal: signalOf(ctx),
      });
      ctx.body = { data } satisfies PostPreview;
    },
  };
};
