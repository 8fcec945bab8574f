import { expect, it } from 'vitest';
import { isPublicWrite } from './is-public-write';

const entries = ['POST /auth/local', 'POST /approvals/:token'];

it.each<[string, string, boolean]>([
  ['POST', '/auth/local', true],
  ['PUT', '/auth/local', false],
  ['POST', '/auth/local/register', false],
  ['POST', '/auth', false],
  ['POST', '/approvals/abc-_9', true],
  ['POST', '/approvals/', false],
  ['POST', '/approvals', false],
  ['POST', '/approvals/abc/other', false],
  ['DELETE', '/approvals/abc', false],
  ['POST', '/initiatives', false],
])('%s %s: %s', (method, path, expected) => {
  expect(isPublicWrite({ entries, method, path })).toBe(expected);
});
