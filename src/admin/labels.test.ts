import { describe, expect, test } from 'vitest';
import { shownSchemas } from '../../test/support/read-schemas';
import { CONTENTS, contentsOf } from '../string-lists/contents';
import { type Labels, toMessages } from './labels';
import stringListEn from './string-list/translations/en.json';
import stringListFr from './string-list/translations/fr.json';
import en from './translations/en.json';
import fr from './translations/fr.json';

const schemas = shownSchemas();

/** Closed lists of strings are labelled as the options of enumerations are. */
const choices = Object.keys(CONTENTS)
  .filter((holds) => holds !== 'nameLanguages')
  .flatMap((holds) => contentsOf(holds)?.choices ?? []);

describe.each<[string, Labels]>([
  ['fr', fr],
  ['en', en],
])('the labels in %s', (_, labels) => {
  test('name every field of every type and component, and none that is gone', () => {
    expect(schemas.length).toBeGreaterThan(25);
    const wanted = Object.fromEntries(
      schemas.map(({ uid, attributes }) => [uid, Object.keys(attributes).sort()]),
    );
    const given = Object.fromEntries(
      Object.entries(labels.fields).map(([uid, fields]) => [uid, Object.keys(fields).sort()]),
    );
    expect(given).toEqual(wanted);
  });

  test('name every type, component and option', () => {
    const names = schemas.map(({ info }) => info.displayName);
    expect(Object.keys(labels.names).sort()).toEqual([...new Set(names)].sort());
    const options = schemas.flatMap(({ attributes }) =>
      Object.values(attributes).flatMap((attribute) => attribute.enum ?? []),
    );
    expect(Object.keys(labels.options).sort()).toEqual(
      [...new Set([...options, ...choices])].sort(),
    );
  });

  test('stand under the keys of the content manager', () => {
    const messages = toMessages(labels);
    expect(messages['content-manager.content-types.api::iris.initiative.owner']).toBe(
      labels.fields['api::iris.initiative']?.owner,
    );
    expect(messages['content-manager.components.iris.cost.amount']).toBe(
      labels.fields['iris.cost']?.amount,
    );
    expect(messages.Initiative).toBe(labels.names.Initiative);
  });
});

test('the texts of the string list are the same in both languages', () => {
  expect(Object.keys(stringListEn)).toEqual(Object.keys(stringListFr));
});
