import { expect, test } from 'vitest';
import { forms } from '../../forms';
import en from '../translations/forms.en.json';
import fr from '../translations/forms.fr.json';

test.each([
  ['fr', fr],
  ['en', en],
])('every section has a heading in %s, and none is left over', (_, texts) => {
  const sections = new Set(Object.values(forms).flatMap((form) => Object.keys(form.sections)));
  const headings = Object.keys(texts).filter((key) => key.startsWith('section.'));
  expect(headings.sort()).toEqual([...sections].map((name) => `section.${name}`).sort());
});

test('both languages have the same messages', () => {
  expect(Object.keys(en)).toEqual(Object.keys(fr));
});
