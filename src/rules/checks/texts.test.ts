import { expect, it } from 'vitest';
import { isLanguageCode } from './language-code';
import { isNutsCode } from './nuts';
import { isWebAddress } from './web-address';

it.each([
  'https://example.org',
  'HTTP://example.org/a?b=1#c',
  'http://[::1]/',
  'https://κρήτη.gr/',
])('%s is a web address', (text) => {
  expect(isWebAddress(text)).toBe(true);
});

it.each([
  'example.org',
  'ftp://example.org',
  'javascript:alert(1)',
  'https://',
  'https://a b',
  ' ',
])('%j is none', (text) => {
  expect(isWebAddress(text)).toBe(false);
});

it.each([
  ['fr', true],
  ['pt-PT', true],
  ['zh-Hans-CN', true],
  ['French', false],
  ['FR', false],
  ['', false],
])('%j is a language code: %s', (text, is) => {
  expect(isLanguageCode(text)).toBe(is);
});

it.each([
  ['FR', true],
  ['FRJ', true],
  ['FRJ2', true],
  ['FRJ23', true],
  ['FRJ235', false],
  ['F', false],
  ['fr10', false],
  ['F1', false],
])('%j has the form of a NUTS code: %s', (text, is) => {
  expect(isNutsCode(text)).toBe(is);
});
