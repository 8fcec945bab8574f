import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson } from './canonical-json';

it('gives equal data equal bytes, and loses nothing of it', () => {
  expect(canonicalJson({ b: [{ d: 1, c: null }], a: 'x' })).toBe(
    '{"a":"x","b":[{"c":null,"d":1}]}',
  );
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(JSON.parse(canonicalJson(JSON.parse(text)))).toEqual(JSON.parse(text));
    }),
  );
});
