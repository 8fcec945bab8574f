import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { previewAddress } from './preview-address';

const target = {
  type: 'initiative',
  api: '/api/initiatives/abc',
  locale: 'el',
  status: 'draft',
} as const;
const now = Date.UTC(2026, 0, 1);
const address = (clientUrl: string, secret = 'shared') =>
  previewAddress({ clientUrl, secret, target, now });

test('tells the front-end what to show, until when, below its own path', () => {
  const url = new URL(address('https://example.org/fr/'));
  expect(url.origin + url.pathname).toBe('https://example.org/fr/preview');
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    ...target,
    expires: String(Date.UTC(2026, 0, 1, 12) / 1000),
  });
});

test('is signed with the shared secret, all of it', () => {
  const [, signed = '', signature] =
    /\?(.+)&signature=([0-9a-f]{64})$/.exec(address('https://x.org')) ?? [];
  expect(signature).toBe(createHmac('sha256', 'shared').update(signed).digest('hex'));
  expect(address('https://x.org', 'another')).not.toContain(signature);
});

test('a type without locales has none', () => {
  const { locale: _, ...plain } = target;
  expect(
    previewAddress({ clientUrl: 'https://x.org', secret: 's', target: plain, now }),
  ).not.toContain('locale');
});
