import type { Core } from '@strapi/strapi';
import { compact } from 'lodash';
import type { GetApproval } from '../contracts';
import { type Interview, readInterview, readInterviewsOf } from '../store/read-interview';
import { approvalOfInterview } from './approval-state';
import { languageOf } from './language-of';
import { readSubject } from './read-subject';
import { openRequestsOf } from './requests';

const readState = async ({
  strapi,
  initiative,
  interviews,
  now,
}: {
  strapi: Core.Strapi;
  initiative: string | undefined;
  interviews: Interview[];
  now: Date;
}): Promise<GetApproval['data']> =>
  strapi.db.transaction(async ({ trx }) => {
    const subject =
      initiative === undefined ? undefined : await readSubject({ strapi, initiative });
    const requests = await openRequestsOf({
      strapi,
      trx,
      interviews: interviews.map(({ documentId }) => documentId),
      now: now.getTime(),
    });
    const [only] = interviews;
    return {
      initiative:
        initiative !== undefined && subject
          ? { documentId: initiative, locale: subject.locale, quality: subject.quality }
          : null,
      interviews: interviews.map((interview) =>
        approvalOfInterview({
          interview,
          request: requests.find((request) => request.interview === interview.documentId),
          textHash: subject?.hash,
        }),
      ),
      contact:
        only && interviews.length === 1
          ? {
              name: only.interviewee?.name ?? null,
              email: only.interviewee?.email ?? null,
              language: languageOf({ interview: only, subject }),
            }
          : null,
    };
  });

/** How the owner's approval of an initiative stands, in each interview of it. */
export const readApprovalOfInitiative = async ({
  strapi,
  documentId,
  now,
}: {
  strapi: Core.Strapi;
  documentId: string;
  now: Date;
}): Promise<GetApproval['data']> => {
  const interviews = await readInterviewsOf({ strapi, initiative: documentId });
  return readState({ strapi, initiative: documentId, interviews, now });
};

/** How the owner's approval stands in one interview; without such an interview, in none. */
export const readApprovalOfInterview = async ({
  strapi,
  documentId,
  now,
}: {
  strapi: Core.Strapi;
  documentId: string;
  now: Date;
}): Promise<GetApproval['data']> => {
  const interview = await readInterview({ strapi, documentId });
  return readState({
    strapi,
    initiative: interview?.initiative,
    interviews: compact([interview]),
    now,
  });
};
