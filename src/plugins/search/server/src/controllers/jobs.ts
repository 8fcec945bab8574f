import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import type { JobKind } from '../../../shared/contracts';
import { getService } from '../services/get-service';
import type { JobStart } from '../services/jobs';

type Context = Parameters<Core.ControllerHandler>[0];

const rebuildBody = z
  .strictObject({ locales: z.array(z.string()).min(1).optional() })
  .optional()
  .nullable();

/** Long work from the admin: begun here, done in the background, followed by `GET /search/jobs`. */
export const jobs = ({ strapi }: { strapi: Core.Strapi }) => {
  const list = async (ctx: Context): Promise<void> => {
    ctx.body = { data: await getService({ strapi, name: 'jobs' }).list() };
  };

  /** 202 with what is under way, or 409 with what was under way already. */
  const answer = async <Outcome>(ctx: Context, started: JobStart<Outcome>): Promise<void> => {
    if (started.state === 'busy') {
      const { kind } = started.job;
      ctx.status = 409;
      ctx.body = {
        data: null,
        error: {
          status: 409,
          name: 'ConflictError',
          message: `A ${kind} is under way already: wait for its end, or cancel it.`,
          details: { job: started.job },
        },
      };
      return;
    }
    started.ended.catch((error: unknown) =>
      strapi.log.error(`search: the end of a run could not be written down: ${String(error)}`),
    );
    const all = await getService({ strapi, name: 'jobs' }).list();
    ctx.status = 202;
    ctx.body = { data: all.find(({ runId }) => runId === started.runId) ?? null };
  };

  const targetsOf = async (body: unknown): Promise<string[] | undefined> => {
    const parsed = rebuildBody.safeParse(body);
    const { locales: known } = await getService({ strapi, name: 'locales' }).get();
    const targets = getService({ strapi, name: 'indexes' }).targetsOf(known);
    const wanted = parsed.success ? parsed.data?.locales : [];
    const unknown = wanted?.filter((locale) => !targets.includes(locale)) ?? [];
    if (parsed.success && unknown.length === 0) return wanted;
    const message = `locales must be a list of some of ${targets.join(', ')}`;
    throw new errors.ValidationError(message, {
      errors: [{ path: ['locales'], message, name: 'ValidationError' }],
    });
  };

  const cancel =
    (kind: JobKind) =>
    async (ctx: Context): Promise<void> => {
      const isAsked = await getService({ strapi, name: 'jobs' }).cancel(kind);
      if (!isAsked) throw new errors.NotFoundError(`No ${kind} is under way`);
      ctx.status = 202;
      ctx.body = { data: { requested: true } };
    };

  return {
    list,
    rebuild: async (ctx: Context): Promise<void> => {
      const targets = await targetsOf(ctx.request.body);
      await answer(ctx, await getService({ strapi, name: 'rebuild' }).begin({ targets }));
    },
    check: async (ctx: Context): Promise<void> =>
      answer(ctx, await getService({ strapi, name: 'reconciler' }).check()),
    repair: async (ctx: Context): Promise<void> =>
      answer(ctx, await getService({ strapi, name: 'reconciler' }).repair()),
    cancelRebuild: cancel('rebuild'),
    cancelCheck: cancel('check'),
    cancelRepair: cancel('repair'),
  };
};
