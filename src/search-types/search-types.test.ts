import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { searchTypes } from '../../config/search-types';
import type { Entry, Populate } from '../plugins/search/shared/contracts';

type Attribute = { type: string; target?: string; component?: string };
type Schema = { attributes: Record<string, Attribute> };

const source = path.resolve(import.meta.dirname, '..');

const schemaOf = (uid: string): Schema => {
  const [, api = '', type = ''] = /^api::([^.]+)\.(.+)$/.exec(uid) ?? [];
  const file = uid.includes('::')
    ? path.join(source, 'api', api, 'content-types', type, 'schema.json')
    : path.join(source, 'components', `${uid.replace('.', '/')}.json`);
  return JSON.parse(readFileSync(file, 'utf8'));
};

/** The attributes that a declaration names and the schema lacks, or has as something else. */
const wrong = (uid: string, { fields = [], populate = {} }: Populate, at: string): string[] => {
  const { attributes } = schemaOf(uid);
  return [
    ...fields
      .filter((name) => {
        const type = attributes[name]?.type;
        return type === undefined || ['relation', 'component', 'media'].includes(type);
      })
      .map((name) => `${at}.${name}`),
    ...Object.entries(populate).flatMap(([name, nested]) => {
      const target = attributes[name]?.target ?? attributes[name]?.component;
      return target ? wrong(target, nested, `${at}.${name}`) : [`${at}.${name}`];
    }),
  ];
};

describe.each(searchTypes)('$type', (type) => {
  test('reads what its schema has', () => {
    expect(wrong(type.uid, type, type.type)).toEqual([]);
  });

  test('shows and sorts only what it declares, and survives an empty entry', () => {
    const entry: Entry = { title: 'T', name: 'N' };
    const attributes = type.project({ entry, locale: 'el' })?.attributes ?? {};
    expect([...(type.filterable ?? []), ...(type.sortable ?? [])]).toEqual(
      expect.arrayContaining(Object.keys(attributes)),
    );
    expect(type.filterable ?? []).toEqual(expect.arrayContaining([...(type.facets ?? [])]));
  });
});

test('each type with a public route is found, and no other', () => {
  const api = path.join(source, 'api');
  const routed = readdirSync(api).flatMap((room) =>
    readdirSync(path.join(api, room, 'routes')).map(
      (file) => `api::${room}.${path.basename(file, '.ts')}`,
    ),
  );
  expect(searchTypes.map(({ uid }) => uid).sort()).toEqual(routed.sort());
});
