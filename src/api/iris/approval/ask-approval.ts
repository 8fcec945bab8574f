import type { Core } from '@strapi/strapi';
import { notFound } from '../../../refusals/not-found';
import { refuse, violation } from '../../../rules/violation';
import { missing } from '../missing';
import { documentsOf } from '../store/documents';
import { holdInitiative } from '../store/hold-initiative';
import { type Interview, readInterview } from '../store/read-interview';
import { languageOf } from './language-of';
import { readSubject, type Subject } from './read-subject';
import { openRequest } from './requests';
import type { Language } from './texts';
import { hashToken, makeToken } from './token';

const INTERVIEW = 'api::iris.interview';
const DAY = 24 * 60 * 60 * 1000;

export type Asked = {
  token: string;
  expiresAt: Date;
  language: Language;
  title: string;
  email: string | undefined;
};

/**
 * Opens a link by which the owner of an interview's initiative may approve its text. The link
 * before ends, and what was recorded of the owner's approval with it.
 * @param days how long the link is valid
 * @param check throws when the caller may not ask
 * @returns the token, which is stored nowhere
 * @throws NotFoundError without such an interview; ValidationError without an initiative, or when
 * its text is approved as it is
 */
export const askApproval = async ({
  strapi,
  documentId,
  days,
  now,
  check,
}: {
  strapi: Core.Strapi;
  documentId: string;
  days: number;
  now: Date;
  check?: (interview: Interview) => void;
}): Promise<Asked> =>
  strapi.db.transaction(async ({ trx }) => {
    const asked = await readInterview({ strapi, documentId });
    if (!asked) throw notFound('no-such-interview');
    check?.(asked);
    const { initiative } = asked;
    if (initiative !== undefined) await holdInitiative({ strapi, documentId: initiative });
    // What was approved while we waited.
    const interview = (await readInterview({ strapi, documentId })) ?? asked;
    const subject: Subject | undefined =
      initiative === undefined ? undefined : await readSubject({ strapi, initiative });
    if (initiative === undefined || interview.initiative !== initiative || !subject) {
      throw missing('initiative', 'ask-needs-initiative', INTERVIEW);
    }
    const { state, hash, comment } = interview.approval;
    if (state === 'approved' && hash === subject.hash) {
      refuse([violation({ path: ['ownerApproval'], rule: 'not-approved-yet' })], INTERVIEW);
    }
    const token = makeToken();
    const expiresAt = new Date(now.getTime() + days * DAY);
    const language = languageOf({ interview, subject });
    const request = {
      tokenHash: hashToken(token) ?? '',
      interview: documentId,
      initiative,
      language,
      expiresAt: expiresAt.getTime(),
    };
    await openRequest({ strapi, trx, request, now: now.getTime() });
    await documentsOf(strapi, INTERVIEW).update({
      documentId,
      data: { ownerApproval: { state: 'pending', comment: comment ?? null } },
    });
    const { email } = interview.interviewee ?? {};
    return { token, expiresAt, language, title: subject.title, email };
  });
