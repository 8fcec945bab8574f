import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Ask, signInAs } from '../support/admin';
import { bootStrapi, type TestStrapi } from '../support/strapi';

const CM = '/content-manager/collection-types';
const PERSON = 'api::observatory.person';

let app: TestStrapi;
const signedIn = new Map<string, Promise<Ask>>();

/** Who sends requests with that role; signed in once. */
const asker = (role: string): Promise<Ask> => {
  const ask = signedIn.get(role) ?? signInAs(app, role);
  signedIn.set(role, ask);
  return ask;
};

beforeAll(async () => {
  app = await bootStrapi();
});

afterAll(() => app.stop());

/** Our plugins, of which reading asks a permission too. */
const OURS = [
  'access',
  'search',
  'shared-fields',
  'regional-dynamics',
  'translation-desk',
  'edit-conflicts',
];
/** Strapi's writes that no policy judges: their controllers do, or they change nothing. */
const KNOWN_OPEN = [
  'content-manager POST /uid/check-availability',
  'content-manager POST /uid/generate',
  'content-manager PUT /content-types/:uid/configuration',
  'i18n POST /content-manager/actions/get-non-localized-fields',
  // Refuses whoever may not read the entry; tells the names of types, as the menu does.
  'search GET /entries/:uid/:documentId',
  'search GET /types',
  'upload POST /',
  'upload POST /actions/upload-from-urls',
  'upload POST /files',
  'upload POST /files/:id/replace',
  'upload PUT /files/:id',
];

/** What each role may (2xx) and may not (403) do in the rooms. */
const ROOMS: Record<string, { may: string[]; mayNot: string[] }> = {
  'iris-editor': {
    may: [
      'POST iris.initiative',
      'POST iris.interview',
      'POST studies.study',
      'POST notes.synthesis-note',
      'POST analyses.regional-analysis',
      'POST observatory.project',
      'GET hub.funding-call',
    ],
    mayNot: [
      'POST hub.funding-call',
      'GET hub.application',
      'GET academy.registration',
      'POST repertoire.dataset',
    ],
  },
  'hub-coordinator': {
    may: [
      'POST hub.funding-call',
      'POST hub.steering-decision',
      'POST hub.project-idea',
      'GET hub.application',
      'POST observatory.organisation',
      'GET iris.initiative',
    ],
    mayNot: [
      'POST iris.initiative',
      'GET iris.interview',
      'GET academy.registration',
      'POST observatory.territory',
    ],
  },
  'academy-organiser': {
    may: [
      'POST academy.seminar',
      'POST academy.session',
      'GET academy.registration',
      'POST observatory.person',
    ],
    mayNot: [
      'POST iris.initiative',
      'GET hub.application',
      'GET iris.interview',
      'POST hub.funding-call',
    ],
  },
  'repertoire-steward': {
    may: [
      'POST repertoire.dataset',
      'GET repertoire.self-assessment',
      'POST repertoire.practice',
      'GET repertoire.harvest-source',
    ],
    mayNot: [
      'POST iris.initiative',
      'GET iris.interview',
      'GET hub.application',
      'POST hub.funding-call',
    ],
  },
  reader: {
    may: [
      'GET iris.initiative',
      'GET hub.funding-call',
      'GET observatory.person',
      'GET repertoire.dataset',
    ],
    mayNot: [
      'POST iris.initiative',
      'POST observatory.person',
      'GET iris.interview',
      'GET academy.registration',
      'GET hub.application',
      'GET hub.steering-decision',
      'GET repertoire.self-assessment',
    ],
  },
  'partner-el': {
    may: ['GET iris.initiative', 'GET repertoire.dataset'],
    mayNot: [
      'GET iris.interview',
      'GET academy.registration',
      'GET hub.application',
      'POST observatory.theme',
      'POST iris.transfer',
    ],
  },
};

describe('the rooms', () => {
  test.each(Object.entries(ROOMS))('%s', async (role, { may, mayNot }) => {
    const ask = await asker(role);
    const types = [...may, ...mayNot].map((entry) => `api::${entry.split(' ')[1]}`);
    const count = async () =>
      Promise.all([...new Set(types)].map((uid) => app.strapi.db.query(uid).count()));
    const request = (entry: string) => {
      const [method = '', type] = entry.split(' ');
      const name = { title: 'Essai', name: 'Essai', state: undefined, level: undefined };
      return ask(method, `${CM}/api::${type}`, method === 'POST' ? name : undefined);
    };
    const before = await count();
    for (const entry of mayNot) expect((await request(entry)).status, entry).toBe(403);
    expect(await count()).toEqual(before);
    for (const entry of may) expect([200, 201], entry).toContain((await request(entry)).status);
    if (role === 'reader') expect(await count()).toEqual(before);
  });
});

test('a reader sees no person without consent, and nobody’s address', async () => {
  const person = (name: string, consent: boolean) =>
    app.strapi.documents(PERSON).create({
      data: { name, consent, publicRole: true, email: 'canary@person.example' } as never,
    });
  await person('Visible', true);
  const { documentId } = await person('Cachée', false);
  for (const role of ['reader', 'partner-el', 'hub-coordinator']) {
    const ask = await asker(role);
    const list = await ask('GET', `${CM}/${PERSON}?pageSize=100`);
    expect(list.body.results?.map(({ name }) => name)).toContain('Visible');
    expect(JSON.stringify(list.body)).not.toMatch(/Cachée|canary/);
    expect((await ask('GET', `${CM}/${PERSON}/${documentId}`)).status).toBe(403);
  }
  const all = await (await asker('academy-organiser'))('GET', `${CM}/${PERSON}?pageSize=100`);
  expect(JSON.stringify(all.body)).toMatch(/Cachée.*canary|canary.*Cachée/);
});

describe('files', () => {
  const form = () => {
    const data = new FormData();
    data.append('files', new Blob(['texte'], { type: 'text/plain' }), 'essai.txt');
    return data;
  };
  const upload = async (ask: Ask): Promise<number> => {
    const { status, body } = await ask('POST', '/upload', form());
    expect(status).toBe(201);
    return (body as unknown as { id: number }[])[0]?.id ?? 0;
  };

  test('a partner adds files and changes the own ones, no others', async () => {
    const partner = await asker('partner-el');
    const editor = await asker('iris-editor');
    const folder = await app.strapi
      .plugin('upload')
      .service('folder')
      .create({ name: 'Dossier', parent: null });
    const foreign = await upload(editor);
    const move = { fileIds: [foreign], folderIds: [], destinationFolderId: folder.id };
    expect((await editor('POST', '/upload/actions/bulk-move', move)).status).toBe(200);
    const files = () => app.strapi.db.query('plugin::upload.file').findMany({ orderBy: 'id' });
    const before = await files();
    const attempts: [string, string, unknown?][] = [
      ['POST', `/upload?id=${foreign}`, form()],
      ['PUT', `/upload/files/${foreign}`, { name: 'changé' }],
      ['POST', `/upload/files/${foreign}/replace`, form()],
      ['DELETE', `/upload/files/${foreign}`],
      ['POST', '/upload/actions/bulk-delete', { fileIds: [foreign], folderIds: [] }],
      ['POST', '/upload/actions/bulk-delete', { fileIds: [], folderIds: [folder.id] }],
      ['POST', '/upload/actions/bulk-move', { ...move, destinationFolderId: null }],
    ];
    for (const [method, path, body] of attempts) {
      expect((await partner(method, path, body)).status, `${method} ${path}`).toBe(403);
      expect(await files(), `${method} ${path}`).toEqual(before);
    }
    const own = await upload(partner);
    const removal = { fileIds: [own], folderIds: [] };
    expect((await partner('POST', '/upload/actions/bulk-delete', removal)).status).toBe(200);
    expect(await files()).toEqual(before);
    expect((await (await asker('reader'))('POST', '/upload', form())).status).toBe(403);
  });
});

type Route = { method: string; path: string; config?: { auth?: unknown; policies?: unknown[] } };
type Router = { type?: string; routes: Route[] };

describe('routes of the admin', () => {
  test('all that write ask a permission, or are known to judge by themselves', () => {
    const open = (name: string, routers: Record<string, Router>) =>
      Object.entries(routers).flatMap(([key, router]) =>
        (router.type ?? key) !== 'admin'
          ? []
          : router.routes
              .filter(({ method }) => method !== 'GET' || OURS.includes(name))
              .filter(({ config }) => !/hasPermissions/.test(JSON.stringify(config?.policies)))
              .map(({ method, path }) => `${name} ${method} ${path}`),
      );
    const all = Object.entries(app.strapi.plugins).flatMap(([name, plugin]) =>
      open(name, plugin.routes as unknown as Record<string, Router>),
    );
    expect(all.sort()).toEqual(KNOWN_OPEN);
  });

  test('a reader changes no setting', async () => {
    const reader = await asker('reader');
    const attempts: [string, string, unknown][] = [
      ['PUT', '/content-manager/components/iris.cost/configuration', {}],
      ['PUT', '/content-manager/content-types/api::iris.initiative/configuration', {}],
      ['PUT', '/i18n/settings', { aiLocalizations: true }],
      ['POST', '/i18n/locales', { code: 'it', name: 'Italiano', isDefault: true }],
      ['POST', '/admin/api-tokens', { name: 'a', type: 'full-access', description: '' }],
      ['POST', '/admin/roles', { name: 'a', description: '' }],
      ['POST', '/search/repair', {}],
      ['POST', '/email', { to: 'a@oten.example', subject: 'a', text: 'a' }],
      ['POST', '/upload/actions/upload-from-urls', { urls: ['https://example.org/a.png'] }],
    ];
    for (const [method, path, body] of attempts) {
      expect((await reader(method, path, body)).status, path).toBe(403);
    }
  });
});
