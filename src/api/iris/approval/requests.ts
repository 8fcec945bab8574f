import type { Core } from '@strapi/strapi';
import type { Transaction } from '../../../rules/store';
import { REQUESTS } from './request-model';

/** An open link: whom it asks, about which text, until when (Unix milliseconds). */
export type ApprovalRequest = {
  tokenHash: string;
  interview: string;
  initiative: string;
  language: string;
  expiresAt: number;
};

type Stored = {
  token_hash: string;
  interview: string;
  initiative: string;
  language: string;
  expires_at: number | string;
};

type Store = { strapi: Core.Strapi; trx: Transaction };

const table = ({ strapi, trx }: Store) => strapi.db.getConnection(REQUESTS).transacting(trx);

const toRequest = (row: Stored): ApprovalRequest => ({
  tokenHash: row.token_hash,
  interview: row.interview,
  initiative: row.initiative,
  language: row.language,
  expiresAt: Number(row.expires_at),
});

/** Opens a link; the one before of the same interview ends, and so do all that have expired. */
export const openRequest = async ({
  request,
  now,
  ...store
}: Store & { request: ApprovalRequest; now: number }): Promise<void> => {
  const { tokenHash, interview, initiative, language, expiresAt } = request;
  await table(store).where({ interview }).orWhere('expires_at', '<=', now).delete();
  await table(store).insert({
    token_hash: tokenHash,
    interview,
    initiative,
    language,
    created_at: now,
    expires_at: expiresAt,
  });
};

/** The open link of this token, or undefined: never made, used, ended by another, or expired. */
export const findRequest = async ({
  tokenHash,
  now,
  ...store
}: Store & { tokenHash: string; now: number }): Promise<ApprovalRequest | undefined> => {
  const row: Stored | undefined = await table(store)
    .where({ token_hash: tokenHash })
    .andWhere('expires_at', '>', now)
    .first();
  return row && toRequest(row);
};

/** Ends a link. Of two that do so at once, one is told that it has. */
export const endRequest = async ({
  tokenHash,
  ...store
}: Store & { tokenHash: string }): Promise<boolean> =>
  (await table(store).where({ token_hash: tokenHash }).delete()) === 1;

/** The open links of these interviews. */
export const openRequestsOf = async ({
  interviews,
  now,
  ...store
}: Store & { interviews: readonly string[]; now: number }): Promise<ApprovalRequest[]> => {
  const rows: Stored[] = await table(store)
    .whereIn('interview', [...interviews])
    .andWhere('expires_at', '>', now);
  return rows.map(toRequest);
};
