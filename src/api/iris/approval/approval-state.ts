import type { ApprovalOfInterview } from '../contracts';
import type { Interview } from '../store/read-interview';
import type { ApprovalRequest } from './requests';

/**
 * How the owner's approval stands, as an editor is told: a recorded approval of another text than
 * the one there is counts as withdrawn, and a link is open until it expires.
 * @param textHash fingerprint of the initiative's original text as it is
 */
export const approvalOfInterview = ({
  interview,
  request,
  textHash,
}: {
  interview: Interview;
  request: ApprovalRequest | undefined;
  textHash: string | undefined;
}): ApprovalOfInterview => {
  const { approval } = interview;
  const { state } = approval;
  const outdated = state === 'approved' && approval.hash !== textHash;
  return {
    interview: interview.documentId,
    reference: interview.reference ?? null,
    date: interview.date ?? null,
    state:
      state === 'refused' || state === 'withdrawn'
        ? state
        : outdated
          ? 'withdrawn'
          : state === 'approved'
            ? 'approved'
            : request
              ? 'asked'
              : state === 'pending'
                ? 'pending'
                : 'none',
    by: approval.by ?? null,
    at: approval.at ?? null,
    withdrawnAt: approval.withdrawnAt ?? null,
    comment: approval.comment ?? null,
    expiresAt: request ? new Date(request.expiresAt).toISOString() : null,
  };
};
