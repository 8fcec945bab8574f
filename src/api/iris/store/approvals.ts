import type { Core } from '@strapi/strapi';
import { isRecord, textOf } from '../../../rules/readers';
import type { Row } from '../../../rules/violation';
import { outdatedApprovals, supportedQuality } from '../rules/initiative';
import { textHash } from '../rules/text-hash';
import { initiativeTextKeys, readApprovals, readOriginal } from './initiative-facts';

const INTERVIEW = 'api::iris.interview';
const INITIATIVE = 'api::iris.initiative';

/** Withdraws one interview's approval, so that an editor who has the interview open sees a conflict. */
const withdraw = async ({
  strapi,
  interview,
  now,
}: {
  strapi: Core.Strapi;
  interview: string;
  now: Date;
}): Promise<void> => {
  const stored: Row | null = await strapi.db
    .query(INTERVIEW)
    .findOne({ where: { documentId: interview }, populate: { ownerApproval: true } });
  if (!isRecord(stored?.ownerApproval)) return;
  await strapi.db.query('iris.owner-approval').update({
    where: { id: stored.ownerApproval.id },
    data: { state: 'withdrawn', withdrawnAt: now },
  });
  await strapi.db.query(INTERVIEW).update({ where: { id: stored.id }, data: { updatedAt: now } });
};

/**
 * Withdraws the approvals of a text that is no longer the original's, in the transaction of the
 * edit that outdates them, and takes from the drafts a quality that no approval bears out any more.
 * The published row keeps its quality until it is published again: its text is still the approved
 * one.
 */
export const withdrawOutdatedApprovals = async ({
  strapi,
  initiative,
  now,
}: {
  strapi: Core.Strapi;
  initiative: string;
  now: Date;
}): Promise<void> => {
  const approvals = await readApprovals(strapi, initiative);
  if (!approvals.some(({ state }) => state === 'approved')) return;
  const original = await readOriginal({ strapi, documentId: initiative });
  if (!original) return;
  const hash = textHash({ row: original, keys: initiativeTextKeys(strapi) });
  const outdated = outdatedApprovals({ approvals, hash });
  for (const { interview } of outdated) await withdraw({ strapi, interview, now });
  if (outdated.length === 0) return;
  const quality = supportedQuality({
    quality: 'owner-approved',
    approvals: await readApprovals(strapi, initiative),
  });
  await strapi.db.query(INITIATIVE).updateMany({
    where: { documentId: initiative, quality: 'owner-approved', publishedAt: null },
    data: { quality },
  });
};

/** Tells in the drafts of an initiative that its owner has approved the text. */
export const raiseQuality = async ({
  strapi,
  initiative,
}: {
  strapi: Core.Strapi;
  initiative: string;
}): Promise<void> => {
  await strapi.db.query(INITIATIVE).updateMany({
    where: {
      documentId: initiative,
      quality: { $in: ['documented', 'interviewed'] },
      publishedAt: null,
    },
    data: { quality: 'owner-approved' },
  });
};

/** What an interview bears out: which initiative, and whether its owner approves. */
export type Support = { initiative: string | undefined; state: string | undefined };

export const readSupport = async ({
  strapi,
  documentId,
}: {
  strapi: Core.Strapi;
  documentId: string;
}): Promise<Support> => {
  const interview: Row | null = await strapi.db.query(INTERVIEW).findOne({
    where: { documentId },
    populate: { ownerApproval: true, initiative: { select: ['documentId'] } },
  });
  const { initiative, ownerApproval } = interview ?? {};
  return {
    initiative: isRecord(initiative) ? textOf(initiative, 'documentId') : undefined,
    state: isRecord(ownerApproval) ? textOf(ownerApproval, 'state') : undefined,
  };
};

/**
 * Takes from every row of an initiative, published ones too, a quality that its interviews no
 * longer bear out.
 */
export const settleQuality = async ({
  strapi,
  initiative,
}: {
  strapi: Core.Strapi;
  initiative: string;
}): Promise<void> => {
  const approvals = await readApprovals(strapi, initiative);
  for (const quality of ['owner-approved', 'interviewed']) {
    const supported = supportedQuality({ quality, approvals });
    if (supported === quality) continue;
    await strapi.db.query(INITIATIVE).updateMany({
      where: { documentId: initiative, quality },
      data: { quality: supported },
    });
  }
};
