import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import plugins from '../../config/plugins';
import { searchTypes } from '../../config/search-types';
import { readConfig } from '../plugins/access/server/src/config';
import type { Entry, Populate } from '../plugins/search/shared/contracts';

type Attribute = { type: string; target?: string; component?: string; private?: boolean };
type Schema = { attributes: Record<string, Attribute> };

const environment = Object.assign((_key: string, fallback = '') => fallback, {
  int: (_key: string, fallback: number) => fallback,
});

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

const { privateTypes, members, servedOnly } = readConfig(
  plugins({ env: environment }).access.config,
);
if (!members) throw new Error('Nothing is kept for members: this test would be empty.');
const CANARY = 'canary';

/** What a row needs to be read at all besides being published, by attribute. */
const conditionsOf = (uid: string): Record<string, unknown> => ({
  ...(members.attribute in schemaOf(uid).attributes ? { [members.attribute]: 'public' } : {}),
  ...servedOnly[uid],
});

/** A declared row that everybody may read; linked rows that not everybody may read hold canaries. */
const rowOf = (uid: string, { fields = [], populate = {} }: Populate, linked = true): Entry => {
  const conditions = conditionsOf(uid);
  const hidden = linked && Object.keys(conditions).length > 0;
  const { attributes } = schemaOf(uid);
  return {
    ...Object.fromEntries(fields.map((name) => [name, hidden ? CANARY : 'text'])),
    ...(hidden ? { [members.attribute]: members.value } : conditions),
    ...Object.fromEntries(
      Object.entries(populate).map(([name, nested]) => {
        const target = attributes[name]?.target ?? attributes[name]?.component ?? '';
        return [name, [rowOf(target, nested)]];
      }),
    ),
  };
};

/** Private attributes and types that a declaration reads, and conditions that it can't judge. */
const leaks = (uid: string, { fields = [], populate = {} }: Populate, at: string): string[] => {
  const { attributes } = schemaOf(uid);
  return [
    ...(privateTypes.includes(uid) ? [at] : []),
    ...[...fields, ...Object.keys(populate)]
      .filter((name) => attributes[name]?.private || attributes[name]?.type === 'password')
      .map((name) => `${at}.${name}`),
    ...Object.keys(conditionsOf(uid))
      .filter((name) => !fields.includes(name))
      .map((name) => `${at}.${name} is not read`),
    ...Object.entries(populate).flatMap(([name, nested]) =>
      leaks(attributes[name]?.target ?? attributes[name]?.component ?? '', nested, `${at}.${name}`),
    ),
  ];
};

describe.each(searchTypes)('$type', (type) => {
  test('reads what its schema has', () => {
    expect(wrong(type.uid, type, type.type)).toEqual([]);
  });

  test('puts nothing into documents that not everybody who finds them may read', () => {
    expect(leaks(type.uid, type, type.type)).toEqual([]);
    const entry = rowOf(type.uid, type, false);
    const projection = type.project({ entry, locale: 'fr' });
    if (projection?.access === 'members') return;
    expect(projection).not.toBeNull();
    expect(JSON.stringify(projection)).not.toContain(CANARY);
    for (const [name, value] of Object.entries(conditionsOf(type.uid))) {
      const closed = typeof value === 'boolean' ? !value : members.value;
      const shown = type.project({ entry: { ...entry, [name]: closed }, locale: 'fr' });
      expect(shown?.access ?? 'members', name).toBe('members');
    }
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
    readdirSync(path.join(api, room, 'routes'))
      .map((file) => path.basename(file, '.ts'))
      // Some routes are of no type.
      .filter((name) => existsSync(path.join(api, room, 'content-types', name)))
      .map((name) => `api::${room}.${name}`),
  );
  expect(searchTypes.map(({ uid }) => uid).sort()).toEqual(routed.sort());
});
