import type { Core } from '@strapi/strapi';
import { readSupport, type Support, settleQuality, withdrawOutdatedApprovals } from './approvals';

const INITIATIVE = 'api::iris.initiative';
const INTERVIEW = 'api::iris.interview';
const WRITES = new Set(['update', 'delete']);
/** The actions by which a draft's text may become another. */
const EDITS = new Set(['update', 'discardDraft']);

const isLost = (before: Support, after: Support): boolean =>
  before.initiative !== after.initiative ||
  (before.state === 'approved' && after.state !== 'approved');

const documentIdOf = (value: object): string | undefined =>
  'documentId' in value && typeof value.documentId === 'string' ? value.documentId : undefined;

/**
 * Registers the document middleware by which an initiative loses a quality when the interview it
 * rests on is deleted or given to another, or its owner takes the approval back, and by which an
 * approval ends when the approved text is edited. Call it in `register()`.
 */
export const registerInterviewEffects = ({
  strapi,
  clock = () => new Date(),
}: {
  strapi: Core.Strapi;
  clock?: () => Date;
}): void => {
  strapi.documents.use(async (context, next) => {
    if (context.uid !== INITIATIVE || !EDITS.has(context.action)) return next();
    const initiative = documentIdOf(context.params);
    if (initiative === undefined) return next();
    return strapi.db.transaction(async () => {
      const result = await next();
      await withdrawOutdatedApprovals({ strapi, initiative, now: clock() });
      return result;
    });
  });

  strapi.documents.use(async (context, next) => {
    if (context.uid !== INTERVIEW || !WRITES.has(context.action)) return next();
    const documentId = documentIdOf(context.params);
    if (documentId === undefined) return next();
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
