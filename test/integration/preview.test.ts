import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Ask, signInAs } from '../support/admin';
import { freePort } from '../support/free-port';
import { documents, ensureLocales, PROJECT, untilIdle } from '../support/shared-fields';
import { bootStrapi, type TestStrapi } from '../support/strapi';

const SECRET = randomBytes(24).toString('hex');

let app: TestStrapi;
let client: Server;
let clientUrl: string;
let editor: Ask;
let token = '';
let documentId: string;

/** A front-end as the README describes it: checks the signature, reads with its own token. */
const startClient = async (port: number): Promise<Server> => {
  const server = createServer(async (request, response) => {
    const [signed = '', signature = ''] =
      (request.url ?? '').split('?')[1]?.split('&signature=') ?? [];
    const expected = createHmac('sha256', SECRET).update(signed).digest();
    const given = Buffer.from(signature, 'hex');
    const asked = new URLSearchParams(signed);
    const genuine = given.length === expected.length && timingSafeEqual(given, expected);
    if (!genuine || Number(asked.get('expires')) * 1000 < Date.now()) {
      response.writeHead(403).end('Not sent by the panel');
      return;
    }
    const query = new URLSearchParams({
      locale: asked.get('locale') ?? '',
      status: asked.get('status') ?? '',
    });
    const answer = await fetch(`${app.url}${asked.get('api')}?${query}`, {
      headers: token ? { authorization: `Bearer ${token}` } : {},
    });
    const { data, error } = await answer.json();
    response.writeHead(answer.status).end(error ? error.message : `<h1>${data.title}</h1>`);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
};

const previewUrl = async (
  uid: string,
  parameters: Record<string, string>,
  who: Ask = editor,
): Promise<{ status: number; url?: string }> => {
  const { status, body } = await who(
    'GET',
    `/content-manager/preview/url/${uid}?${new URLSearchParams(parameters)}`,
  );
  const url = body.data?.url;
  return { status, ...(typeof url === 'string' ? { url } : {}) };
};

const show = async (url = ''): Promise<{ status: number; page: string }> => {
  const response = await fetch(url);
  return { status: response.status, page: await response.text() };
};

beforeAll(async () => {
  const port = await freePort();
  clientUrl = `http://127.0.0.1:${port}`;
  app = await bootStrapi({ env: { CLIENT_URL: clientUrl, PREVIEW_SECRET: SECRET } });
  client = await startClient(port);
  await ensureLocales(app.strapi);
  editor = await signInAs(app, 'strapi-super-admin');
  ({ documentId } = await documents(app.strapi, PROJECT).create({
    locale: 'fr',
    data: { title: 'Brouillon' },
  }));
});

afterAll(async () => {
  client?.close();
  await untilIdle(app.strapi);
  await app.stop();
});

test('a draft opens at the front-end, which reads it with the token for drafts', async () => {
  const { url } = await previewUrl(PROJECT, { documentId, locale: 'fr', status: 'draft' });
  expect(url?.startsWith(`${clientUrl}/preview?type=project&`)).toBe(true);

  token = '';
  expect((await show(url)).status).toBe(403);

  const { accessKey } = await app.strapi.service('admin::api-token-content-api').create({
    name: 'preview',
    description: '',
    kind: 'content-api',
    type: 'custom',
    lifespan: null,
    permissions: [`${PROJECT}.findOne`, 'plugin::access.drafts.read'],
  });
  token = accessKey;
  expect(await show(url)).toEqual({ status: 200, page: '<h1>Brouillon</h1>' });
});

test('an address that was changed is refused by the front-end', async () => {
  const { url } = await previewUrl(PROJECT, { documentId, locale: 'fr', status: 'draft' });
  expect((await show(url?.replace('locale=fr', 'locale=el'))).status).toBe(403);
});

test('a changed entry is shown as its draft, a published one as published', async () => {
  const statusOf = async (status: string) =>
    new URL(
      (await previewUrl(PROJECT, { documentId, locale: 'fr', status })).url ?? '',
    ).searchParams.get('status');
  expect(await statusOf('modified')).toBe('draft');
  expect(await statusOf('published')).toBe('published');
});

test('what the content API does not serve has no preview', async () => {
  for (const uid of ['api::iris.interview', 'plugin::users-permissions.user']) {
    expect(await previewUrl(uid, { documentId })).toEqual({ status: 204 });
  }
});

test('who may not read a type gets no address, and strangers get 401', async () => {
  await app.strapi.db.query('admin::role').create({ data: { name: 'Nothing', code: 'nothing' } });
  const nobody = await signInAs(app, 'nothing');
  expect(await previewUrl(PROJECT, { documentId }, nobody)).toEqual({ status: 204 });
  const answer = await fetch(`${app.url}/content-manager/preview/url/${PROJECT}?documentId=a`);
  expect(answer.status).toBe(401);
});

test('the panel may frame the front-end, and nothing else', async () => {
  const policy = (await fetch(`${app.url}/_health`)).headers.get('content-security-policy');
  expect(policy).toContain(`frame-src ${clientUrl}`);
});
