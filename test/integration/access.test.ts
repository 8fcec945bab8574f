import type { UID } from '@strapi/strapi';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeApiToken, signInUser, type TokenType } from '../support/callers';
import { bootStrapi, type TestStrapi } from '../support/strapi';

const DRAFT = 'canary-of-a-draft';
const CHANGED = 'canary-of-a-changed-draft';
const INTERVIEW = 'canary-of-an-interview';
const MEMBERS = 'canary-for-members';
const EMAIL = 'canary@person.example';
const HIDDEN_PERSON = 'canary-of-a-hidden-person';

const READ_DRAFTS = 'plugin::access.drafts.read';
const READ_MEMBERS = 'plugin::access.members.read';
const TYPES = {
  project: 'api::observatory.project',
  watchItem: 'api::observatory.watch-item',
  initiative: 'api::iris.initiative',
  transfer: 'api::iris.transfer',
  person: 'api::observatory.person',
} as const;
const READS = Object.values(TYPES).flatMap((uid) => [`${uid}.find`, `${uid}.findOne`]);

type Answer = { status: number; text: string; body: Body };
type Entry = Record<string, unknown> & { documentId: string };
type Body = {
  data?: Entry[] | Entry | null;
  meta?: { pagination?: { total: number } };
  error?: { status: number; name: string; message: string };
};

let app: TestStrapi;
const ids: Record<string, string> = {};

const create = async (
  uid: string,
  data: Record<string, unknown>,
  options: { publish?: boolean } = {},
): Promise<string> => {
  const documents = app.strapi.documents(uid as UID.ContentType);
  const entry = await documents.create({
    data: data as never,
    ...(options.publish === undefined ? {} : { locale: 'fr' }),
    ...(options.publish ? { status: 'published' } : {}),
  });
  return entry.documentId;
};

const ask = async (
  path: string,
  { token, method = 'GET', body }: { token?: string; method?: string; body?: unknown } = {},
): Promise<Answer> => {
  const response = await fetch(`${app.url}${path}`, {
    method,
    redirect: 'manual',
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return { status: response.status, text, body: isJson ? (JSON.parse(text) as Body) : {} };
};

const titles = ({ body }: Answer): unknown[] =>
  [body.data ?? []].flat().map((entry) => entry.title);

const makeToken = (name: string, type: TokenType, permissions?: string[]): Promise<string> =>
  makeApiToken({ strapi: app.strapi, name, type, ...(permissions ? { permissions } : {}) });

/** Every action of the content API, ticked for the public by a careless administrator. */
const grantEverything = async () => {
  const role = await app.strapi.db
    .query('plugin::users-permissions.role')
    .findOne({ where: { type: 'public' } });
  const permissions = app.strapi.db.query('plugin::users-permissions.permission');
  for (const action of app.strapi.contentAPI.permissions.providers.action.keys()) {
    await permissions.create({ data: { action, role: role.id } });
  }
};

type Route = { method: string; path: string };

type Layer = { path: string; methods: string[] };

/** The documents to ask for by a route's first place-holder. */
const idsOf = (path: string): string[] => {
  const known: Record<string, string[]> = {
    '/api/projects/:id': ['publicProject', 'membersProject', 'child', 'draftProject'],
    '/api/watch-items/:id': ['changed'],
    '/api/initiatives/:id': ['initiative'],
    '/api/transfers/:id': ['transfer'],
    '/api/people/:id': ['hiddenPerson', 'person'],
  };
  return known[path]?.map((name) => ids[name] ?? name) ?? ['1'];
};

/** Every route of the content API as a caller can reach it, place-holders filled. */
const routes = (): Route[] => {
  const layers = app.strapi.server.api('content-api').listRoutes() as Layer[];
  return layers.flatMap(({ path, methods }) =>
    methods
      .filter((method) => method !== 'HEAD')
      .flatMap((method) =>
        idsOf(path).map((id) => ({
          method,
          path: path.replace(/:\w+/g, id).replace('(.*)', 'github'),
        })),
      ),
  );
};

beforeAll(async () => {
  app = await bootStrapi();
  const published = await create(
    TYPES.project,
    { title: 'Projet public', kind: 'action', summary: 'Résumé' },
    { publish: true },
  );
  ids.publicProject = published;
  ids.membersProject = await create(
    TYPES.project,
    { title: MEMBERS, kind: 'action', summary: 'Résumé', access: 'members' },
    { publish: true },
  );
  ids.child = await create(
    TYPES.project,
    { title: 'Enfant', kind: 'action', summary: 'Résumé', parent: ids.membersProject },
    { publish: true },
  );
  ids.draftProject = await create(
    TYPES.project,
    { title: DRAFT, kind: 'action', summary: 'Résumé' },
    { publish: false },
  );
  const changed = await create(
    TYPES.watchItem,
    { title: 'Veille publique', url: 'https://example.org/a', date: '2006-04-01' },
    { publish: true },
  );
  ids.changed = changed;
  await app.strapi.documents(TYPES.watchItem as UID.ContentType).update({
    documentId: changed,
    locale: 'fr',
    data: { title: CHANGED } as never,
  });
  ids.initiative = await create(TYPES.initiative, { title: DRAFT }, { publish: false });
  ids.transfer = await create(TYPES.transfer, {
    kind: 'full',
    source: { documentId: ids.initiative, locale: 'fr' },
  });
  ids.interview = await create('api::iris.interview', {
    language: 'fr',
    initiative: { documentId: ids.initiative, locale: 'fr' },
    answers: [{ code: 'a1', questionCode: 'q1', answer: INTERVIEW }],
  });
  ids.hiddenPerson = await create(TYPES.person, { name: HIDDEN_PERSON, email: EMAIL });
  ids.person = await create(TYPES.person, {
    name: 'Personne publique',
    email: EMAIL,
    consent: true,
    publicRole: true,
  });
});

afterAll(() => app.stop());

const ASKS_FOR_DRAFTS = [
  'status=draft',
  'status=',
  'status',
  'status=DRAFT',
  'status[]=draft',
  'status[0]=published&status[1]=draft',
  'status=published&status=draft',
  'status[x]=draft',
  'publicationState=preview',
  'publicationFilter=modified',
  'hasPublishedVersion=false',
  'filters[publishedAt][$null]=true',
  'filters[publishedAt]=null',
  'filters[$or][0][publishedAt][$null]=true',
  'filters[$not][publishedAt][$notNull]=true',
  'filters[parent][publishedAt][$null]=true',
  'populate[parent][status]=draft',
  'populate[parent][filters][publishedAt][$null]=true',
  'populate[parent][populate][parent][status]=draft',
];

describe.each(['as the setup leaves it', 'with every action ticked for the public'])(
  'the public, %s',
  (state) => {
    beforeAll(async () => {
      if (state.startsWith('with')) await grantEverything();
    });

    test('reads what is published', async () => {
      const answer = await ask('/api/projects?locale=fr&sort=title&populate=parent');
      expect(answer.status).toBe(200);
      expect(titles(answer)).toEqual(['Enfant', 'Projet public']);
    });

    test('writes nothing, by no route', async () => {
      const writing = routes().filter(({ method }) => method !== 'GET');
      expect(writing.length).toBeGreaterThan(10);
      const signingIn = ['/api/auth/local', '/api/auth/refresh'];
      for (const { method, path } of writing) {
        const { status } = await ask(path, { method, body: { data: { title: 'x' } } });
        const refused = signingIn.includes(path) ? [400, 401, 404] : [401, 403, 404, 405];
        expect(refused, `${method} ${path}: ${status}`).toContain(status);
      }
    });

    test('is refused drafts by every route and in every form, with the sentence', async () => {
      const reading = routes().flatMap(({ method, path }) => (method === 'GET' ? [path] : []));
      expect(reading.length).toBeGreaterThan(40);
      for (const [index, path] of reading.entries()) {
        const turn = ASKS_FOR_DRAFTS[index % ASKS_FOR_DRAFTS.length];
        const questions = index < 2 ? ASKS_FOR_DRAFTS : ['status=draft', turn];
        for (const question of questions) {
          const { status, body } = await ask(`${path}?${question}`);
          expect(status, `${path}?${question}`).toBe(403);
          expect(body.error?.message, `${path}?${question}`).toContain(READ_DRAFTS);
        }
      }
    });

    test('meets no draft, interview, private field or entry for members on any route', async () => {
      const questions = ['', 'locale=*&populate=*', 'populate=related', '_q=canary'];
      for (const { method, path } of routes()) {
        if (method !== 'GET') continue;
        for (const question of questions) {
          const { text } = await ask(`${path}?${question}`);
          for (const canary of [DRAFT, CHANGED, INTERVIEW, MEMBERS, EMAIL, HIDDEN_PERSON]) {
            expect(text.includes(canary), `${canary} in ${path}?${question}`).toBe(false);
          }
        }
      }
    });

    test('learns nothing of a draft by filtering or sorting through a link', async () => {
      const hit = await ask(`/api/transfers?filters[source][title][$contains]=${DRAFT}`);
      expect(hit.body.meta?.pagination?.total).toBe(0);
      const negated = await ask(`/api/transfers?filters[$not][source][title][$contains]=nothing`);
      const negatedHit = await ask(
        `/api/transfers?filters[$not][source][title][$contains]=${DRAFT}`,
      );
      expect(negated.body.meta).toEqual(negatedHit.body.meta);
      expect((await ask('/api/transfers?sort=source.title')).status).toBe(403);
      expect((await ask('/api/transfers?filters[source][$null]=true')).status).toBe(403);
    });

    test('learns nothing of entries for members by filtering, counting or populating', async () => {
      const byAccess = await ask('/api/projects?locale=fr&filters[access][$eq]=members');
      expect(byAccess.body.meta?.pagination?.total).toBe(0);
      const byTitle = await ask(`/api/projects?locale=fr&filters[title][$eq]=${MEMBERS}`);
      expect(byTitle.body.meta?.pagination?.total).toBe(0);
      const byParent = await ask(
        `/api/projects?locale=fr&filters[parent][title][$startsWith]=canary`,
      );
      expect(byParent.body.meta?.pagination?.total).toBe(0);
      const byId = await ask(
        `/api/projects?locale=fr&filters[parent][documentId][$eq]=${ids.membersProject}`,
      );
      expect(byId.body.meta?.pagination?.total).toBe(0);
      expect((await ask(`/api/projects/${ids.membersProject}?locale=fr`)).status).toBe(404);
      for (const populate of [
        'populate=parent',
        'populate[0]=parent',
        'populate[parent]=true',
        'populate[parent][fields][0]=title',
        'populate=*',
        'populate=parent.parent',
      ]) {
        const { body, status } = await ask(`/api/projects/${ids.child}?locale=fr&${populate}`);
        expect(status, populate).toBe(200);
        expect(body.data, populate).toMatchObject({ title: 'Enfant', parent: null });
      }
    });

    test('cannot find a person by a private field, nor one who did not consent', async () => {
      expect((await ask(`/api/people?_q=${EMAIL}`)).body.meta?.pagination?.total).toBe(0);
      expect((await ask(`/api/people?filters[email][$eq]=${EMAIL}`)).status).toBe(400);
      expect((await ask('/api/people?_q=publique')).body.meta?.pagination?.total).toBe(1);
      expect((await ask(`/api/people/${ids.hiddenPerson}`)).status).toBe(404);
    });
  },
);

describe('tokens and members', () => {
  let tokens: Record<'drafts' | 'members' | 'plain' | 'readOnly' | 'fullAccess', string>;

  beforeAll(async () => {
    tokens = {
      drafts: await makeToken('drafts', 'custom', [...READS, READ_DRAFTS]),
      members: await makeToken('members', 'custom', [...READS, READ_MEMBERS]),
      plain: await makeToken('plain', 'custom', READS),
      readOnly: await makeToken('read only', 'read-only'),
      fullAccess: await makeToken('full access', 'full-access'),
    };
  });

  test('only a token with the permission reads drafts', async () => {
    const path = `/api/projects/${ids.draftProject}?locale=fr&status=draft`;
    expect((await ask(path, { token: tokens.drafts })).body.data).toMatchObject({ title: DRAFT });
    expect((await ask(path, { token: tokens.fullAccess })).status).toBe(200);
    expect((await ask(path, { token: tokens.plain })).status).toBe(403);
    expect((await ask(path, { token: tokens.members })).status).toBe(403);
    expect((await ask(path, { token: tokens.readOnly })).status).toBe(403);
    expect((await ask(path, { token: 'no-token' })).status).toBe(401);
    expect((await ask('/api/access/drafts', { token: tokens.drafts })).body.data).toEqual({
      drafts: true,
    });
  });

  test('a token that may read drafts does not read those for members', async () => {
    const path = `/api/projects/${ids.membersProject}?locale=fr&status=draft`;
    expect((await ask(path, { token: tokens.drafts })).status).toBe(404);
  });

  test('no token reaches interviews, and no permission for them can be given', async () => {
    for (const token of Object.values(tokens)) {
      for (const path of ['/api/interviews', `/api/interviews/${ids.interview}`]) {
        for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
          const { status } = await ask(path, {
            token,
            method,
            body: method === 'GET' ? undefined : { data: {} },
          });
          expect([404, 405], `${method} ${path}: ${status}`).toContain(status);
        }
      }
      for (const { method, path } of routes()) {
        if (method !== 'GET') continue;
        const { text } = await ask(`${path}?populate=*`, { token });
        expect(text.includes(INTERVIEW), path).toBe(false);
      }
    }
    const actions = app.strapi.contentAPI.permissions.providers.action.keys();
    expect(actions.filter((action) => action.includes('interview'))).toEqual([]);
    expect(app.strapi.getModel('plugin::upload.file').attributes.related).toMatchObject({
      private: true,
    });
  });

  test('entries for members are for members, and for tokens with the permission', async () => {
    const { strapi, url } = app;
    const member = await signInUser({ strapi, url, roleType: 'member' });
    const user = await signInUser({ strapi, url, roleType: 'authenticated' });
    const path = `/api/projects/${ids.child}?locale=fr&populate=parent`;
    const seen = { title: 'Enfant', parent: { title: MEMBERS } };
    expect((await ask(path, { token: member })).body.data).toMatchObject(seen);
    expect((await ask(path, { token: tokens.members })).body.data).toMatchObject(seen);
    const hidden = { title: 'Enfant', parent: null };
    for (const token of [user, tokens.plain, tokens.readOnly, tokens.drafts, undefined]) {
      expect((await ask(path, token ? { token } : {})).body.data).toMatchObject(hidden);
    }
    const list = '/api/projects?locale=fr&sort=title';
    expect(titles(await ask(list, { token: member }))).toEqual([
      'Enfant',
      'Projet public',
      MEMBERS,
    ]);
    expect((await ask(list, { token: user })).body.meta?.pagination?.total).toBe(2);
    expect((await ask(`${list}&status=draft`, { token: member })).status).toBe(403);
  });
});

describe('the net behind the routes', () => {
  const inRequest = async (work: () => Promise<unknown>) => {
    const ctx = { state: { route: { info: { type: 'content-api' } } } };
    return app.strapi.requestContext.run(ctx as never, work as never);
  };

  test('refuses a draft or a private type that a route of ours would ask for', async () => {
    const findDraft = () => app.strapi.documents(TYPES.project).findMany({ status: 'draft' });
    const findByDefault = () => app.strapi.documents(TYPES.project).findFirst({});
    const findInterview = () => app.strapi.documents('api::iris.interview').findMany({});
    await expect(inRequest(findDraft)).rejects.toMatchObject({ name: 'PolicyError' });
    await expect(inRequest(findByDefault)).rejects.toMatchObject({ name: 'PolicyError' });
    await expect(inRequest(findInterview)).rejects.toMatchObject({ name: 'PolicyError' });
    await expect(findDraft()).resolves.toBeInstanceOf(Array);
  });

  test('narrows what a write of a route answers, and lets it do its work', async () => {
    const changed = await inRequest(() =>
      app.strapi.documents(TYPES.project as UID.ContentType).update({
        documentId: ids.child ?? '',
        locale: 'fr',
        data: { body: 'Écrit par une route.' } as never,
        populate: { parent: true } as never,
      }),
    );
    expect(changed).toMatchObject({ body: 'Écrit par une route.', parent: null });
  });

  test('lets the server read for itself', async () => {
    const guard = app.strapi.plugin('access').service('guard');
    const found = await inRequest(() =>
      guard.runTrusted(() => app.strapi.documents('api::iris.interview').findMany({})),
    );
    expect(found).toHaveLength(1);
  });
});

test('registration is closed and the rest of its settings are Strapi’s', async () => {
  const store = app.strapi.store({ type: 'plugin', name: 'users-permissions' });
  expect(await store.get({ key: 'advanced' })).toMatchObject({
    allow_register: false,
    unique_email: true,
    default_role: 'authenticated',
  });
});

describe('signing in', () => {
  const signIn = (headers: Record<string, string> = {}) =>
    fetch(`${app.url}/api/auth/local`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ identifier: 'nobody@example.org', password: 'wrong' }),
    });
  const until429 = async (headers: (turn: number) => Record<string, string>) => {
    for (let turn = 1; turn <= 20; turn++) {
      const response = await signIn(headers(turn));
      if (response.status === 429) return { turn, retryAfter: response.headers.get('retry-after') };
      expect(response.status).toBe(400);
    }
    return undefined;
  };

  test('is limited per address, and says when to come back', async () => {
    const limited = await until429((turn) => ({ 'x-forwarded-for': `203.0.113.${turn}` }));
    expect(limited?.turn).toBeLessThanOrEqual(11);
    expect(Number(limited?.retryAfter)).toBeGreaterThan(0);
    expect(Number(limited?.retryAfter)).toBeLessThanOrEqual(60);
  });

  test('behind a proxy, by the address that the proxy saw, whatever the visitor says', async () => {
    app.strapi.server.app.proxy = true;
    const limited = await until429((turn) => ({
      'x-forwarded-for': `203.0.113.${turn}, 198.51.100.7`,
    }));
    const other = await signIn({ 'x-forwarded-for': '198.51.100.8' });
    app.strapi.server.app.proxy = false;
    expect(limited).toBeDefined();
    expect(other.status).toBe(400);
  });
});
