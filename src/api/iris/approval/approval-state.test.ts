import { expect, it } from 'vitest';
import type { Interview } from '../store/read-interview';
import { approvalOfInterview } from './approval-state';
import { readDecision } from './read-decision';
import { hashToken, makeToken } from './token';

const hash = 'a'.repeat(64);
const request = {
  tokenHash: 'x',
  interview: 'interview',
  initiative: 'initiative',
  language: 'el',
  expiresAt: Date.parse('2026-05-05T10:00:00.000Z'),
};

const interview = (state: string | undefined, approvedHash?: string): Interview => ({
  documentId: 'interview',
  reference: undefined,
  date: undefined,
  language: undefined,
  consent: false,
  questionnaire: undefined,
  initiative: 'initiative',
  interviewee: undefined,
  answers: [],
  approval: {
    state,
    by: undefined,
    at: undefined,
    hash: approvedHash,
    withdrawnAt: undefined,
    comment: undefined,
  },
});

it.each<[string | undefined, string | undefined, boolean, string]>([
  [undefined, undefined, false, 'none'],
  ['pending', undefined, true, 'asked'],
  ['pending', undefined, false, 'pending'],
  ['approved', hash, false, 'approved'],
  ['approved', 'b'.repeat(64), false, 'withdrawn'],
  ['withdrawn', hash, false, 'withdrawn'],
  ['refused', undefined, false, 'refused'],
])(
  'an approval %s of %s with an open link %s is told as %s',
  (state, approved, isOpen, expected) => {
    const told = approvalOfInterview({
      interview: interview(state, approved),
      request: isOpen ? request : undefined,
      textHash: hash,
    });
    expect(told.state).toBe(expected);
    expect(told.expiresAt).toBe(isOpen ? '2026-05-05T10:00:00.000Z' : null);
  },
);

it.each<[string, unknown, unknown]>([
  ['an approval', { hash, decision: 'approve', comment: 'x' }, { kind: 'approve', hash }],
  [
    'changes',
    { hash, decision: 'changes', comment: ' un\r\ndeux ' },
    { kind: 'changes', hash, comment: 'un\ndeux' },
  ],
])('a form says %s', (_, body, decision) => {
  expect(readDecision(body)).toEqual({ outcome: 'decision', decision });
});

it.each<[unknown, string]>([
  [{ hash, decision: 'changes' }, 'commentMissing'],
  [{ hash, decision: 'changes', comment: 'x'.repeat(2001) }, 'commentTooLong'],
  [{ hash, decision: 'delete' }, 'invalid'],
  [{ hash: 'A'.repeat(64), decision: 'approve' }, 'invalid'],
  [{ hash, decision: ['approve', 'changes'] }, 'invalid'],
  [undefined, 'invalid'],
])('%j is no decision: %s', (body, outcome) => {
  expect(readDecision(body).outcome).toBe(outcome);
});

it('a token is long, and stored as a fingerprint only', () => {
  const token = makeToken();
  expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  expect(hashToken(token)).toMatch(/^[0-9a-f]{64}$/);
  expect([hashToken(''), hashToken(`${token}x`), hashToken('../x')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
