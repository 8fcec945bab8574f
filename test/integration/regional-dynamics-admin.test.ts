import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { GetStatistics } from '../../src/plugins/regional-dynamics/shared/admin-contracts';
import type {
  GetImport,
  GetIndicators,
  GetObservations,
  PostImportPreview,
  PostInspect,
} from '../../src/plugins/regional-dynamics/shared/data-contracts';
import {
  EDIT_DATA,
  EDIT_RECIPES,
  OPERATE,
  READ,
} from '../../src/plugins/regional-dynamics/shared/permissions';
import type {
  GetRecipe,
  GetSelfCheck,
  GetWhatIf,
  PostCheck,
  PostPreview,
} from '../../src/plugins/regional-dynamics/shared/workbench-contracts';
import { makeAdminToken } from '../support/admin';
import { projectRoot } from '../support/compile';
import { bootStrapi, type TestStrapi } from '../support/strapi';
import { waitFor } from '../support/wait-for';

const OBSERVATION = 'plugin::regional-dynamics.observation';
const INDEX = 'plugin::regional-dynamics.index';
const EDITION = 'plugin::regional-dynamics.edition';
const CODE = 'dynamique-numerique-regionale';

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

const figures = (lines: string[], fields: Record<string, string> = {}): FormData => {
  const form = new FormData();
  const text = ['unit,year,indicator,value,flag', ...lines].join('\n');
  form.append('files', new Blob([text]), 'figures.csv');
  for (const [name, value] of Object.entries({ vintage: '2026', ...fields })) {
    form.append(name, value);
  }
  return form;
};

const count = (uid: string, where = {}) => app.strapi.db.query(uid).count({ where });
const asTyped = async <T>(method: string, path: string, body?: unknown): Promise<T> =>
  (await ask(admin, method, path, body)).body as T;

beforeAll(async () => {
  app = await bootStrapi();
  const directory = path.join(projectRoot, 'database/seeds/regional-dynamics');
  await app.strapi.plugin('regional-dynamics').service('seeds').load({ directory });
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

/** The routes that each permission opens. */
const OPENED: Record<string, string[]> = {
  [READ]: [
    'GET /editions',
    'GET /editions/x',
    'GET /editions/x/whole',
    'GET /editions/x/cells',
    'GET /editions/x/statistics',
    'GET /indicators',
    'GET /indicators/x/observations',
    'GET /self-check',
    'GET /what-if/x',
    'GET /what-if/x/figures/x',
    'POST /what-if/x',
    'GET /runs',
  ],
  [EDIT_DATA]: [
    'POST /imports/inspect',
    'POST /imports/preview',
    'POST /imports',
    'GET /imports/x',
    'GET /imports/x/report',
    'DELETE /imports/x',
  ],
  [EDIT_RECIPES]: [
    'GET /recipes',
    'POST /recipes/check',
    'GET /recipes/x',
    'PUT /recipes/x',
    'POST /recipes/x/preview',
  ],
  [OPERATE]: ['POST /runs/x', 'POST /runs/x/cancel'],
};

test('each permission opens its own routes and no other', async () => {
  const all = Object.values(OPENED).flat();
  for (const [permission, opened] of Object.entries(OPENED)) {
    const code = permission.replaceAll(/[^a-z]+/g, '-');
    const role = await app.strapi.db
      .query('admin::role')
      .create({ data: { name: code, code, description: '' } });
    await app.strapi
      .service('admin::role')
      .assignPermissions(role.id, [{ action: permission, subject: null }]);
    const holder = await makeAdminToken(app, code);
    const passed: string[] = [];
    for (const route of all) {
      const [method = '', address = ''] = route.split(' ');
      const { status } = await ask(holder, method, address);
      expect([route, status]).not.toEqual([route, 401]);
      if (status !== 403) passed.push(route);
    }
    expect([permission, passed]).toEqual([permission, opened]);
  }
});

test('what a route refuses it says in the language of the panel, and why', async () => {
  const reference = `${CODE}-2018-1`;
  const { data } = await asTyped<GetRecipe>('GET', `/recipes/${CODE}`);
  const { recipe, updatedAt } = data;
  const none = 'Il n’y a pas d’indice « none ».';
  const noEdition = 'Il n’y a pas d’édition « none ».';
  const noImport = 'Cet import n’existe pas ou plus.';
  const unknown = (known: string) => `x : n’est pas connu ici ; sont connus : ${known}`;
  const refused: [string, string, unknown, number, string][] = [
    ['GET', '/editions?x=1', undefined, 400, unknown('locale')],
    ['GET', '/editions/none', undefined, 404, noEdition],
    ['GET', `/editions/${reference}?x=1`, undefined, 400, unknown('locale, year')],
    [
      'GET',
      `/editions/${reference}?year=2012`,
      undefined,
      404,
      `${reference} n’a pas d’année 2012.`,
    ],
    ['GET', '/editions/none/whole', undefined, 404, noEdition],
    ['GET', '/editions/none/cells', undefined, 404, noEdition],
    [
      'GET',
      `/editions/${reference}/cells?state=rainy`,
      undefined,
      400,
      'state : doit être l’une de ces valeurs : imputed, treated, clamped, missing, flagged',
    ],
    [
      'GET',
      `/editions/${reference}/cells?pageSize=0`,
      undefined,
      400,
      'pageSize : doit être compris entre 1 et 10000',
    ],
    ['GET', '/indicators?pageSize=x', undefined, 400, 'pageSize : doit être un nombre entier'],
    ['GET', '/indicators/none/observations', undefined, 404, 'Il n’y a pas d’indicateur « none ».'],
    ['POST', '/imports/inspect', {}, 400, 'files : doit être un fichier'],
    ['POST', '/imports/preview', {}, 400, 'files : doit être un fichier'],
    [
      'POST',
      '/imports/preview',
      figures([], { vintage: '_' }),
      400,
      'vintage : ne peut contenir que lettres, chiffres, « _ », « . » et « - »',
    ],
    ['POST', '/imports', figures([], { where: '{' }), 400, 'where : doit être du JSON'],
    ['GET', '/imports/none', undefined, 404, noImport],
    ['GET', '/imports/none/report', undefined, 404, noImport],
    ['DELETE', '/imports/none', undefined, 404, noImport],
    ['GET', '/recipes?x=1', undefined, 400, unknown('locale')],
    ['POST', '/recipes/check', { recipe: {}, x: 1 }, 400, unknown('recipe')],
    ['GET', '/recipes/none', undefined, 404, none],
    ['PUT', '/recipes/none', { recipe, updatedAt }, 404, none],
    ['POST', '/recipes/none/preview', { recipe, edition: 0 }, 404, none],
    [
      'POST',
      `/recipes/${CODE}/preview`,
      { recipe, edition: 99 },
      400,
      'Le plan n’a pas d’édition n° 99.',
    ],
    ['GET', '/what-if/none', undefined, 404, noEdition],
    [
      'GET',
      `/what-if/${reference}/figures/XX`,
      undefined,
      404,
      `${reference} n’a pas de région « XX ».`,
    ],
    ['POST', '/what-if/none', {}, 404, noEdition],
    [
      'POST',
      `/what-if/${reference}`,
      { figures: [{ unit: 'XX', indicator: 'gerd', value: 1 }] },
      400,
      'figures : il n’y a pas de région « XX »',
    ],
    ['POST', '/runs/none', undefined, 404, none],
    ['POST', '/runs/none/cancel', undefined, 404, 'Aucun calcul de « none » n’est en cours.'],
  ];
  const answered: [string, string, unknown, number, string | undefined][] = [];
  for (const [method, address, body] of refused) {
    const answer = await ask(admin, method, address, body);
    const { error } = answer.body as { error?: { message: string } };
    answered.push([method, address, body, answer.status, error?.message]);
  }
  expect(answered).toEqual(refused);
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

test('the statistics of an edition come with what moves its ranks, in the language of the panel', async () => {
  const { data } = await asTyped<GetStatistics>(
    'GET',
    `/editions/${CODE}-2018-1/statistics?locale=fr`,
  );
  expect(data.sensitivity).toMatchObject({ kind: 'decomposed', samples: 500 });
  const skills = data.nodes.find(({ code }) => code === 'skills');
  expect(skills).toMatchObject({ name: 'Compétences', n: 252, unbalanced: null });
  expect(data.nodes[0]).toMatchObject({ code: 'dynamics', unbalanced: 'not-a-sum' });
});

test('indicators are found by their names, observations follow one another page by page', async () => {
  const { data, meta } = await asTyped<GetIndicators>(
    'GET',
    '/indicators?search=internet&locale=en',
  );
  const found = { code: 'internet_daily', units: 373, lastYear: 2018 };
  expect(data).toMatchObject([{ ...found, unit: '% of individuals' }]);
  const french = await asTyped<GetIndicators>('GET', '/indicators?search=internet&locale=fr');
  expect(french.data).toMatchObject([{ ...found, unit: '% des personnes' }]);
  expect(meta.pagination.total).toBe(1);
  const seen: string[] = [];
  let after = '';
  do {
    const page = await asTyped<GetObservations>(
      'GET',
      `/indicators/internet_daily/observations?year=2018${after}`,
    );
    seen.push(...page.data.map(({ unit, year }) => `${unit} ${year}`));
    after = page.meta.next === null ? '' : `&after=${page.meta.next}`;
  } while (after);
  expect(seen.length).toBeGreaterThan(100);
  expect(seen).toHaveLength(await count(OBSERVATION, { indicator: 'internet_daily', year: 2018 }));
  expect(new Set(seen).size).toBe(seen.length);
  expect((await ask(admin, 'GET', '/indicators/gerd/observations?after=xx')).status).toBe(400);
  expect((await ask(admin, 'GET', '/indicators/none/observations')).status).toBe(404);
});

test('a file is looked at and previewed: wrong lines are all named, and nothing is written', async () => {
  const before = await count(OBSERVATION);
  const inspected = await asTyped<PostInspect>('POST', '/imports/inspect?locale=fr', figures([]));
  expect(inspected.data).toMatchObject({ kind: 'readable', format: 'long', namesIndicator: true });
  const bad = ['QQ11,2018,gerd,1,', 'QQ12,2018,gerd,x,', 'QQ13,2018,rain,1,'];
  const wrong = await asTyped<PostImportPreview>(
    'POST',
    '/imports/preview?locale=fr',
    figures(bad),
  );
  expect(wrong.data.report).toMatchObject({
    wrong: 2,
    errors: [
      { line: 3, message: 'gerd n’est pas un nombre : « x »' },
      { line: 4, message: 'il n’y a pas d’indicateur « rain »' },
    ],
  });
  const good = ['FR10,2018,gerd,3,', 'QQ11,2018,gerd,1,p'];
  const { data } = await asTyped<PostImportPreview>('POST', '/imports/preview', figures(good));
  expect(data.report).toMatchObject({ created: 2, wrong: 0 });
  expect(data.first[1]).toMatchObject({ line: 3, unit: 'QQ11', outcome: 'created', flag: 'p' });
  expect(await count(OBSERVATION)).toBe(before);
  expect((await ask(admin, 'POST', '/imports/preview', { vintage: '1' })).status).toBe(400);
});

test('an import runs in the background, tells its progress, and leaves a report and no file', async () => {
  const { data: job } = await asTyped<GetImport>(
    'POST',
    '/imports',
    figures(['QQ21,2018,gerd,1,', 'QQ22,2018,gerd,2,b']),
  );
  const ended = async () => {
    const { data } = await asTyped<GetImport>('GET', `/imports/${job.id}`);
    return data.state === 'running' ? undefined : data;
  };
  const done = await waitFor(ended);
  expect(done).toMatchObject({ state: 'done', figures: 2, report: { created: 2 } });
  const report = await ask(admin, 'GET', `/imports/${job.id}/report`);
  expect(report.body).toContain('3,QQ22,2018,gerd,2,b,created');
  expect(await count(OBSERVATION, { unit: 'QQ22' })).toBe(1);
  const directories = readdirSync(tmpdir()).filter((name) => name.startsWith('regional-import-'));
  const left = directories.flatMap((name) => readdirSync(path.join(tmpdir(), name)));
  expect(left.filter((name) => name === 'figures')).toEqual([]);
});

test('a running import is cancelled and leaves nothing, and only one runs', async () => {
  const lines = Array.from({ length: 40_000 }, (_, k) => `C${k},2018,gerd,1,`);
  const { data: job } = await asTyped<GetImport>('POST', '/imports', figures(lines));
  expect(job.state).toBe('running');
  expect((await ask(admin, 'POST', '/imports', figures(['C1,2018,gerd,1,']))).status).toBe(400);
  const { data } = await asTyped<GetImport>('DELETE', `/imports/${job.id}`);
  expect(data.state).toBe('cancelled');
  expect(await count(OBSERVATION, { unit: 'C1' })).toBe(0);
});

test('a recipe is checked where it is wrong, in the language of the panel', async () => {
  const { data } = await asTyped<GetRecipe>('GET', `/recipes/${CODE}?locale=fr`);
  const recipe = structuredClone(data.recipe) as { tree: { children: { code: string }[] } };
  const [first, second] = recipe.tree.children;
  if (first && second) second.code = first.code;
  const check = await asTyped<PostCheck>('POST', '/recipes/check?locale=fr', { recipe });
  expect(check.data.problems).toEqual([
    { path: ['tree', 'children', 1, 'code'], message: '« usage » est déjà pris' },
  ]);
  const save = { recipe, updatedAt: data.updatedAt };
  expect((await ask(admin, 'PUT', `/recipes/${CODE}`, save)).status).toBe(400);
});

test('a draft is ranked with ranges, beside the edition, and nothing is saved', async () => {
  const editions = await count(EDITION);
  const { data } = await asTyped<GetRecipe>('GET', `/recipes/${CODE}`);
  const body = { recipe: data.recipe, edition: 0 };
  const { data: preview } = await asTyped<PostPreview>('POST', `/recipes/${CODE}/preview`, body);
  if (preview.kind !== 'ranked') throw new Error(preview.kind);
  const paris = preview.rows.find(({ unit }) => unit === 'FR10');
  expect(paris).toMatchObject({ now: { rank: { value: 22 } }, before: { rank: { value: 22 } } });
  expect(paris?.now?.rank.low).toBeLessThanOrEqual(22);
  expect(preview.draws).toBe(200);
  // The next one of the same person takes the place of one that runs.
  const ask2 = () => asTyped<PostPreview>('POST', `/recipes/${CODE}/preview`, body);
  const kinds = (await Promise.all([ask2(), ask2()])).map((found) => found.data.kind);
  expect(kinds).toContain('ranked');
  expect(await count(EDITION)).toBe(editions);
});

test('what if: other weights or another figure move a rank; nothing is saved', async () => {
  const reference = `${CODE}-2018-1`;
  const { data } = await asTyped<GetWhatIf>('GET', `/what-if/${reference}?locale=en`);
  expect(data.units).toHaveLength(252);
  const rankOf = async (changes: unknown): Promise<number | undefined> => {
    const found = await asTyped<PostPreview>('POST', `/what-if/${reference}`, changes);
    if (found.data.kind !== 'ranked') throw new Error(JSON.stringify(found));
    return found.data.rows.find(({ unit }) => unit === 'PL21')?.now?.rank.value;
  };
  expect(await rankOf({})).toBe(102);
  expect(await rankOf({ aggregation: [{ kind: 'arithmetic' }] })).toBe(136);
  const figure = { unit: 'PL21', indicator: 'internet_daily', value: 97 };
  expect(await rankOf({ figures: [figure] })).toBeLessThan(102);
  const unknown = { figures: [{ ...figure, unit: 'XX' }] };
  expect((await ask(admin, 'POST', `/what-if/${reference}`, unknown)).status).toBe(400);
});

test('a recipe that somebody else has saved meanwhile is not overwritten', async () => {
  const { data } = await asTyped<GetRecipe>('GET', `/recipes/${CODE}`);
  const recipe = { ...data.recipe, version: '2' };
  const save = { recipe, updatedAt: data.updatedAt };
  const saved = await asTyped<GetRecipe>('PUT', `/recipes/${CODE}`, save);
  expect(saved.data.recipe.version).toBe('2');
  expect((await ask(admin, 'PUT', `/recipes/${CODE}`, save)).status).toBe(409);
  const row = await app.strapi.db.query(INDEX).findOne({ where: { code: CODE } });
  expect(row.recipe.version).toBe('2');
});
