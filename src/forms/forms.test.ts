import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../test/support/compile';
import { readSchemas, type SchemaFile } from '../../test/support/read-schemas';
import { forms, itemForms } from '.';
import { parseRow } from './parse-row';

/** Those that the content manager shows in the full width only. */
const FULL_WIDTH = ['component', 'json', 'richtext'];
/** Those that the content manager cannot show in a list. */
const NOT_LISTABLE = ['json', 'richtext', 'component'];
const SYSTEM = ['createdAt', 'updatedAt', 'publishedAt'];

const schemas = readSchemas().filter(({ uid }) => !uid.startsWith('plugin::'));
const types = schemas.filter(({ isComponent }) => !isComponent);
const components = schemas.filter(({ isComponent }) => isComponent);

const rowsOf = ({ uid, isComponent }: SchemaFile) =>
  isComponent ? (itemForms[uid]?.rows ?? []) : Object.values(forms[uid]?.sections ?? {}).flat();

const hiddenOf = ({ uid }: SchemaFile) => forms[uid]?.hidden ?? itemForms[uid]?.hidden ?? [];

test('every type and component has a form, and no form is of a type that is gone', () => {
  expect(Object.keys(forms).sort()).toEqual(types.map(({ uid }) => uid).sort());
  expect(Object.keys(itemForms).sort()).toEqual(components.map(({ uid }) => uid).sort());
});

describe.each(schemas.map((schema) => [schema.uid, schema] as const))('%s', (_, schema) => {
  const rows = rowsOf(schema).map(parseRow);

  test('shows each attribute once, or says that it is hidden', () => {
    const shown = rows.flat().map(({ name }) => name);
    expect([...shown, ...hiddenOf(schema)].sort()).toEqual(Object.keys(schema.attributes).sort());
  });

  test('keeps within twelve columns, long fields alone', () => {
    for (const row of rows) {
      expect(
        row.reduce((sum, { size }) => sum + size, 0),
        JSON.stringify(row),
      ).toBeLessThanOrEqual(12);
      for (const { name, size } of row) {
        if (FULL_WIDTH.includes(schema.attributes[name]?.type ?? '')) {
          expect([name, size, row.length]).toEqual([name, 12, 1]);
        }
      }
    }
  });
});

test.each(Object.entries(forms))(
  'the list of %s has columns that exist and an order',
  (uid, form) => {
    const attributes = types.find((type) => type.uid === uid)?.attributes ?? {};
    const [sortBy = '', order] = form.sort.split(':');
    for (const name of [...form.list, sortBy]) {
      expect(SYSTEM.includes(name) || name in attributes, name).toBe(true);
      expect(NOT_LISTABLE).not.toContain(attributes[name]?.type);
    }
    expect(['ASC', 'DESC']).toContain(order);
    expect(form.list.some((name) => SYSTEM.includes(name))).toBe(true);
    for (const name of form.readOnly ?? []) expect(Object.keys(attributes)).toContain(name);
  },
);

test.each(Object.entries(itemForms))(
  'an item of %s is titled by one of its fields',
  (uid, form) => {
    const attributes = components.find((one) => one.uid === uid)?.attributes ?? {};
    if (form.title !== undefined) expect(Object.keys(attributes)).toContain(form.title);
  },
);

test('the form of an initiative follows the order of the interview', () => {
  const folder = path.join(projectRoot, 'database/seeds/iris/questionnaire');
  const [file = ''] = readdirSync(folder);
  const { shared } = JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
  const questions: { mapsTo?: string }[] = shared.questions;
  const asked = questions.flatMap(({ mapsTo }) => mapsTo ?? []);
  const form = Object.values(forms['api::iris.initiative']?.sections ?? {})
    .flat()
    .flatMap(parseRow);
  expect(asked.length).toBeGreaterThan(10);
  expect(form.map(({ name }) => name).filter((name) => asked.includes(name))).toEqual(asked);
});
