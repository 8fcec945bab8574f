import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { GetCells } from '../../src/plugins/regional-dynamics/shared/admin-contracts';
import type {
  RankingsResponse,
  StatisticsResponse,
  TerritoryResponse,
} from '../../src/plugins/regional-dynamics/shared/contracts';
import type {
  EditionResponse,
  EditionResults,
} from '../../src/plugins/regional-dynamics/shared/edition-contracts';
import { makeAdminToken } from '../support/admin';
import { projectRoot } from '../support/compile';
import { createValidator, type OpenApi } from '../support/openapi';
import { bootStrapi, type TestStrapi } from '../support/strapi';
import { waitFor } from '../support/wait-for';

const INDEX = 'plugin::regional-dynamics.index';
const INDICATOR = 'plugin::regional-dynamics.indicator';
const EDITION = 'plugin::regional-dynamics.edition';
const PLUGIN = path.join(projectRoot, 'dist/src/plugins/regional-dynamics/server/src');
const FIRST = 'small-2018-1';
const PANEL = 'small-2017-2019-1';

const RECIPE = {
  code: 'small',
  indicators: ['s_a', 's_b', 's_c'].map((code) => ({ code, goalposts: [0, 10] })),
  aggregation: [{ kind: 'geometric' }, { kind: 'arithmetic' }],
  tree: {
    code: 'top',
    names: { fr: 'Ensemble' },
    children: [
      {
        code: 'one',
        names: { fr: 'Un' },
        aggregation: { kind: 'geometric' },
        children: [{ indicator: 's_a' }, { indicator: 's_b' }],
      },
      { code: 'two', children: [{ indicator: 's_c' }] },
    ],
  },
  uncertainty: { replications: 60, seed: 5 },
};

/** Of 2017 two units only; of 2019 one indicator the same everywhere; U3 has no `s_c`. */
const FIGURES = [
  ...['U1,2017,s_a,3', 'U1,2017,s_b,4', 'U1,2017,s_c,5', 'U2,2017,s_a,4', 'U2,2017,s_b,2'],
  ...['U2,2017,s_c,3', 'U1,2018,s_a,0', 'U1,2018,s_b,6', 'U1,2018,s_c,0.05'],
  ...['U2,2018,s_a,5', 'U2,2018,s_b,4', 'U2,2018,s_c,7', 'U3,2018,s_a,6', 'U3,2018,s_b,9'],
  ...['U4,2018,s_a,9', 'U4,2018,s_b,1', 'U4,2018,s_c,4', 'U5,2018,s_a,7', 'U5,2018,s_b,8'],
  ...['U5,2018,s_c,3', 'U1,2019,s_a,1', 'U1,2019,s_b,5', 'U1,2019,s_c,2', 'U2,2019,s_a,6'],
  ...['U2,2019,s_b,5', 'U2,2019,s_c,8', 'U4,2019,s_a,8', 'U4,2019,s_b,5', 'U4,2019,s_c,3'],
];

let app: TestStrapi;
let admin: string;
let directory: string;

const service = (name: string) => app.strapi.plugin('regional-dynamics').service(name);

const get = async (query: string) => {
  const response = await fetch(`${app.url}/api/regional-dynamics/${query}`);
  return { status: response.status, body: await response.json() };
};

const text = async (query: string): Promise<string> =>
  (await fetch(`${app.url}/api/regional-dynamics/${query}`)).text();

const panel = async <T>(query: string): Promise<T> => {
  const headers = { authorization: `Bearer ${admin}` };
  return (await fetch(`${app.url}/regional-dynamics/${query}`, { headers })).json() as Promise<T>;
};

const write = (name: string, content: string): string => {
  const file = path.join(directory, name);
  writeFileSync(file, content);
  return file;
};

const plan = (published: boolean) => [
  { year: 2018, published },
  { from: 2017, year: 2019, published },
];

const editionOf = (reference: string) =>
  app.strapi.db.query(EDITION).findOne({ where: { reference } });

const change = async (data: object): Promise<unknown> => {
  const documents = app.strapi.documents(INDEX);
  const index = await app.strapi.db.query(INDEX).findOne({ where: { code: 'small' } });
  await documents.update({ documentId: index.documentId, data });
  await service('recompute').drain();
  return service('recompute').state('small');
};

beforeAll(async () => {
  app = await bootStrapi();
  admin = await makeAdminToken(app, 'strapi-super-admin');
  directory = mkdtempSync(path.join(tmpdir(), 'oten-editions-'));
  for (const { code } of RECIPE.indicators) {
    const reference = code.toUpperCase().replace('_', '-');
    const data = { reference, code, nameFr: code, direction: 'more', source: 'ours' };
    await app.strapi.db.query(INDICATOR).create({ data });
  }
  const file = write('figures.csv', ['unit,year,indicator,value', ...FIGURES].join('\n'));
  const report = await service('imports').load({ file, name: 'figures.csv', vintage: '2020' });
  expect(report).toMatchObject({ created: FIGURES.length, wrong: 0 });
});

afterAll(async () => {
  await app.stop();
  rmSync(directory, { recursive: true, force: true });
});

test('an index that is created with a plan is computed, and its drafts are for the panel only', async () => {
  const data: object = {
    ...{ code: 'small', nameFr: 'Petit indice', recipe: RECIPE, editionPlan: plan(false) },
  };
  await app.strapi.documents(INDEX).create({ data });
  await service('recompute').drain();
  expect(service('recompute').state('small')).toEqual({ kind: 'done', editions: [FIRST, PANEL] });
  expect((await editionOf(FIRST)).frozenAt).toBeNull();
  const none = {
    status: 404,
    body: { error: { message: `There is no published edition "${FIRST}"` } },
  };
  for (const query of [
    ...[`editions/${FIRST}`, `editions/${FIRST}?results=true`, `rankings?edition=${FIRST}`],
    `compare?territories=U1,U2&edition=${FIRST}`,
  ]) {
    expect(await get(query)).toMatchObject(none);
  }
  const { data: draft } = await panel<EditionResponse>(`editions/${FIRST}/whole?locale=fr`);
  expect(draft).toMatchObject({ reference: FIRST, publishedAt: null });
  expect([draft.inputTable?.length, draft.results?.units.length]).toEqual([FIGURES.length, 5]);
});

test('a draft is published as it is once the plan says so, and then frozen', async () => {
  const published: string[] = [];
  app.strapi.eventHub.on('regional-dynamics.edition.publish', async ({ reference }) => {
    published.push(reference);
  });
  const before = await editionOf(FIRST);
  const done = { kind: 'done', editions: [FIRST, PANEL] };
  expect(await change({ editionPlan: plan(true) })).toEqual(done);
  expect(await editionOf(FIRST)).toEqual({ ...before, frozenAt: expect.anything() });
  expect(await change({ editionPlan: plan(true) })).toEqual(done);
  expect(await app.strapi.db.query(EDITION).count()).toBe(2);
  await waitFor(() => published.length > 1);
  expect(published).toEqual([FIRST, PANEL]);
  expect((await get(`editions/${FIRST}`)).status).toBe(200);
  const query = app.strapi.db.query(EDITION);
  await expect(query.update({ where: { id: before.id }, data: { seed: 1 } })).rejects.toThrow(
    /frozen/,
  );
});

/** What the engine makes of an exported edition, in the form it is exported in. */
const scoredAgain = ({ recipe, inputTable, from, year }: EditionResponse['data']) => {
  const core = (name: string) => createRequire(import.meta.url)(`${PLUGIN}/core/${name}.js`);
  const first = from ?? year;
  const scored = core('score').score({
    recipe: core('recipe').recipeSchema.parse(recipe),
    observations: core('edition-inputs').observationsOfTable(inputTable),
    years: Array.from({ length: year - first + 1 }, (_, k) => first + k),
  });
  const result = core('result').resultOf(scored, core('ranges').computeRanges(scored));
  const { editionJson } = createRequire(import.meta.url)(`${PLUGIN}/services/edition-export.js`);
  const pieces: string[] = [...editionJson({ edition: { reference: '' }, results: result })];
  return (JSON.parse(pieces.join('')) as { data: { results: EditionResults } }).data.results;
};

test('an edition is exported whole: its recipe and input table give its results again', async () => {
  const document = (await (await fetch(`${app.url}/api/openapi.json`)).json()) as OpenApi;
  const { problems } = createValidator(document);
  for (const reference of [FIRST, PANEL]) {
    const answer = await get(`editions/${reference}?inputs=true&results=true`);
    const place = { path: '/api/regional-dynamics/editions/{reference}', ...answer };
    expect([answer.status, problems(place)]).toEqual([200, []]);
    const { data } = answer.body as EditionResponse;
    expect(data.results).toEqual(scoredAgain(data));
    const ranks = [...JSON.stringify(data.results).matchAll(/"rank":(null|\{[^}]*\})/g)];
    expect(ranks.length).toBeGreaterThan(5 * 3 - 1);
    for (const [, rank] of ranks) expect(rank).toMatch(/^(null|\{.*"low":.*"high":.*"level":)/);
    expect(data.results?.dynamics === null).toBe(reference === FIRST);
  }
  const { body } = await get(`editions/${FIRST}?results=true`);
  expect(body.data.inputTable).toBeUndefined();
  expect(body.data.results.units[2].nodes.top).toEqual({
    score: null,
    rank: null,
    reason: { kind: 'below-threshold', have: 1, of: 2, threshold: [2, 3] },
  });
  const csv = await get(`editions/${FIRST}?results=true&format=csv`);
  expect([csv.status, csv.body.error.message]).toEqual([
    400,
    'results: must be false for CSV: results are JSON',
  ]);
});

test('the command line gives the scores of an exported edition', async () => {
  const { data } = (await get(`editions/${FIRST}?results=true`)).body as EditionResponse;
  const { scoreFiles } = createRequire(import.meta.url)(`${PLUGIN}/cli/score-command.js`);
  const { units } = await scoreFiles({
    recipe: write('recipe.json', JSON.stringify(data.recipe)),
    data: write('table.csv', await text(`editions/${FIRST}?format=csv`)),
    year: 2018,
  });
  const exported = data.results?.units.map(({ unit, nodes: { top } }) => [unit, top?.score]);
  const scored = units.map(({ unit, score }: { unit: string; score: number }) => [unit, score]);
  expect(scored.sort()).toEqual(exported?.sort());
});

test('a value below the floor is told where it was clamped, in REST and in the panel', async () => {
  const { data } = (await get('rankings?year=2018&territory=U1')).body as RankingsResponse;
  const [unit] = data;
  const clamped = { node: 'one', name: 'Un', value: 0, floor: 1 };
  expect(unit?.cells.map((cell) => 'clamped' in cell && cell.clamped)).toEqual([
    clamped,
    null,
    null,
  ]);
  const atTop = { node: 'top', name: 'Ensemble', value: 0.5, floor: 1 };
  expect(
    unit?.domains.map((domain) => [domain.code, 'clamped' in domain && domain.clamped]),
  ).toEqual([
    ['one', false],
    ['two', atTop],
  ]);
  const cells = await panel<GetCells>(`editions/${FIRST}/cells?state=clamped&locale=fr`);
  expect(cells.meta.counts).toEqual({
    ...{ imputed: 0, treated: 0, clamped: 2, missing: 1, flagged: 0 },
  });
  expect(cells.data.map(({ unit: code, cell }) => [code, cell])).toEqual([
    ['U1', expect.objectContaining({ indicator: 's_a', value: 0, clamped })],
    ['U1', expect.objectContaining({ indicator: 'two', origin: { kind: 'node' }, clamped: atTop })],
  ]);
  expect(await text('territories/U1?year=2018&format=csv')).toMatch(/\n.*,s_a,.*,1\n/);
});

test('figures of the index that cannot be measured say why', async () => {
  const document = (await (await fetch(`${app.url}/api/openapi.json`)).json()) as OpenApi;
  const { problems } = createValidator(document);
  const statistics = async (year: number) => {
    const answer = await get(`statistics?year=${year}`);
    expect(problems({ path: '/api/regional-dynamics/statistics', ...answer })).toEqual([]);
    return (answer.body as StatisticsResponse).data;
  };
  const few = await statistics(2017);
  expect(few.correlations[0]).toMatchObject({ r: null, n: 2, reason: { kind: 'too-few' } });
  expect([few.components, few.noComponents]).toEqual([[], { kind: 'too-few' }]);
  const constant = await statistics(2019);
  const one = constant.nodes.find(({ code }) => code === 'one');
  expect(one).toMatchObject({
    alpha: null,
    reason: { kind: 'constant', code: 's_b' },
    children: [{ code: 's_a' }, { code: 's_b', r: null, reason: { kind: 'constant' } }],
  });
  expect(constant.noComponents).toEqual({ kind: 'constant', code: 's_b' });
  const csv = await text('statistics?year=2019&format=csv');
  expect(csv).toContain(`cronbach-alpha,one,,,,2019,${PANEL},constant\n`);
  expect((await statistics(2018)).noComponents).toBeNull();
});

test('the numbers of a cited edition stay retrievable when a newer one is there', async () => {
  const ways = [
    ...['rankings?', 'compare?territories=U4,U5&', 'uncertainty?'],
    ...['territories/U2/groups?', 'pairwise?territories=U4,U5&', 'statistics?'],
    ...['rankings?format=csv&', 'compare?format=csv&territories=U4,U5&'],
    ...['territories/U2?format=csv&', 'rankings/chart.svg?'],
    ...['territories/U2/chart.svg?chart=domains&', 'compare/chart.svg?territories=U4,U5&'],
  ];
  const asked = async (more: string): Promise<string[]> => {
    const answers: string[] = [];
    for (const way of ways) answers.push(await text(way + more));
    return answers;
  };
  const unit = async (more: string) =>
    ((await get(`territories/U2?${more}`)).body as TerritoryResponse).data;
  const before = await asked(`edition=${FIRST}`);
  expect(ways.filter((_, k) => !before[k]?.includes(FIRST))).toEqual([]);
  const { score, rank, contributions, peers, history } = await unit(`edition=${FIRST}`);
  const recipe = { ...RECIPE, aggregation: [{ kind: 'arithmetic' }] };
  const next = 'small-2018-2';
  expect(await change({ recipe })).toMatchObject({ editions: [next, 'small-2017-2019-2'] });
  const latest = await asked('year=2018&index=small');
  expect(latest.filter((answer) => answer.includes(FIRST))).toEqual([]);
  expect(await asked(`edition=${FIRST}&year=2018&index=small`)).toEqual(before);
  const cited = await unit(`edition=${FIRST}`);
  expect(cited).toMatchObject({ score, rank, contributions, peers });
  expect(cited.history).toEqual(history);
  const { history: newest } = await unit('year=2018&index=small');
  expect(new Set(newest.map(({ edition }) => edition))).toEqual(new Set(['small-2017-2019-2']));
  expect((await unit(`edition=${PANEL}`)).dynamics?.edition).toBe(PANEL);
  expect((await unit('year=2018')).score).not.toBe(score);
  const panelOf = (await get(`rankings?edition=${PANEL}&year=2017`)).body as RankingsResponse;
  expect(panelOf.meta).toMatchObject({ edition: PANEL, year: 2017 });
  const message = async (query: string) => {
    const { status, body } = await get(`rankings?edition=${query}`);
    return [status, body.error.message];
  };
  expect(await message('none')).toEqual([404, 'There is no published edition "none"']);
  expect(await message(`${FIRST}&year=2019`)).toEqual([404, `${FIRST} has no year 2019`]);
  expect(await message(`${FIRST}&index=other`)).toEqual([
    400,
    'index: must be small, the index of the edition',
  ]);
  expect(await message('%27')).toEqual([
    400,
    'edition: must be the reference of an edition, as ranks name it',
  ]);
});
