import type { Core } from '@strapi/strapi';
import { readSupport, type Support, settleQuality } from './approvals';

const INTERVIEW = 'api::iris.interview';
const WRITES = new Set(['update', 'delete']);

const isLost = (before: Support, after: Support): boolean =>
  before.initiative !== after.initiative ||
  (before.state === 'approved' && after.state !== 'approved');

/**
 * Registers the document middleware by which an initiative loses a quality when the interview it
 * rests on is deleted or given to another, or its owner takes the approval back. Call it in
 * `register()`.
 */
export const registerInterviewEffects = ({ strapi }: { strapi: Core.Strapi }): void => {
  strapi.documents.use(async (context, next) => {
    if (context.uid !== INTERVIEW || !WRITES.has(context.action)) return next();
    const { params } = context;
    const documentId = 'documentId' in params ? params.documentId : undefined;
    if (typeof documentId !== 'string') return next();
    return strapi.db.transaction(async () => {
      const before = await readSupport({ strapi, documentId });
      const result = await next();
      const after = await readSupport({ strapi, documentId });
      const { initiative } = before;
      if (initiative !== undefined && isLost(before, after)) {
        await settleQuality({ strapi, initiative });
      }
      return result;
    });
  });
};
