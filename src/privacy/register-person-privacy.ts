import type { Core } from '@strapi/strapi';
import { requestKind } from '../setup/request-kind';

const PERSON = 'api::observatory.person';
const READS = new Set(['findOne', 'findFirst', 'findMany', 'count']);

/**
 * Registers the document middleware by which the public API knows only persons who consented and
 * have a public role. Call it in `register()`.
 */
export const registerPersonPrivacy = ({ strapi }: { strapi: Core.Strapi }): void => {
  strapi.documents.use(async (context, next) => {
    if (context.uid !== PERSON || !READS.has(context.action)) return next();
    if (requestKind({ strapi }) !== 'content-api') return next();
    const params: Record<string, unknown> = { ...context.params };
    const shown = { consent: true, publicRole: true };
    const filters = params.filters ? { $and: [params.filters, shown] } : shown;
    Object.assign(context, { params: { ...params, filters } });
    return next();
  });
};
