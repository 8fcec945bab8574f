import { expect, test } from 'vitest';
import { editedFields } from './edited-fields';

const localized = { i18n: { localized: true } };
const attributes = {
  id: { type: 'increments' },
  updatedAt: { type: 'datetime' },
  title: { type: 'string', pluginOptions: localized },
  budget: { type: 'integer', pluginOptions: { i18n: { localized: false } } },
  themes: { type: 'relation', pluginOptions: localized },
  hidden: { type: 'string', pluginOptions: { 'content-manager': { visible: false } } },
};

test('an original edits everything but links and what Strapi keeps', () => {
  expect(editedFields({ attributes, isTranslation: false })).toEqual(['title', 'budget']);
});

test('a translation edits its texts', () => {
  expect(editedFields({ attributes, isTranslation: true })).toEqual(['title']);
});
