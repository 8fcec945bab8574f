import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { GetWhatIf, GetWhatIfFigures, PostPreview } from '../../../shared/workbench-contracts';
import { whatIfSchema } from '../core/what-if';
import { getService } from '../get-service';
import { type PanelContext, panelLocale, signalOf } from './panel-context';
import { readInput } from './read-input';

const query = z.strictObject({ locale: panelLocale });

/** The panel's *what if*. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const whatIf = () => getService(strapi, 'what-if');
  return {
    async open(ctx: PanelContext) {
      const { locale } = readInput(query, ctx.query);
      const data = await whatIf().open(ctx.params.reference ?? '', locale);
      ctx.body = { data } satisfies GetWhatIf;
    },

    async figures(ctx: PanelContext) {
      const { locale } = readInput(query, ctx.query);
      const { reference = '', unit = '' } = ctx.params;
      const data = await whatIf().figures(reference, unit, locale);
      ctx.body = { data } satisfies GetWhatIfFigures;
    },

    async rank(ctx: PanelContext) {
      const { locale } = readInput(query, ctx.query);
      const changes = readInput(whatIfSchema, ctx.request.body);
      const data = await whatIf().rank({
        reference: ctx.params.reference ?? '',
        changes,
        locale,
        owner: `${ctx.state.user.id}`,
        signal: signalOf(ctx),
      });
      ctx.body = { data } satisfies PostPreview;
    },
  };
};
