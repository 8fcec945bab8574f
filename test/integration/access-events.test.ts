import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { UID } from '@strapi/strapi';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { bootStrapi, type TestStrapi } from '../support/strapi';
import { waitFor } from '../support/wait-for';

const ADMIN = 'admin@canary.example';
const PASSWORD = 'A-long-demo-password-1';
const CANARY = /canary/i;
const PROJECT = 'api::observatory.project' as UID.ContentType;
const PERSON = 'api::observatory.person' as UID.ContentType;

type Told = { event: string; uid?: string; entry?: Record<string, unknown> };

let app: TestStrapi;
let receiver: Server;
let adminToken: string;
const posted: { told: Told; text: string }[] = [];
const heard: { event: string; text: string }[] = [];

const call = async (path: string, token: string | undefined, body: unknown, method = 'POST') => {
  const response = await fetch(`${app.url}${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  expect([200, 201], `${path}: ${text}`).toContain(response.status);
  return JSON.parse(text) as { data: { documentId: string; token: string } };
};

const save = async (uid: string, data: unknown): Promise<string> =>
  (await call(`/content-manager/collection-types/${uid}`, adminToken, data)).data.documentId;

/** What the receiver was posted of a document, once `event` is there. */
const told = async (documentId: string, event: string): Promise<Told> => {
  const found = await waitFor(() =>
    posted.find(({ told }) => told.event === event && told.entry?.documentId === documentId),
  );
  return found.told;
};

beforeAll(async () => {
  receiver = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const text = Buffer.concat(parts).toString();
      posted.push({ told: JSON.parse(text) as Told, text });
      response.end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  app = await bootStrapi({
    env: {
      OTEN_DEMO: 'true',
      OTEN_DEMO_ADMIN_EMAIL: ADMIN,
      OTEN_DEMO_ADMIN_PASSWORD: PASSWORD,
      OTEN_DEMO_EDITOR_PASSWORD: PASSWORD,
      OTEN_DEMO_ROLES_PASSWORD: PASSWORD,
    },
  });
  const { data } = await call('/admin/login', undefined, { email: ADMIN, password: PASSWORD });
  adminToken = data.token;
  app.strapi.eventHub.subscribe(async (event, ...payloads) => {
    heard.push({ event, text: JSON.stringify(payloads) });
  });
  await call('/admin/webhooks', adminToken, {
    name: 'Receiver',
    url: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`,
    headers: {},
    events: ['create', 'update', 'delete', 'publish', 'unpublish', 'draft-discard'].map(
      (event) => `entry.${event}`,
    ),
  });
});

afterAll(async () => {
  await app?.stop();
  await new Promise((resolve) => receiver.close(resolve));
});

test('private types and accounts make no event, by admin or service', async () => {
  const answers = [{ code: 'a1', questionCode: 'q1', answer: 'canary of an answer' }];
  const interview = await save('api::iris.interview', { language: 'fr', answers });
  const path = `/content-manager/collection-types/api::iris.interview/${interview}`;
  await call(path, adminToken, { duration: 45 }, 'PUT');
  await call(path, adminToken, undefined, 'DELETE');
  const role = await app.strapi.db
    .query('plugin::users-permissions.role')
    .findOne({ where: { type: 'member' } });
  const account = (name: string) => ({
    username: `canary ${name}`,
    email: `${name}@canary.example`,
    password: PASSWORD,
    provider: 'local',
    confirmed: true,
    blocked: false,
    role: role.id,
  });
  const users = '/content-manager/collection-types/plugin::users-permissions.user';
  await call(users, adminToken, account('panel'));
  await app.strapi.plugin('users-permissions').service('user').add(account('service'));
  await app.strapi.service('admin::user').create({
    email: 'colleague@canary.example',
    firstname: 'Canary',
    lastname: 'Canary',
    roles: [],
  });
  await waitFor(() => heard.find(({ event }) => event === 'user.create'));
});

test('confidential fields and people who did not consent are not told', async () => {
  const person = { name: 'Personne', email: 'p@canary.example', phone: '+33 canary', roleFr: 'r' };
  const open = await save(PERSON, { ...person, consent: true, publicRole: true });
  const hidden = await save(PERSON, { ...person, name: 'Canary' });
  const seen = await told(open, 'entry.create');
  expect(seen.entry).toMatchObject({ documentId: open, name: 'Personne', roleFr: 'r' });
  expect(Object.keys((await told(hidden, 'entry.create')).entry ?? {}).sort()).toEqual([
    'documentId',
    'id',
  ]);
  const session = await save('api::academy.session', {
    title: 'Canary of a draft',
    onlineUrl: 'https://canary.example/room',
    experts: { connect: [{ documentId: hidden }] },
  });
  await told(session, 'entry.create');
});

test('an event tells what the public may read, from publication to deletion', async () => {
  const documents = app.strapi.documents(PROJECT);
  const create = async (data: Record<string, unknown>, status?: 'published') => {
    const { documentId } = await documents.create({
      locale: 'fr',
      data: { kind: 'action', summary: 'Résumé', ...data } as never,
      ...(status ? { status } : {}),
    });
    return documentId;
  };
  const members = await create({ title: 'Canary for members', access: 'members' }, 'published');
  const child = await create({ title: 'Enfant', parent: members }, 'published');
  const draft = await create({ title: 'Canary of a draft' });
  await documents.update({
    documentId: child,
    locale: 'fr',
    data: { title: 'Canary of a changed draft', parent: draft } as never,
  });
  expect((await told(child, 'entry.publish')).entry).toMatchObject({
    title: 'Enfant',
    parent: null,
  });
  expect(Object.keys((await told(members, 'entry.publish')).entry ?? {})).toHaveLength(3);
  expect(Object.keys((await told(child, 'entry.update')).entry ?? {})).toHaveLength(3);
  await documents.discardDraft({ documentId: child, locale: 'fr' });
  await told(child, 'entry.draft-discard');
  for (const documentId of [members, child]) {
    await documents.unpublish({ documentId, locale: 'fr' });
    await told(documentId, 'entry.unpublish');
    await documents.delete({ documentId });
    await told(documentId, 'entry.delete');
  }
});

test('nothing of all this was posted, nor heard inside', async () => {
  expect(posted.length).toBeGreaterThan(10);
  expect(posted.filter(({ text }) => CANARY.test(text))).toEqual([]);
  expect(heard.filter(({ text }) => CANARY.test(text))).toEqual([]);
  const closed = /interview|users-permissions/;
  expect(heard.filter(({ text }) => closed.test(text)).map(({ event }) => event)).toEqual([]);
});

test('an event whose reading or listener fails is told in the log, and ends no process', async () => {
  const error = vi.spyOn(app.strapi.log, 'error');
  const forget = app.strapi.eventHub.subscribe(async () => {
    throw new Error('a listener that fails');
  });
  await save(PROJECT, { title: 'Projet', kind: 'action', summary: 'Résumé' });
  const found = await waitFor(() =>
    error.mock.calls.find(([message]) => String(message).includes('a listener that fails')),
  );
  expect(String(found[0])).toContain('follow a commit');
  forget();
  error.mockRestore();
});
