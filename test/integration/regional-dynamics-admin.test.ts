import { afterAll, beforeAll, expect, test } from 'vitest';
import type { GetSelfCheck } from '../../src/plugins/regional-dynamics/shared/workbench-contracts';
import { makeAdminToken } from '../support/admin';
import { bootStrapi, type TestStrapi } from '../support/strapi';

const BASE = '/regional-dynamics';

const RECIPE = {
  code: 'runs',
  indicators: [{ code: 'x', goalposts: [0, 10] }],
  tree: { code: 'top', children: [{ indicator: 'x' }] },
};

let app: TestStrapi;
let admin: string;

type Answer = { status: number; body: unknown };

const ask = async (
  token: string | undefined,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answer> => {
  const isForm = body instanceof FormData;
  const response = await fetch(`${app.url}${BASE}${path}`, {
    method,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return { status: response.status, body: isJson ? JSON.parse(text) : text };
};

beforeAll(async () => {
  app = await bootStrapi();
  admin = await makeAdminToken(app, 'strapi-super-admin');
});

afterAll(() => app.stop());

test('every route of the panel refuses strangers with 401 and roles without the permission with 403', async () => {
  const author = await makeAdminToken(app, 'strapi-author');
  const { admin: panel } = app.strapi.plugin('regional-dynamics').routes as Record<
    string,
    { routes: { method: string; path: string }[] }
  >;
  const routes = panel?.routes ?? [];
  expect(routes.length).toBeGreaterThan(1);
  for (const { method, path } of routes) {
    const address = path.replaceAll(/:[a-zA-Z]+/g, 'x');
    expect([path, (await ask(undefined, method, address)).status]).toEqual([path, 401]);
    expect([path, (await ask(author, method, address)).status]).toEqual([path, 403]);
  }
});

test('the self-check shows expected beside computed, and agrees', async () => {
  const { status, body } = await ask(admin, 'GET', '/self-check');
  const { data } = body as GetSelfCheck;
  expect(status).toBe(200);
  expect(data.oracles.filter(({ passes }) => !passes)).toEqual([]);
  expect(data.oracles[0]).toMatchObject({ code: 'tai-equal', passes: true });
  const france = data.oracles[0]?.lines.find(({ label }) => label.fr === 'France');
  expect(france).toEqual(expect.objectContaining({ expected: 17, computed: 17 }));
});

test('a computation tells how far it is and can be stopped', async () => {
  const data = { code: 'runs', nameFr: 'Runs', recipe: RECIPE, editionPlan: [{ year: 2018 }] };
  await app.strapi.db.query('plugin::regional-dynamics.index').create({ data });
  const started = await ask(admin, 'POST', '/runs/runs');
  expect(started).toEqual({
    status: 200,
    body: { data: [{ index: 'runs', state: { kind: 'waiting' } }] },
  });
  const stopped = await ask(admin, 'POST', '/runs/runs/cancel');
  expect(stopped.body).toEqual({ data: [{ index: 'runs', state: { kind: 'cancelled' } }] });
  await app.strapi.plugin('regional-dynamics').service('recompute').drain();
  expect(await ask(admin, 'GET', '/runs')).toEqual(stopped);
  expect((await ask(admin, 'POST', '/runs/runs/cancel')).status).toBe(404);
  expect((await ask(admin, 'POST', '/runs/rain')).status).toBe(404);
});
