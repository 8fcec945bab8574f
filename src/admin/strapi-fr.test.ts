import { expect, test } from 'vitest';
import strapiFr from './translations/strapi-fr.json';

test('keeps the balance of braces and tags that Strapi fills', () => {
  for (const [key, text] of Object.entries(strapiFr)) {
    const count = (character: string) => text.split(character).length - 1;
    expect(count('{'), key).toBe(count('}'));
    expect((text.match(/<\w+>/g) ?? []).length, key).toBe((text.match(/<\/\w+>/g) ?? []).length);
  }
});
