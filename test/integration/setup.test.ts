import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootStrapi, type TestStrapi } from '../support/strapi';
import { waitFor } from '../support/wait-for';

const ADMIN = 'Camille@oten.example';
const EDITOR = 'dominique@oten.example';
const PASSWORD = 'A-long-demo-password-1';
const PUBLIC_PERMISSION = { role: { type: 'public' } };
const LOCALES = ['el', 'en', 'es', 'fr', 'pl', 'pt'];

let app: TestStrapi;

/** What the application does at every start, called once more in the same process. */
const startAgain = async () => {
  const bootstrap: unknown = Reflect.get(app.strapi.app ?? {}, 'bootstrap');
  if (typeof bootstrap !== 'function') throw new Error('The application has no bootstrap.');
  await bootstrap({ strapi: app.strapi });
};

const permissions = async (where: Record<string, unknown>): Promise<string[]> => {
  const found: { action: string }[] = await app.strapi.db
    .query('plugin::users-permissions.permission')
    .findMany({ where });
  return found.map(({ action }) => action).sort();
};

const signIn = async (email: string) => {
  const response = await fetch(`${app.url}/admin/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: email.toLowerCase(), password: PASSWORD }),
  });
  const { data } = (await response.json()) as {
    data: { user: { preferedLanguage: string } };
  };
  return { status: response.status, data };
};

beforeAll(async () => {
  app = await bootStrapi({
    firstStart: true,
    env: {
      OTEN_DEMO: 'true',
      ADMIN_RATE_LIMIT: 'true',
      OTEN_DEMO_ADMIN_EMAIL: ADMIN,
      OTEN_DEMO_ADMIN_PASSWORD: PASSWORD,
      OTEN_DEMO_EDITOR_EMAIL: EDITOR,
      OTEN_DEMO_EDITOR_PASSWORD: PASSWORD,
      OTEN_DEMO_ROLES_PASSWORD: PASSWORD,
    },
  });
});

afterAll(() => app.stop());

test('the public may read every type with routes, sign in, and nothing else', async () => {
  const actions = await permissions(PUBLIC_PERMISSION);
  expect(actions).toContain('api::iris.initiative.find');
  expect(actions).toContain('api::observatory.territory.findOne');
  expect(actions.filter((action) => action.includes('interview'))).toEqual([]);
  const others = actions.filter((action) => !/\.(find|findOne)$/.test(action));
  expect(others).toEqual([
    'plugin::regional-dynamics.charts.compare',
    'plugin::regional-dynamics.charts.edition',
    'plugin::regional-dynamics.charts.territory',
    'plugin::regional-dynamics.rankings.chart',
    'plugin::regional-dynamics.territories.activity',
    'plugin::regional-dynamics.territories.compare',
    'plugin::regional-dynamics.uncertainty.groups',
    'plugin::regional-dynamics.uncertainty.pairwise',
    'plugin::search.search.health',
    'plugin::search.search.suggest',
    'plugin::search.search.token',
    'plugin::users-permissions.auth.callback',
    'plugin::users-permissions.auth.refresh',
  ]);
});

test('locales are named in their own language', async () => {
  const locales: { name: string }[] = await app.strapi.plugin('i18n').service('locales').find();
  expect(locales.map(({ name }) => name)).toContain('Français (fr)');
});

test('members and signed-in users may read what the public reads', async () => {
  const reads = (await permissions(PUBLIC_PERMISSION)).filter((action) => /\.find/.test(action));
  for (const type of ['member', 'authenticated']) {
    const actions = await permissions({ role: { type } });
    expect(actions).toEqual(expect.arrayContaining(reads));
    expect(actions).toContain('plugin::users-permissions.user.me');
  }
});

test('what an administrator takes away stays away; a new action is given once', async () => {
  const removed = 'api::iris.transfer.find';
  await app.strapi.db
    .query('plugin::users-permissions.permission')
    .deleteMany({ where: { action: removed, ...PUBLIC_PERMISSION } });
  const before = await permissions(PUBLIC_PERMISSION);
  await startAgain();
  expect(await permissions(PUBLIC_PERMISSION)).toEqual(before);

  const store = app.strapi.store({ type: 'core', name: 'setup' });
  const given = (await store.get({ key: 'granted-public' })) as string[];
  await store.set({ key: 'granted-public', value: given.filter((action) => action !== removed) });
  await startAgain();
  await startAgain();
  const after = await permissions(PUBLIC_PERMISSION);
  expect(after.filter((action) => action === removed)).toHaveLength(1);
});

test('the demo’s accounts sign in, in French; a second start keeps them', async () => {
  const users = app.strapi.db.query('admin::user');
  for (const [email, code] of [
    [ADMIN, 'strapi-super-admin'],
    [EDITOR, 'strapi-editor'],
    ['partner-el@oten.example', 'partner-el'],
  ] as const) {
    const { status, data } = await signIn(email);
    expect(status).toBe(200);
    expect(data.user.preferedLanguage).toBe('fr');
    const user = await users.findOne({
      where: { email: email.toLowerCase() },
      populate: ['roles'],
    });
    expect(user.roles.map((role: { code: string }) => role.code)).toEqual([code]);
  }
  const before = await users.findMany({ orderBy: 'id' });
  process.env.OTEN_DEMO_ADMIN_PASSWORD = 'Another-password-2';
  await startAgain();
  expect(await users.findMany({ orderBy: 'id' })).toEqual(before);
});

test('a role is given a right of a later version once, and gets back nothing that was taken', async () => {
  const store = app.strapi.store({ type: 'core', name: 'setup' });
  const permission = app.strapi.db.query('admin::permission');
  const [later, taken] = [
    'plugin::regional-dynamics.edit-data',
    'plugin::regional-dynamics.edit-recipes',
  ];
  const rights = async (code: string) => {
    const found: { action: string }[] = await permission.findMany({ where: { role: { code } } });
    return found.map(({ action }) => action).filter((action) => [later, taken].includes(action));
  };
  const code = 'strapi-editor';
  expect((await rights(code)).sort()).toEqual([later, taken]);
  for (const action of [later, taken]) {
    await permission.deleteMany({ where: { action, role: { code } } });
  }
  await startAgain();
  expect(await rights(code)).toEqual([]);
  // As if the version that made the role had not had the right yet.
  const key = `granted-admin-${code}`;
  const given = (await store.get({ key })) as string[];
  await store.set({ key, value: given.filter((action) => action !== later) });
  await startAgain();
  await startAgain();
  expect(await rights(code)).toEqual([later]);
  // An installation from before rights were noted.
  await store.delete({ key });
  await startAgain();
  await startAgain();
  expect(await rights(code)).toEqual([later]);
  expect(await rights('partner-el')).toEqual([]);
});

test('the Editor may do everything with our types in every locale, and sees the desk', async () => {
  const found: { action: string; subject: string | null; properties: { locales?: string[] } }[] =
    await app.strapi.db
      .query('admin::permission')
      .findMany({ where: { role: { code: 'strapi-editor' } } });
  const about = (subject: string) => found.filter((permission) => permission.subject === subject);
  for (const uid of ['api::iris.initiative', 'api::observatory.project']) {
    const actions = about(uid).map(({ action }) => action.split('.').pop());
    expect(actions.sort()).toEqual(['create', 'delete', 'publish', 'read', 'update']);
    for (const { properties } of about(uid)) {
      expect([...(properties.locales ?? [])].sort()).toEqual(LOCALES);
    }
  }
  expect(about('api::iris.interview')).not.toEqual([]);
  expect(about('plugin::users-permissions.user')).toEqual([]);
  expect(found.map(({ action }) => action)).toContain('plugin::translation-desk.status.read');
});

test('an administrator’s changes to our roles outlast a start, deletion too', async () => {
  type Role = { id: number; code: string; permissions: { id: number; action: string }[] };
  const service = app.strapi.service('admin::role');
  const find = (): Promise<Role[]> =>
    app.strapi.db.query('admin::role').findMany({ orderBy: 'code', populate: ['permissions'] });
  const roles = new Map((await find()).map((role) => [role.code, role]));
  expect([...roles.keys()]).toEqual(expect.arrayContaining(['iris-editor', 'reviewer-fr']));
  await service.assignPermissions(roles.get('partner-el')?.id, [{ action: 'plugin::upload.read' }]);
  await service.update({ id: roles.get('partner-pl')?.id }, { name: 'Małopolska' });
  await service.deleteByIds([roles.get('reviewer-pl')?.id]);
  const before = await find();
  await startAgain();
  expect(await find()).toEqual(before);
  const crete = before.find(({ code }) => code === 'partner-el');
  expect(crete?.permissions.map(({ action }) => action)).toEqual(['plugin::upload.read']);
});

test('entries are known by their name or title in lists and pickers', async () => {
  const contentManager = app.strapi.plugin('content-manager').service('content-types');
  for (const [uid, mainField] of [
    ['api::iris.initiative', 'title'],
    ['api::observatory.territory', 'name'],
    ['api::observatory.glossary-term', 'term'],
  ]) {
    const schema = contentManager.findContentType(uid);
    const { settings } = await contentManager.findConfiguration(schema);
    expect(settings.mainField).toBe(mainField);
  }
});

test('e-mails become files', async () => {
  const email = { to: 'a@example.org', subject: 'Objet', text: 'Texte' };
  await app.strapi.plugin('email').service('email').send(email);
  const directory = path.join(process.env.DATA_DIR ?? '', 'mail');
  const [file, ...more] = await readdir(directory);
  expect(more).toEqual([]);
  expect(JSON.parse(await readFile(path.join(directory, file ?? ''), 'utf8'))).toMatchObject(email);
});

test('signing in to the panel is limited, and says so in the visitor’s language', async () => {
  const tryOnce = async () => {
    const response = await fetch(`${app.url}/admin/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': 'fr-FR' },
      body: JSON.stringify({ email: 'guessed@oten.example', password: 'Wrong-password-1' }),
    });
    const { error } = (await response.json()) as { error: { message: string } };
    return { status: response.status, message: error.message };
  };
  for (let attempt = 0; attempt < 5; attempt += 1) {
    expect(await tryOnce()).toEqual({
      status: 400,
      message: 'Adresse électronique ou mot de passe erroné.',
    });
  }
  expect(await tryOnce()).toEqual({
    status: 429,
    message: 'Trop de tentatives : réessayez dans quelques minutes.',
  });
});

test('the log of requests and errors tells nothing that people wrote', async () => {
  const lines: string[] = [];
  const listen = (info: Record<symbol, unknown>) => lines.push(String(info[Symbol.for('message')]));
  const log = app.strapi.log as unknown as NodeJS.EventEmitter;
  log.on('data', listen);
  const secret = 'x'.repeat(43);
  await fetch(`${app.url}/api/themes?filters[name]=canary-query`);
  await fetch(`${app.url}/api/approvals/${secret}`);
  app.strapi.log.error('No mail to canary@oten.example');
  await waitFor(() => lines.some((line) => line.includes('/api/approvals/')));
  log.off('data', listen);
  const told = lines.join('\n');
  expect(told).toContain('/api/themes');
  expect(told).toContain('No mail to');
  for (const canary of ['canary-query', secret, 'canary@']) expect(told).not.toContain(canary);
});
