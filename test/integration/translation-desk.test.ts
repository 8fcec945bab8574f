import type { UID } from '@strapi/strapi';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { GetStatus, TypeStatus } from '../../src/plugins/translation-desk/shared/contracts';
import { makeAdminToken } from '../support/admin';
import { bootStrapi, type TestStrapi } from '../support/strapi';

const WATCH_ITEM = 'api::observatory.watch-item' as UID.ContentType;
/** What a watch item needs beside its title to be published, the same in all its locales. */
const SHARED = { url: 'https://example.org', date: '2006-04-01' };

let app: TestStrapi;

const status = async (token?: string): Promise<{ status: number; data: GetStatus['data'] }> => {
  const response = await fetch(`${app.url}/translation-desk/status`, {
    headers: token ? { authorization: `Bearer ${token}` } : {},
  });
  const { data } = (await response.json()) as GetStatus;
  return { status: response.status, data };
};

const watch = ({ types }: GetStatus['data']): TypeStatus | undefined =>
  types.find(({ uid }) => uid === WATCH_ITEM);

/** Statements that read translated tables for the desk; the search worker reads them too. */
const countStatements = async (work: () => Promise<unknown>): Promise<number> => {
  let statements = 0;
  const count = ({ sql }: { sql: string }) => {
    if (/drafted|count\(distinct/i.test(sql)) statements += 1;
  };
  app.strapi.db.connection.on('query', count);
  await work();
  app.strapi.db.connection.removeListener('query', count);
  return statements;
};

let editor: string;

beforeAll(async () => {
  app = await bootStrapi();
  const locales = app.strapi.plugin('i18n').service('locales');
  for (const code of ['el', 'pl']) {
    if (!(await locales.findByCode(code))) await locales.create({ code, name: code });
  }
  editor = await makeAdminToken(app, 'strapi-editor');
});

afterAll(() => app.stop());

test('an unknown caller gets 401, one without the permission 403', async () => {
  expect((await status()).status).toBe(401);
  expect((await status('no-token')).status).toBe(401);
  expect((await status(await makeAdminToken(app, 'strapi-author'))).status).toBe(403);
});

test('an empty type has no documents and nothing missing', async () => {
  const answer = await status(editor);
  expect(answer.status).toBe(200);
  expect(answer.data.locales[0]).toMatchObject({ code: 'fr', isDefault: true });
  expect(watch(answer.data)).toMatchObject({
    documents: 0,
    locales: { el: { published: 0, modified: 0, draft: 0, missing: 0 } },
  });
});

test('counts what is published, changed since, a draft or missing, in each locale', async () => {
  const documents = app.strapi.documents(WATCH_ITEM);
  const create = async (title: string) =>
    (await documents.create({ locale: 'fr', data: { title, ...SHARED } as never })).documentId;
  const write = (title: string, locale: string, documentId: string) =>
    documents.update({ documentId, locale, data: { title } as never });
  const first = await create('A');
  const second = await create('B');
  await create('C');
  await write('A', 'el', first);
  await write('A', 'pl', first);
  await write('B', 'pl', second);
  await documents.publish({ documentId: first, locale: ['fr', 'el'] });
  await documents.publish({ documentId: second, locale: 'fr' });
  await write('B changed', 'fr', second);

  const { data } = await status(editor);
  expect(watch(data)).toMatchObject({ kind: 'collectionType', documents: 3 });
  expect(watch(data)?.locales).toMatchObject({
    fr: { published: 2, modified: 1, draft: 1, missing: 0 },
    el: { published: 1, modified: 0, draft: 0, missing: 2 },
    pl: { published: 0, modified: 0, draft: 2, missing: 1 },
  });
  const outside = data.types.filter(({ uid }) => uid === 'api::iris.interview');
  expect(outside).toEqual([]);
});

test('asks the database once a type, however many documents it has', async () => {
  for (let index = 0; index < 20; index += 1) {
    const data = { title: `Item ${index}`, ...SHARED } as never;
    await app.strapi.documents(WATCH_ITEM).create({ locale: 'fr', data, status: 'published' });
  }
  const types = (await status(editor)).data.types.length;
  expect(types).toBeGreaterThan(3);
  expect(await countStatements(() => status(editor))).toBe(types);
});

test('shows a role the types that it may read, and no others', async () => {
  const role = await app.strapi.service('admin::role').create({ name: 'Watch', code: 'watch' });
  await app.strapi.service('admin::role').assignPermissions(role.id, [
    { action: 'plugin::translation-desk.status.read' },
    {
      action: 'plugin::content-manager.explorer.read',
      subject: WATCH_ITEM,
      properties: { fields: ['title'], locales: ['fr'] },
    },
  ]);
  const { data } = await status(await makeAdminToken(app, 'watch'));
  expect(data.types.map(({ uid }) => uid)).toEqual([WATCH_ITEM]);
});
