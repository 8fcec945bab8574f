import { describe, expect, test } from 'vitest';
import { shownSchemas } from '../../../test/support/read-schemas';
import { forms, itemForms } from '../../forms';
import { helpOf, helpPlaces } from './help-of';
import { helpTexts } from './help-texts';

/** What Strapi's own form of a type leaves out. */
const HIDDEN_BY_STRAPI: Record<string, string[]> = {
  'plugin::users-permissions.user': ['provider', 'resetPasswordToken', 'confirmationToken'],
};

const fields = shownSchemas().flatMap(({ uid, attributes }) => {
  const hidden = (forms[uid] ?? itemForms[uid])?.hidden ?? HIDDEN_BY_STRAPI[uid] ?? [];
  return Object.keys(attributes)
    .filter((attribute) => !hidden.includes(attribute))
    .map((attribute) => ({ uid, attribute }));
});

describe.each(Object.entries(helpTexts))('the help in %s', (_, texts) => {
  test('has a sentence for every field that an editor sees', () => {
    expect(fields.length).toBeGreaterThan(600);
    const without = fields.filter((field) => helpOf({ texts, ...field }) === undefined);
    expect(without).toEqual([]);
  });

  test('has no sentence for a field that is gone', () => {
    const used = new Set(
      fields.flatMap((field) => {
        const place = helpPlaces(field).find(([group, key]) => texts[group]?.[key] !== undefined);
        return place ? [place.join(' ')] : [];
      }),
    );
    const given = Object.entries(texts).flatMap(([group, sentences]) =>
      Object.keys(sentences).map((key) => `${group} ${key}`),
    );
    expect(given.filter((place) => !used.has(place))).toEqual([]);
  });

  test('is written in sentences', () => {
    for (const sentence of Object.values(texts).flatMap((group) => Object.values(group))) {
      expect(sentence).toMatch(/^[\p{Lu}\d«“].*[.…»]$/u);
      expect(sentence.length, sentence).toBeLessThan(260);
      expect(sentence).not.toContain("'");
    }
  });
});

test('both languages help with the same fields', () => {
  const [fr = {}, en = {}] = [helpTexts.fr, helpTexts.en];
  const keysOf = (texts: typeof fr) =>
    Object.entries(texts).flatMap(([group, sentences]) =>
      Object.keys(sentences).map((key) => `${group} ${key}`),
    );
  expect(keysOf(fr)).toEqual(keysOf(en));
  const same = keysOf(fr).filter((place) => {
    const [group = '', key = ''] = place.split(' ');
    return fr[group]?.[key] === en[group]?.[key];
  });
  expect(same).toEqual([]);
});
