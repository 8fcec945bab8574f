import type { Core } from '@strapi/strapi';
import type { OpenApproval } from '../approval/open-approval';
import { createRateLimiter, type RateLimit } from '../approval/rate-limit';
import { readDecision } from '../approval/read-decision';
import { type FormPage, type Notice, renderForm, renderNotice } from '../approval/render-page';
import { TEXTS, toLanguage } from '../approval/texts';
import type approvalService from '../services/approval';

type Context = Parameters<Core.MiddlewareHandler>[0];

const FORM = 'application/x-www-form-urlencoded';
const STATUS: Record<Notice, number> = {
  approved: 200,
  refused: 200,
  gone: 404,
  busy: 429,
  invalid: 400,
};
/** Languages in the order in which they stand in for one we do not have. */
const LANGUAGES = ['fr', 'en', 'el', 'pt', 'es', 'pl'];

const HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Robots-Tag': 'noindex, nofollow',
};

const answer = (ctx: Context, { status, html }: { status: number; html: string }): void => {
  ctx.set(HEADERS);
  ctx.status = status;
  ctx.type = 'html';
  ctx.body = html;
};

/** What is said without a link has no owner whose language it could be. */
const sayNotice = (ctx: Context, notice: Notice, known?: string): void => {
  const accepted = ctx.acceptsLanguages(LANGUAGES);
  const language = toLanguage(known) ?? toLanguage(accepted || undefined) ?? 'fr';
  answer(ctx, {
    status: STATUS[notice],
    html: renderNotice({ language, texts: TEXTS[language], notice }),
  });
};

const showForm = (
  ctx: Context,
  {
    open,
    status = 200,
    ...said
  }: { open: OpenApproval; status?: number } & Pick<FormPage, 'alert' | 'comment'>,
): void => {
  const language = toLanguage(open.request.language) ?? 'fr';
  const { locale: textLanguage, parts, hash } = open.subject;
  answer(ctx, {
    status,
    html: renderForm({
      language,
      texts: TEXTS[language],
      page: { textLanguage, parts, hash, ...said },
    }),
  });
};

/**
 * The pages of an approval link: reading decides nothing, so that a mail scanner that follows it
 * does not either. A token that was never given, was used or has expired all get the same answer.
 */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const limit = createRateLimiter(strapi.config.get<RateLimit>('approvals.rate'));
  const approvals = (): ReturnType<typeof approvalService> =>
    strapi.service('api::iris.approval') as unknown as ReturnType<typeof approvalService>;
  const trusted = <T>(work: () => Promise<T>): Promise<T> =>
    strapi.plugin('access').service('guard').runTrusted(work);

  const isBusy = (ctx: Context): boolean => {
    const seconds = limit({ caller: ctx.request.ip, now: Date.now() });
    if (seconds === 0) return false;
    ctx.set('Retry-After', String(seconds));
    sayNotice(ctx, 'busy');
    return true;
  };

  return {
    async show(ctx: Context): Promise<void> {
      if (isBusy(ctx)) return;
      const token = String(ctx.params.token);
      const open = await trusted(() => approvals().open({ token, now: new Date() }));
      if (open) showForm(ctx, { open });
      else sayNotice(ctx, 'gone');
    },

    async decide(ctx: Context): Promise<void> {
      if (isBusy(ctx)) return;
      const token = String(ctx.params.token);
      const now = new Date();
      const open = await trusted(() => approvals().open({ token, now }));
      if (!open) return sayNotice(ctx, 'gone');
      if (!ctx.is(FORM)) return sayNotice(ctx, 'invalid', open.request.language);
      const read = readDecision(ctx.request.body);
      if (read.outcome === 'invalid') return sayNotice(ctx, 'invalid', open.request.language);
      if (read.outcome !== 'decision') {
        const { outcome: alert, comment } = read;
        return showForm(ctx, { open, status: 422, alert, comment });
      }
      const { decision } = read;
      const decided = await trusted(() => approvals().decide({ token, decision, now }));
      if (decided.outcome === 'gone') return sayNotice(ctx, 'gone');
      if (decided.outcome === 'changed') {
        const comment = decision.kind === 'changes' ? { comment: decision.comment } : {};
        return showForm(ctx, { open: decided.open, status: 409, alert: 'changed', ...comment });
      }
      return sayNotice(ctx, decided.outcome, open.request.language);
    },
  };
};
