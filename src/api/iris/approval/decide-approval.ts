import type { Core } from '@strapi/strapi';
import { raiseQuality } from '../store/approvals';
import { documentsOf } from '../store/documents';
import { holdInitiative } from '../store/hold-initiative';
import { type OpenApproval, openApproval } from './open-approval';
import { endRequest } from './requests';

export type Decision =
  | { kind: 'approve'; hash: string }
  | { kind: 'changes'; hash: string; comment: string };

export type Decided =
  | { outcome: 'gone' }
  /** The text is no longer the one that was shown: nothing is decided, the link stays open. */
  | { outcome: 'changed'; open: OpenApproval }
  | { outcome: 'approved' | 'refused'; open: OpenApproval };

/**
 * Records what the owner decides by a link, and ends the link: of two decisions at once, one counts.
 * An approval raises the quality of the initiative's drafts; an editor publishes them.
 * @param token as it stands in the link
 */
export const decideApproval = async ({
  strapi,
  token,
  decision,
  now,
}: {
  strapi: Core.Strapi;
  token: string;
  decision: Decision;
  now: Date;
}): Promise<Decided> =>
  strapi.db.transaction(async ({ trx }): Promise<Decided> => {
    const open = await openApproval({
      strapi,
      trx,
      token,
      now,
      hold: (initiative) => holdInitiative({ strapi, documentId: initiative }),
    });
    if (!open) return { outcome: 'gone' };
    const { request, interview, subject } = open;
    if (decision.hash !== subject.hash) return { outcome: 'changed', open };
    if (!(await endRequest({ strapi, trx, tokenHash: request.tokenHash }))) {
      return { outcome: 'gone' };
    }
    const approves = decision.kind === 'approve';
    await documentsOf(strapi, 'api::iris.interview').update({
      documentId: interview.documentId,
      data: {
        ownerApproval: {
          state: approves ? 'approved' : 'refused',
          by: interview.interviewee?.name ?? null,
          at: now.toISOString(),
          hash: approves ? subject.hash : null,
          comment: approves ? null : decision.comment,
        },
      },
    });
    if (approves) await raiseQuality({ strapi, initiative: request.initiative });
    return { outcome: approves ? 'approved' : 'refused', open };
  });
