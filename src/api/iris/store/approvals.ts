import type { Core } from '@strapi/strapi';
import { isRecord, textOf } from '../../../rules/readers';
import type { Row } from '../../../rules/violation';
import { type Approval, supportedQuality } from '../rules/initiative';
import { readApprovals } from './initiative-facts';

const INTERVIEW = 'api::iris.interview';
const INITIATIVE = 'api::iris.initiative';

/**
 * Marks approvals as withdrawn, in the transaction of the edit that outdates them. The initiative's
 * published row keeps its quality until it is published again: its text is still the approved one.
 */
export const withdrawApprovals = async ({
  strapi,
  approvals,
}: {
  strapi: Core.Strapi;
  approvals: readonly Approval[];
}): Promise<void> => {
  for (const { interview } of approvals) {
    const stored: Row | null = await strapi.db
      .query(INTERVIEW)
      .findOne({ where: { documentId: interview }, populate: { ownerApproval: true } });
    if (!isRecord(stored?.ownerApproval)) continue;
    await strapi.db
      .query('iris.owner-approval')
      .update({ where: { id: stored.ownerApproval.id }, data: { state: 'withdrawn' } });
  }
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
