import type { Core } from '@strapi/strapi';
import type { Transaction } from '../../../rules/store';
import { type Interview, readInterview } from '../store/read-interview';
import { readSubject, type Subject } from './read-subject';
import { type ApprovalRequest, findRequest } from './requests';
import { hashToken } from './token';

export type OpenApproval = { request: ApprovalRequest; interview: Interview; subject: Subject };

/**
 * What an open link leads to; undefined when the token was never given, was used, has expired, or
 * the interview is of another initiative now.
 */
export const openApproval = async ({
  strapi,
  trx,
  token,
  now,
  hold,
}: {
  strapi: Core.Strapi;
  trx: Transaction;
  token: string;
  now: Date;
  /** Called before the text is read, with the initiative. */
  hold?: (initiative: string) => Promise<void>;
}): Promise<OpenApproval | undefined> => {
  const tokenHash = hashToken(token);
  if (tokenHash === undefined) return undefined;
  const request = await findRequest({ strapi, trx, tokenHash, now: now.getTime() });
  if (!request) return undefined;
  const { initiative } = request;
  await hold?.(initiative);
  const interview = await readInterview({ strapi, documentId: request.interview });
  if (interview?.initiative !== initiative) return undefined;
  const subject = await readSubject({ strapi, initiative });
  return subject && { request, interview, subject };
};
