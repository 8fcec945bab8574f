import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../support/compile';
import { createValidator, type OpenApi } from '../support/openapi';
import { bootStrapi, type TestStrapi } from '../support/strapi';
import { waitFor } from '../support/wait-for';

const seeds = path.join(projectRoot, 'database/seeds/regional-dynamics');
const EDITION = 'plugin::regional-dynamics.edition';
const OBSERVATION = 'plugin::regional-dynamics.observation';
const INDEX = 'plugin::regional-dynamics.index';

const REFERENCE = 'dynamique-numerique-regionale-2018-1';

let app: TestStrapi;
let directory: string;

const load = (from = seeds) =>
  app.strapi.plugin('regional-dynamics').service('seeds').load({ directory: from });

const get = async (query: string) => {
  const response = await fetch(`${app.url}/api/regional-dynamics/${query}`);
  return { status: response.status, body: await response.json() };
};

const row = async (unit: string, query = '') => {
  const { body } = await get(
    `rankings?index=dynamique-numerique-regionale&territory=${unit}${query}`,
  );
  return body.data[0];
};

const PERMISSION = 'plugin::users-permissions.permission';
const ACTIONS = [
  ...['rankings.find', 'rankings.chart', 'indices.find'],
  ...['territories.findOne', 'territories.activity', 'territories.compare', 'editions.findOne'],
  ...['statistics.find', 'uncertainty.find', 'uncertainty.groups', 'uncertainty.pairwise'],
  ...['charts.territory', 'charts.compare', 'charts.edition'],
].map((name) => `plugin::regional-dynamics.${name}`);

const setPublic = async (granted: boolean) => {
  const role = await app.strapi.db
    .query('plugin::users-permissions.role')
    .findOne({ where: { type: 'public' } });
  await app.strapi.db.query(PERMISSION).deleteMany({ where: { action: { $in: ACTIONS } } });
  for (const action of granted ? ACTIONS : []) {
    await app.strapi.db.query(PERMISSION).create({ data: { action, role: role.id } });
  }
};

beforeAll(async () => {
  app = await bootStrapi();
  directory = mkdtempSync(path.join(tmpdir(), 'oten-seeds-'));
});

afterAll(async () => {
  await app.stop();
  rmSync(directory, { recursive: true, force: true });
});

describe('the routes', () => {
  test('answer 403 to whom they are not granted', async () => {
    await setPublic(false);
    for (const path of [
      ...['rankings', 'rankings/chart.svg', 'indices', 'territories/FR10'],
      ...['territories/FR10/activity', 'territories/FR10/groups', 'uncertainty'],
      ...['statistics', 'pairwise?territories=FR10,PL21'],
      ...['compare?territories=FR10,PL21', `editions/${REFERENCE}`],
      ...['territories/FR10/chart.svg', `editions/${REFERENCE}/chart.svg`],
      'compare/chart.svg?territories=FR10,PL21',
    ]) {
      expect([path, (await get(path)).status]).toEqual([path, 403]);
    }
    await setPublic(true);
  });

  test('know of no edition yet', async () => {
    expect((await get('rankings')).status).toBe(404);
    expect((await get('indices')).body).toEqual({ data: [] });
  });
});

describe('seeds', () => {
  test('are refused by name and line, and nothing of a bad file is loaded', async () => {
    cpSync(seeds, directory, { recursive: true });
    const file = path.join(directory, 'observations-2018.csv');
    const lines = readFileSync(file, 'utf8').split('\n');
    lines[4] = 'AT21,2018,internet_daily,"71,0",';
    lines[7] = lines[6] ?? '';
    lines[9] = 'AT33,2018,internet_weekly,70.0,';
    writeFileSync(file, lines.join('\n'));
    const { files } = await load(directory);
    const report = files.find((entry: { file: string }) => entry.file === 'observations-2018.csv');
    expect(report).toEqual({
      file: 'observations-2018.csv',
      created: 0,
      updated: 0,
      unchanged: 0,
      errors: [
        { line: 5, message: 'value: must be a number with a point, or empty' },
        { line: 8, message: expect.stringContaining('is on line 7 already') },
        { line: 10, message: 'indicator: there is no indicator "internet_weekly"' },
      ],
    });
    expect(await app.strapi.db.query(OBSERVATION).count({ where: { vintage: '2020' } })).toBe(0);
  });

  test('publish no edition of figures that are not there', async () => {
    expect((await get('rankings')).status).toBe(404);
    expect(await app.strapi.db.query(INDEX).count()).toBe(0);
    const { files } = await load(directory);
    expect(files.at(-1).errors).toEqual([
      { message: 'No unit of 2018 can be scored: there are too few figures' },
    ]);
  });

  test('load whole, and a second time change nothing', async () => {
    const first = await load();
    expect(first.files.flatMap((entry: { errors: unknown[] }) => entry.errors)).toEqual([]);
    expect(await app.strapi.db.query(OBSERVATION).count()).toBe(1512 + 8289);
    const started = performance.now();
    const second = await load();
    const elapsed = performance.now() - started;
    expect(second.files).toEqual([
      { file: 'indicators.json', created: 0, updated: 0, unchanged: 6, errors: [] },
      { file: 'observations-2011-2016.csv', created: 0, updated: 0, unchanged: 8289, errors: [] },
      { file: 'observations-2018.csv', created: 0, updated: 0, unchanged: 1512, errors: [] },
      {
        file: 'index-dynamique-numerique-regionale.json',
        created: 0,
        updated: 0,
        unchanged: 3,
        errors: [],
      },
    ]);
    expect(elapsed).toBeLessThan(2000);
    expect(await app.strapi.db.query(EDITION).count()).toBe(2);
    // The load has brought the editions of the plan: there is nothing to be computed anew.
    expect(app.strapi.plugin('regional-dynamics').service('recompute').runs()).toEqual([]);
  });
});

describe('the served edition', () => {
  test.each([
    ['FR10', 58.3539, 22],
    ['PL21', 35.8953, 102],
    ['EL43', 20.7139, 199],
    ['ES70', 19.4947, 208],
    ['PT30', 14.9819, 228],
  ])('%s: score %d, rank %d with its range', async (unit, score, rank) => {
    const found = await row(unit);
    expect(found.score).toBeCloseTo(score, 4);
    expect(found.rank).toEqual({
      value: rank,
      low: expect.any(Number),
      high: expect.any(Number),
      level: 0.9,
      of: 252,
      ties: 0,
      edition: 'dynamique-numerique-regionale-2018-1',
      draws: 1000,
      seed: 2018,
    });
    expect(found.rank.low).toBeLessThanOrEqual(rank);
    expect(found.rank.high).toBeGreaterThanOrEqual(rank);
  });

  test("shows Madeira's technology as missing, with the reason", async () => {
    const madeira = await row('PT30');
    const technology = madeira.domains.find(({ code }: { code: string }) => code === 'technology');
    expect(technology).toMatchObject({
      score: null,
      rank: null,
      reason: { kind: 'below-threshold', have: 0, of: 2 },
    });
    const cell = madeira.cells.find(
      ({ indicator }: { indicator: string }) => indicator === 'hightech_emp',
    );
    expect(cell).toMatchObject({ value: null, reason: { kind: 'not-observed' } });
    const ranked = await row('PT30', '&theme=technology');
    expect(ranked).toMatchObject({ score: null, rank: null });
  });

  test('says of every cell where it comes from', async () => {
    const crete = await row('EL43', '&locale=fr');
    const cell = (code: string) =>
      crete.cells.find(({ indicator }: { indicator: string }) => indicator === code);
    expect(cell('internet_daily')).toMatchObject({
      value: 60,
      year: 2018,
      flag: 'parent-NUTS1',
      imputed: true,
      carried: false,
      origin: { kind: 'parent', unit: 'EL4' },
      name: 'Personnes utilisant Internet chaque jour',
    });
    expect(cell('gerd')).toMatchObject({ year: 2015, age: 3, imputed: true, carried: true });
    expect(cell('tertiary')).toMatchObject({ year: 2018, age: 0, imputed: false, flag: null });
  });

  test('names a region as the territories do, and finds it by a former code', async () => {
    await app.strapi.db.query('api::observatory.territory').create({
      data: {
        reference: 'NUTS-EL43',
        slug: 'kriti',
        name: 'Κρήτη',
        nameFr: 'Crète',
        nameEl: 'Κρήτη',
        nutsCode: 'EL43',
        nutsHistory: [{ code: 'GR43', version: '2010' }],
        level: 'region',
      },
    });
    expect(await row('GR43', '&locale=el')).toMatchObject({ unit: 'EL43', name: 'Κρήτη' });
    expect(await row('EL43', '&locale=pl')).toMatchObject({ unit: 'EL43', name: 'Crète' });
    expect(await row('PL21')).toMatchObject({ name: 'PL21' });
    await app.strapi.db.query('api::observatory.territory').create({
      data: {
        reference: 'NUTS-EL42',
        slug: 'notio-aigaio',
        name: 'Νότιο Αιγαίο',
        nutsCode: 'EL42',
        nutsHistory: [{ code: 'GR43', version: '1999' }],
        level: 'region',
      },
    });
    // A former code that two regions claim names neither.
    expect(await row('GR43')).toBeUndefined();
  });

  test('pages, and ranks by a domain', async () => {
    const page = await get('rankings?page=2&pageSize=10&theme=skills');
    expect(page.body.data).toHaveLength(10);
    expect(page.body.data[0].rank.value).toBeGreaterThanOrEqual(10);
    expect(page.body.meta).toMatchObject({
      index: { code: 'dynamique-numerique-regionale', name: 'Dynamique numérique régionale' },
      theme: 'skills',
      year: 2018,
      pagination: { page: 2, pageSize: 10, pageCount: 26, total: 252 },
    });
  });

  test('is listed with its nodes', async () => {
    const { body } = await get('indices?locale=el');
    expect(body.data).toMatchObject([
      {
        code: 'dynamique-numerique-regionale',
        name: 'Περιφερειακή ψηφιακή δυναμική',
        editions: [
          { reference: 'dynamique-numerique-regionale-2018-1', year: 2018, from: null },
          { reference: 'dynamique-numerique-regionale-2011-2016-1', year: 2016, from: 2011 },
        ],
        nodes: [
          { code: 'dynamics', parent: null, effectiveWeight: 1 },
          { code: 'research', parent: 'dynamics', effectiveWeight: 0.25 },
          { code: 'technology' },
          { code: 'skills', name: 'Δεξιότητες' },
          { code: 'usage' },
        ],
      },
    ]);
  });

  test.each([
    ['page=0', 'page', 'must be between 1 and 1000000'],
    ['pageSize=1000', 'pageSize', 'must be between 1 and 100'],
    ['year=now', 'year', 'must be a whole number (a year)'],
    ['theme=health', 'theme', 'must be one of usage, skills'],
    ['territory=%27', 'territory', 'must be the code of a unit, such as FR10'],
    ['populate=all', '', 'is not known here; known are index, '],
  ])('refuses %s', async (query, parameter, rule) => {
    const { status, body } = await get(`rankings?${query}`);
    expect(status).toBe(400);
    expect(body.error.message).toContain(parameter);
    expect(body.error.message).toContain(rule);
    expect(body.error.details.errors[0].message).toContain(rule);
  });

  test('answers a region, a comparison and itself as documented', async () => {
    const document = (await (await fetch(`${app.url}/api/openapi.json`)).json()) as OpenApi;
    const { problems } = createValidator(document);
    const answers: Record<string, Awaited<ReturnType<typeof get>>> = {};
    for (const [path, call] of [
      ['territories/{unit}', 'territories/EL43'],
      ['compare', 'compare?territories=PL21,FR10&theme=skills'],
      ['editions/{reference}', `editions/${REFERENCE}?inputs=true`],
    ] as const) {
      const answer = await get(call);
      answers[path] = answer;
      expect(problems({ path: `/api/regional-dynamics/${path}`, ...answer })).toEqual([]);
      expect(answer.status).toBe(200);
    }
    const crete = answers['territories/{unit}']?.body.data;
    expect(crete.rank.value).toBe(199);
    expect(crete.contributions).toEqual({ kind: 'not-additive', node: 'dynamics' });
    expect(crete.history.map(({ year }: { year: number }) => year)).toEqual([
      2011, 2012, 2013, 2014, 2015, 2016, 2018,
    ]);
    expect(crete.history.every((one: { comparable: boolean }) => one.comparable)).toBe(true);
    expect(crete.dynamics).toMatchObject({ from: 2011, to: 2016, kind: 'compared' });
    expect([crete.peers.length, crete.strengths.length]).toEqual([5, 3]);
    const ranks = JSON.stringify(crete).matchAll(/"rank":(\{[^}]*\}|[^,}]*)/g);
    for (const [, rank] of ranks) expect(rank).toMatch(/^(null|\{.*"low":.*"high":)/);
    expect(answers.compare?.body.data.map(({ unit }: { unit: string }) => unit)).toEqual([
      'PL21',
      'FR10',
    ]);
    const edition = answers['editions/{reference}']?.body.data;
    expect(edition.inputTable).toHaveLength(1512);
    expect(edition.citation).toContain(`2018, ${REFERENCE}`);
    expect((await get('territories/XX99')).status).toBe(404);
    expect((await get('rankings?year=2013&territory=FR10')).body.data[0].year).toBe(2013);
  });

  test('says how sure its ranks are, as documented', async () => {
    const document = (await (await fetch(`${app.url}/api/openapi.json`)).json()) as OpenApi;
    const { problems } = createValidator(document);
    const answer = async (path: string, call: string) => {
      const found = await get(call);
      const place = { path: `/api/regional-dynamics/${path}`, ...found };
      expect([call, found.status, problems(place)]).toEqual([call, 200, []]);
      return found.body;
    };
    const sure = await answer('uncertainty', 'uncertainty?pageSize=3&territory=PL21');
    const [krakow] = sure.data;
    expect(sure.meta).toMatchObject({
      draws: 1000,
      seed: 2018,
      factors: [{ name: 'weights', inert: false }],
      sensitivity: { kind: 'decomposed', factors: [{ name: 'weights', inert: false }] },
    });
    const [{ first, total }] = sure.meta.sensitivity.factors;
    expect([first, total].every((index) => Math.abs(index - 1) < 0.2)).toBe(true);
    // The draws that are made again are those the edition's range came from.
    const shares: { rank: number; share: number }[] = krakow.draws.distribution;
    const within = shares.filter(({ rank }) => rank < krakow.rank.low || rank > krakow.rank.high);
    expect(within.reduce((sum, { share }) => sum + share, 0)).toBeLessThanOrEqual(0.1);
    const { data: groups, meta } = await answer(
      'territories/{unit}/groups',
      'territories/PL21/groups',
    );
    expect(meta).toMatchObject({ above: 0.95, below: 0.05, theme: 'dynamics' });
    expect(groups.rank).toEqual(krakow.rank);
    const all = [...groups.above, ...groups.notDistinguishable, ...groups.below];
    expect(all).toHaveLength(251);
    expect(groups.above[0]).toMatchObject({ probability: 1 });
    const pairs = await answer('pairwise', 'pairwise?territories=PL21,FR10,EL43');
    const p = (unit: string, other: string) =>
      pairs.data.find((one: Record<string, unknown>) => one.unit === unit && one.other === other)
        ?.probability;
    expect([pairs.data.length, p('FR10', 'PL21'), p('EL43', 'FR10')]).toEqual([6, 1, 0]);
    for (const call of ['uncertainty?format=csv', 'compare?territories=PL21,FR10&format=csv']) {
      const csv = await (await fetch(`${app.url}/api/regional-dynamics/${call}`)).text();
      expect(csv.split('\n')[0]).toContain('score,rank,rank_low,rank_high,level,of,');
    }
    const inputs = `${app.url}/api/regional-dynamics/editions/${REFERENCE}`;
    const table = await (await fetch(inputs, { headers: { accept: 'text/csv' } })).text();
    expect(table.split('\n')).toHaveLength(1512 + 2);
  });

  test('says what its figures say of the index itself, as documented', async () => {
    const document = (await (await fetch(`${app.url}/api/openapi.json`)).json()) as OpenApi;
    const answer = await get('statistics?locale=en');
    const place = { path: '/api/regional-dynamics/statistics', ...answer };
    expect([answer.status, createValidator(document).problems(place)]).toEqual([200, []]);
    const { data, meta } = answer.body;
    expect(meta).toMatchObject({ edition: REFERENCE, year: 2018 });
    const doubled = data.correlations.filter(
      ({ doubleCounting }: { doubleCounting: boolean }) => doubleCounting,
    );
    expect(doubled).toEqual([
      {
        a: { code: 'hrst', name: 'Human resources in science and technology' },
        b: { code: 'tertiary', name: 'Tertiary educational attainment, age 25-64' },
        r: expect.closeTo(0.9, 2),
        n: 252,
        doubleCounting: true,
      },
    ]);
    const csv = await (
      await fetch(`${app.url}/api/regional-dynamics/statistics?format=csv`)
    ).text();
    expect(csv).toContain('correlation,hrst,tertiary,0.');
    expect((await get('statistics?year=1999')).status).toBe(404);
    expect((await get('statistics?theme=usage')).status).toBe(400);
  });

  test('says units of measure in the language asked for', async () => {
    const unitsIn = async (locale: string) => {
      const { cells } = await row('FR10', `&locale=${locale}`);
      return cells.map(({ unitOfMeasure }: { unitOfMeasure: string }) => unitOfMeasure).slice(0, 2);
    };
    expect(await unitsIn('fr')).toEqual(['% du PIB', '% de l’emploi']);
    expect(await unitsIn('en')).toEqual(['% of GDP', '% of employment']);
    expect(await unitsIn('el')).toEqual(['% του ΑΕΠ', '% της απασχόλησης']);
    const csv = await fetch(`${app.url}/api/regional-dynamics/territories/FR10?format=csv`);
    const lines = (await csv.text()).split('\n');
    expect(lines[0]).toMatch(/,edition,unit_of_measure,clamped_to$/);
    expect(lines.find((line) => line.includes(',gerd,'))).toMatch(/,% du PIB,$/);
  });

  test('is CSV and a picture too', async () => {
    const query = `${app.url}/api/regional-dynamics/rankings`;
    const byAccept = await fetch(query, { headers: { accept: 'text/csv' } });
    expect(byAccept.headers.get('content-type')).toContain('text/csv');
    const lines = (await byAccept.text()).split('\n');
    expect(lines[0]).toContain('score,rank,rank_low,rank_high,level,of,edition,');
    expect(lines).toHaveLength(27);
    expect(await (await fetch(`${query}?format=csv`)).text()).toBe(lines.join('\n'));
    const draw = async (path: string) => {
      const answer = await fetch(`${app.url}/api/regional-dynamics/${path}`);
      const { headers } = answer;
      const [type, cache] = ['content-type', 'cache-control'].map((name) => headers.get(name));
      return { type, cache, svg: await answer.text() };
    };
    const ranking = await draw('rankings/chart.svg?pageSize=5');
    expect(ranking.type).toContain('image/svg+xml');
    expect(ranking.svg).toMatch(/<desc [^>]+>[^<]+: 1 \(1–\d+\), [^<]+<\/desc>/);
    expect(ranking.cache).toContain('public');
    expect(await draw('rankings/chart.svg?pageSize=5')).toEqual(ranking);
    for (const [path, told] of [
      ['territories/FR10/chart.svg', '2018 : 22 ('],
      ['territories/FR10/chart.svg?chart=contributions&mode=dark', 'FR10 58,4 : '],
      ['compare/chart.svg?territories=FR10,EL43&locale=en', 'Crète: 199 ('],
      [`editions/${REFERENCE}/chart.svg`, '252 '],
      ['editions/dynamique-numerique-regionale-2011-2016-1/chart.svg?chart=quadrants', 'FR10'],
    ] as const) {
      const { type, svg } = await draw(path);
      expect([path, type]).toEqual([path, expect.stringContaining('image/svg+xml')]);
      expect(svg.match(/<desc [^>]+>([^<]+)<\/desc>/)?.[1]).toContain(told);
    }
    const change = await get(`editions/${REFERENCE}/chart.svg?chart=quadrants`);
    expect(change.body.error.message).toContain('has one year only');
  });

  test('is frozen: no way of writing changes or deletes it', async () => {
    const query = app.strapi.db.query(EDITION);
    const before = await query.findOne({ where: { number: 1 } });
    const { id, documentId } = before;
    const documents = app.strapi.documents(EDITION);
    await expect(documents.update({ documentId, data: { seed: 1 } as object })).rejects.toThrow(
      /frozen/,
    );
    await expect(documents.delete({ documentId })).rejects.toThrow(/frozen/);
    await expect(query.update({ where: { id }, data: { seed: 1 } })).rejects.toThrow(/frozen/);
    await expect(query.updateMany({ where: {}, data: { seed: 1 } })).rejects.toThrow(/frozen/);
    await expect(query.delete({ where: { id } })).rejects.toThrow(/frozen/);
    await expect(query.deleteMany({})).rejects.toThrow(/frozen/);
    const index = await app.strapi.db.query(INDEX).findOne({});
    await expect(app.strapi.db.query(INDEX).delete({ where: { id: index.id } })).rejects.toThrow(
      /stays/,
    );
    expect(await query.findOne({ where: { id } })).toEqual(before);
  });
});

test('a recipe arithmetic throughout makes the next edition, with its own check values', async () => {
  const query = app.strapi.db.query(INDEX);
  const index = await query.findOne({ where: { code: 'dynamique-numerique-regionale' } });
  const data = { recipe: { ...index.recipe, aggregation: [{ kind: 'arithmetic' }] } };
  await query.update({ where: { id: index.id }, data });
  const editions = app.strapi.plugin('regional-dynamics').service('editions');
  const order = {
    index: index.code,
    year: 2018,
    nutsVersion: '2016',
    vintages: ['2020'],
    publish: true,
  };
  const reference = 'dynamique-numerique-regionale-2018-2';
  expect(await editions.compute(order)).toEqual({ kind: 'created', reference });
  expect(await editions.compute(order)).toEqual({ kind: 'unchanged', reference });
  for (const [unit, score, rank] of [
    ['FR10', 63.2708, 21],
    ['PL21', 38.9465, 136],
    ['ES70', 31.7125, 191],
    ['PT30', 28.1919, 206],
    ['EL43', 26.0731, 220],
  ] as const) {
    const found = await row(unit);
    expect(found.score).toBeCloseTo(score, 4);
    expect(found.rank).toMatchObject({ value: rank, edition: reference });
  }
});

test('new figures in the seeds leave the recipe an editor gave, and make its next edition', async () => {
  const recompute = app.strapi.plugin('regional-dynamics').service('recompute');
  await recompute.drain();
  // The recipe that was changed above has made its next panel by itself, off the request.
  expect(recompute.state('dynamique-numerique-regionale')).toEqual({
    kind: 'done',
    editions: ['dynamique-numerique-regionale-2018-2', 'dynamique-numerique-regionale-2011-2016-2'],
  });
  cpSync(seeds, directory, { recursive: true });
  const file = path.join(directory, 'observations-2018.csv');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('EL43,2018,tertiary,26.6,', 'EL43,2018,tertiary,36.6,'));
  const reference = 'dynamique-numerique-regionale-2018-3';
  // Others listen before, and those of the editions above may still be at it.
  const published: { reference: string }[] = [];
  app.strapi.eventHub.on('regional-dynamics.edition.publish', async (event) => {
    if (event.reference === reference) published.push(event);
  });
  const { files } = await load(directory);
  expect(files).toMatchObject([
    { file: 'indicators.json', unchanged: 6 },
    { file: 'observations-2011-2016.csv', unchanged: 8289 },
    { file: 'observations-2018.csv', created: 0, updated: 1, unchanged: 1511, errors: [] },
    { file: 'index-dynamique-numerique-regionale.json', created: 1, updated: 0, unchanged: 2 },
  ]);
  const crete = await row('EL43');
  expect(crete.rank.edition).toBe(reference);
  // Arithmetic throughout: ten points of tertiary education are an eighth of 10 / 48.5.
  expect(crete.score).toBeCloseTo(26.0731 + (100 * 10) / 48.5 / 8, 4);
  await waitFor(() => published.length > 0);
  expect(published).toEqual([{ reference, index: 'dynamique-numerique-regionale', year: 2018 }]);
});
