import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ClosingCall, HomeEntry, Waiting } from '../../src/homepage/contracts';
import { type Ask, signInAs } from '../support/admin';
import {
  COMPLETE_PROJECT,
  documents,
  ensureLocales,
  INITIATIVE,
  PROJECT,
  untilIdle,
} from '../support/shared-fields';
import { bootStrapi, type TestStrapi } from '../support/strapi';

const INTERVIEW = 'api::iris.interview';
const CALL = 'api::hub.funding-call';
const DAY = 24 * 60 * 60 * 1000;

let app: TestStrapi;
let iris: Ask;
let colleague: Ask;
let greekReviewer: Ask;
let reader: Ask;

const list = async <T extends HomeEntry = HomeEntry>(
  who: Ask,
  name: string,
): Promise<{ entries: T[]; more: boolean }> => {
  const { status, body } = await who('GET', `/homepage/${name}`);
  expect(status).toBe(200);
  return body.data as unknown as { entries: T[]; more: boolean };
};
const titles = async (who: Ask, name: string): Promise<string[]> =>
  (await list(who, name)).entries.map(({ title, locale }) => `${title} ${locale}`);

const address = (uid: string, id: string, locale: string, action = '') =>
  `/content-manager/collection-types/${uid}/${id}${action}?locale=${locale}`;

const day = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

const project = async (title: string): Promise<string> =>
  (
    await documents(app.strapi, PROJECT).create({
      locale: 'fr',
      data: { title, kind: 'action', ...COMPLETE_PROJECT },
    })
  ).documentId;

const save = async (who: Ask, id: string, title: string, locale = 'fr') => {
  expect((await who('PUT', address(PROJECT, id, locale), { title })).status).toBe(200);
};
const publish = async (who: Ask, id: string) => {
  expect((await who('POST', address(PROJECT, id, 'fr', '/actions/publish'), {})).status).toBe(200);
};

const statementsOf = async (work: () => Promise<unknown>): Promise<number> => {
  let statements = 0;
  const count = ({ sql }: { sql: string }) => {
    // The worker of search asks on its own account.
    if (!/search_|strapi_core_store/.test(sql)) statements += 1;
  };
  app.strapi.db.connection.on('query', count);
  await work();
  app.strapi.db.connection.removeListener('query', count);
  return statements;
};

beforeAll(async () => {
  app = await bootStrapi();
  await ensureLocales(app.strapi);
  iris = await signInAs(app, 'iris-editor', 'iris');
  colleague = await signInAs(app, 'iris-editor', 'colleague');
  greekReviewer = await signInAs(app, 'reviewer-el');
  reader = await signInAs(app, 'reader');
});

afterAll(async () => {
  await untilIdle(app.strapi);
  await app.stop();
});

test('a homepage is for people of the panel', async () => {
  for (const name of ['my-drafts', 'waiting', 'due-reviews', 'closing-calls']) {
    expect((await fetch(`${app.url}/homepage/${name}`)).status).toBe(401);
    expect(await list(reader, name)).toEqual({ entries: [], more: false });
  }
});

test('my drafts are what I saved last and have not published since', async () => {
  const [never, changed, settled, theirs] = [
    await project('never'),
    await project('changed'),
    await project('settled'),
    await project('theirs'),
  ];
  await save(iris, never, 'Never published');
  await publish(iris, changed);
  await save(iris, changed, 'Changed since');
  await publish(iris, settled);
  await save(iris, theirs, 'Mine first');
  await save(colleague, theirs, 'Theirs now');
  expect(await titles(iris, 'my-drafts')).toEqual(['Changed since fr', 'Never published fr']);
  expect(await titles(colleague, 'my-drafts')).toEqual(['Theirs now fr']);

  // A right that was taken away takes the entry away, whoever saved it.
  const { id } = await app.strapi.db
    .query('admin::user')
    .findOne({ where: { email: 'iris@oten.example' } });
  const role = await app.strapi.db.query('admin::role').findOne({ where: { code: 'iris-editor' } });
  const none = await app.strapi.db
    .query('admin::role')
    .create({ data: { name: 'Nothing', code: 'nothing' } });
  await app.strapi.db.query('admin::user').update({ where: { id }, data: { roles: [none.id] } });
  expect((await list(iris, 'my-drafts')).entries).toEqual([]);
  await app.strapi.db.query('admin::user').update({ where: { id }, data: { roles: [role.id] } });
});

test('what waits is what I may publish of others, in the languages I publish', async () => {
  const id = await project('two languages');
  await save(iris, id, 'En français');
  await save(iris, id, 'Στα ελληνικά', 'el');
  const { entries } = await list<Waiting>(greekReviewer, 'waiting');
  expect(entries).toMatchObject([
    { title: 'Στα ελληνικά', locale: 'el', reason: 'publication', by: 'iris', uid: PROJECT },
  ]);
  expect(await titles(colleague, 'waiting')).toContain('En français fr');
  expect(await titles(iris, 'waiting')).not.toContain('En français fr');
});

test('owners who have not answered are waited for by those who read interviews', async () => {
  const interview = (state: string, reference: string) =>
    documents(app.strapi, INTERVIEW).create({ data: { reference, ownerApproval: { state } } });
  await interview('pending', 'INT-PENDING');
  await interview('refused', 'INT-REFUSED');
  const owners = async (who: Ask) =>
    (await list<Waiting>(who, 'waiting')).entries
      .filter(({ reason }) => reason === 'owner')
      .map(({ title }) => title);
  expect(await owners(iris)).toEqual(['INT-PENDING']);
  expect(await owners(greekReviewer)).toEqual([]);
});

test('reviews that are due come once an entry, the most overdue first', async () => {
  const initiative = (title: string, reviewDueAt: string, locale = 'fr') =>
    documents(app.strapi, INITIATIVE).create({ locale, data: { title, reviewDueAt } });
  await initiative('Soon', day(20));
  await initiative('Later', day(60));
  const { documentId } = await initiative('Εκπρόθεσμο', day(-3), 'el');
  await documents(app.strapi, INITIATIVE).update({
    documentId,
    locale: 'fr',
    data: { title: 'En retard' },
  });
  const { entries } = await list(iris, 'due-reviews');
  expect(entries).toMatchObject([
    { title: 'Εκπρόθεσμο', locale: 'el', at: day(-3) },
    { title: 'Soon', at: day(20) },
  ]);
});

test('calls that close are shown with the time of their place', async () => {
  const at = (days: number) => new Date(Date.now() + days * DAY).toISOString();
  const call = (title: string, deadlines: [number, string][]) =>
    documents(app.strapi, CALL).create({
      locale: 'fr',
      data: {
        title,
        source: 'national',
        deadlines: deadlines.map(([days, timezone], index) => ({
          code: `d-${index}`,
          dateTime: at(days),
          timezone,
        })),
      },
    });
  await call('Closes', [[5, 'Europe/Athens']]);
  await call('Interim', [
    [-30, 'Atlantic/Madeira'],
    [2, 'Atlantic/Madeira'],
    [40, 'Atlantic/Madeira'],
  ]);
  await call('Over', [[-1, 'Europe/Paris']]);
  await call('Later', [[9, 'Europe/Paris']]);
  const { entries } = await list<ClosingCall>(iris, 'closing-calls');
  expect(entries).toMatchObject([
    { title: 'Interim', timezone: 'Atlantic/Madeira', last: false },
    { title: 'Closes', timezone: 'Europe/Athens', last: true },
  ]);
});

test('a list is short, says that there is more, and asks no more of the database', async () => {
  await untilIdle(app.strapi);
  const before = await statementsOf(() => list(colleague, 'my-drafts'));
  for (let index = 0; index < 8; index += 1) {
    await save(colleague, await project(`project ${index}`), `Project ${index}`);
  }
  await untilIdle(app.strapi);
  let answer: Awaited<ReturnType<typeof list>> | undefined;
  const after = await statementsOf(async () => {
    answer = await list(colleague, 'my-drafts');
  });
  expect(answer?.entries).toHaveLength(6);
  expect(answer?.more).toBe(true);
  expect(after).toBeLessThanOrEqual(before);
});

const organisation = 'api::observatory.organisation';
const errorsOf = ({ body }: Awaited<ReturnType<Ask>>) => {
  const { details } = (body.error ?? {}) as { details?: { errors?: Record<string, unknown>[] } };
  return details?.errors ?? [];
};
const speak = (preferedLanguage: string | null) =>
  app.strapi.db
    .query('admin::user')
    .update({ where: { email: 'colleague@oten.example' }, data: { preferedLanguage } });

test('a refusal speaks the panel’s language, and changes nothing', async () => {
  const before = await app.strapi.db.query(organisation).count();
  const refused = () =>
    colleague('POST', `/content-manager/collection-types/${organisation}`, {
      siret: '73282932000075',
      website: 'x',
    });
  const french = await refused();
  expect(french.status).toBe(400);
  expect(errorsOf(french)).toMatchObject([
    {
      path: ['name'],
      name: 'required',
      message: expect.stringMatching(/^Nom d’origine : obligatoire/),
    },
    {
      path: ['siret'],
      name: 'siret',
      message: expect.stringMatching(/^SIRET : « 73282932000075 » n’est pas un SIRET/),
    },
    {
      path: ['website'],
      name: 'web-address',
      message: expect.stringMatching(/^Site web : doit être une adresse web/),
    },
  ]);
  expect(french.message).toMatch(/^3 points à corriger : Nom d’origine : obligatoire/);

  await speak('en');
  expect((await refused()).message).toMatch(/^3 points to mend: Native name: is required/);
  // Whoever has chosen no language sees the panel in French.
  await speak(null);
  expect((await refused()).message).toMatch(/^3 points à corriger/);
  await speak('fr');
  expect(await app.strapi.db.query(organisation).count()).toBe(before);

  const gone = await colleague('PUT', address(PROJECT, 'gone', 'fr'), { title: 'x' });
  expect(gone.message).toBe('Cette fiche n’existe pas ou plus : rien n’a été enregistré.');
});

test('what a draft misses is what its publication is refused for, in each language', async () => {
  const made = await documents(app.strapi, INITIATIVE).create({
    locale: 'fr',
    data: {
      title: 'Ébauche',
      costs: [{ code: 'site', kind: 'investment', amount: 10 }],
      costTexts: [{ code: 'site', label: 'Site' }],
    },
  });
  await documents(app.strapi, INITIATIVE).update({
    documentId: made.documentId,
    locale: 'el',
    data: { title: 'Σχέδιο', costTexts: [] },
  });
  const check = (who: Ask, locale: string) =>
    who('GET', `/publication-check/${INITIATIVE}/${made.documentId}?locale=${locale}`);
  const pointsIn = async (locale: string) =>
    (await check(iris, locale)).body.data as unknown as { path: string[]; message: string }[];
  const messages = (list: readonly { message?: unknown }[]) => list.map(({ message }) => message);

  const points = await pointsIn('fr');
  expect(messages(points)).toEqual(
    expect.arrayContaining([
      'Résumé : obligatoire',
      'Coûts, n° 1, Devise : obligatoire, puisque « Montant » est rempli',
    ]),
  );
  const refused = await iris(
    'POST',
    address(INITIATIVE, made.documentId, 'fr', '/actions/publish'),
    {},
  );
  expect(refused.status).toBe(400);
  expect(messages(errorsOf(refused))).toEqual(messages(points));

  expect(messages(await pointsIn('el'))).toContain(
    'Libellés des coûts : cette version n’a pas encore tout ce qu’a l’original ; il manque : site',
  );
  expect((await check(reader, 'el')).status).toBe(200);
  expect((await check(iris, 'pl')).status).toBe(404);
  await app.strapi.db.query('admin::role').create({ data: { name: 'Blind', code: 'blind' } });
  expect((await check(await signInAs(app, 'blind'), 'fr')).status).toBe(403);

  const whole = await project('whole');
  expect((await iris('GET', `/publication-check/${PROJECT}/${whole}?locale=fr`)).body.data).toEqual(
    [],
  );
});
