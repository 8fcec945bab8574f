/**
 * The table of open approval links: one row per interview at most. Times are Unix milliseconds. The
 * token itself is nowhere; a link does not survive an export, nor needs to.
 */
export const REQUESTS = 'iris_approval_requests';

export const requestModel = {
  uid: 'strapi::iris-approval-request',
  singularName: 'iris-approval-request',
  tableName: REQUESTS,
  attributes: {
    id: { type: 'increments' },
    tokenHash: { type: 'string', column: { notNullable: true } },
    interview: { type: 'string', column: { notNullable: true } },
    initiative: { type: 'string', column: { notNullable: true } },
    language: { type: 'string', column: { notNullable: true } },
    createdAt: { type: 'biginteger', column: { notNullable: true } },
    expiresAt: { type: 'biginteger', column: { notNullable: true } },
  },
  indexes: [
    { name: 'iris_approval_requests_token_unq', columns: ['token_hash'], type: 'unique' },
    { name: 'iris_approval_requests_interview_unq', columns: ['interview'], type: 'unique' },
  ],
} as const;
