import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { notFound } from '../../../refusals/not-found';
import { readApprovalOfInitiative, readApprovalOfInterview } from '../approval/read-approval';
import { sendLink } from '../approval/send-link';
import type { AskApproval, FillMonograph, GetApproval, GetGuide } from '../contracts';
import { fillMonograph } from '../monograph/fill-monograph';
import type approvalService from '../services/approval';
import { readGuide } from '../store/read-guide';
import { readInterview } from '../store/read-interview';
import { checkerOf, forbidIf } from './may';
import { parse } from './parse';

type Context = Parameters<Core.MiddlewareHandler>[0];

const INITIATIVE = 'api::iris.initiative';
const INTERVIEW = 'api::iris.interview';
const QUESTIONNAIRE = 'api::iris.questionnaire';

const fillBody = z.strictObject({
  dryRun: z.boolean().optional(),
  title: z.string().trim().max(100).optional(),
});
const askBody = z.strictObject({ send: z.boolean().optional() });
/** A questionnaire, or the one of a saved interview. */
const guideQuery = z.union([
  z.strictObject({ questionnaire: z.string().min(1), language: z.string().max(12).optional() }),
  z.strictObject({ interview: z.string().min(1), language: z.string().max(12).optional() }),
]);

/** What the admin panel asks about interviews. Each answers 403 beyond the caller's permissions. */
export const createController = ({ strapi }: { strapi: Core.Strapi }) => {
  const checker = (ctx: Context, model: string) =>
    checkerOf({ strapi, userAbility: ctx.state.userAbility, model });
  const approvals = (): ReturnType<typeof approvalService> =>
    strapi.service('api::iris.approval') as unknown as ReturnType<typeof approvalService>;
  /** The questionnaire of an interview that the caller may read. */
  const linkedTo = async (ctx: Context, { interview }: { interview: string }) => {
    const found = await readInterview({ strapi, documentId: interview });
    forbidIf(checker(ctx, INTERVIEW).cannot.read(found), 'may-not.read-interview');
    return found?.questionnaire;
  };
  const idOf = (ctx: Context): string => String(ctx.params.documentId);

  return {
    async guide(ctx: Context): Promise<GetGuide> {
      const asked = parse(guideQuery, ctx.query);
      forbidIf(checker(ctx, QUESTIONNAIRE).cannot.read(), 'may-not.read-questionnaires');
      const documentId =
        'questionnaire' in asked ? asked.questionnaire : await linkedTo(ctx, asked);
      const guide =
        documentId && (await readGuide({ strapi, documentId, language: asked.language }));
      if (!guide) throw notFound('no-such-questionnaire');
      return { data: guide };
    },

    async fill(ctx: Context): Promise<FillMonograph['response']> {
      const { dryRun = false, title } = parse(fillBody, ctx.request.body ?? {});
      const data = await fillMonograph({
        strapi,
        documentId: idOf(ctx),
        dryRun,
        title,
        user: ctx.state.user?.id,
        check: ({ interview, place: { row, locale } }) => {
          const interviews = checker(ctx, INTERVIEW).cannot;
          const initiatives = checker(ctx, INITIATIVE).cannot;
          forbidIf(interviews.read(interview), 'may-not.read-interview');
          forbidIf(
            row ? initiatives.update(row) : initiatives.create({ locale }),
            'may-not.write-initiatives',
            { locale },
          );
          forbidIf(!row && interviews.update(interview), 'may-not.link-interview');
        },
      });
      return { data };
    },

    async ask(ctx: Context): Promise<AskApproval['response']> {
      const { send = false } = parse(askBody, ctx.request.body ?? {});
      const asked = await approvals().ask({
        documentId: idOf(ctx),
        days: strapi.config.get<number>('approvals.days'),
        now: new Date(),
        check: (interview) =>
          forbidIf(checker(ctx, INTERVIEW).cannot.update(interview), 'may-not.ask'),
      });
      const base = strapi.config.get<string>('server.url') || ctx.origin;
      const link = `${base}${strapi.config.get<string>('api.rest.prefix', '/api')}/approvals/${asked.token}`;
      const to = send ? asked.email : undefined;
      const mailFailed = to !== undefined && !(await sendLink({ strapi, asked, link, to }));
      return {
        data: {
          link,
          expiresAt: asked.expiresAt.toISOString(),
          sentTo: mailFailed ? null : (to ?? null),
          mailFailed,
        },
      };
    },

    async approvalOfInterview(ctx: Context): Promise<GetApproval> {
      const documentId = idOf(ctx);
      const interview = await readInterview({ strapi, documentId });
      if (!interview) throw notFound('no-such-interview');
      forbidIf(checker(ctx, INTERVIEW).cannot.read(interview), 'may-not.read-interview');
      return { data: await readApprovalOfInterview({ strapi, documentId, now: new Date() }) };
    },

    async approvalOfInitiative(ctx: Context): Promise<GetApproval> {
      forbidIf(checker(ctx, INTERVIEW).cannot.read(), 'may-not.read-interviews');
      const documentId = idOf(ctx);
      return { data: await readApprovalOfInitiative({ strapi, documentId, now: new Date() }) };
    },
  };
};
