import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SearchType } from '../../src/plugins/search/shared/contracts';
import { projectRoot } from '../support/compile';
import { createValidator, type OpenApi } from '../support/openapi';
import { bootStrapi, type TestStrapi } from '../support/strapi';
import { waitFor } from '../support/wait-for';

const TERRITORY = 'api::observatory.territory';
const INITIATIVE = 'api::iris.initiative';
const TRANSFER = 'api::iris.transfer';
const INDEX = 'plugin::regional-dynamics.index';
const EDITION = 'plugin::regional-dynamics.edition';
const CODE = 'dynamique-numerique-regionale';

type Data = Record<string, unknown>;
type Count = { n: number; low: number; high: number; per100000: { value: number } | null };
type Measure = Count & {
  code: string;
  themes: (Count & { theme: string })[];
  amounts?: { currency: string; amount: number; per100000: number }[];
  levels?: (Count & { code: string })[];
  strongest?: { code: string } | null;
};

let app: TestStrapi;
let directory = '';
const ids: Record<string, number> = {};

const service = (name: string) => app.strapi.plugin('regional-dynamics').service(name);

const create = async (uid: string, data: Data): Promise<number> => {
  const { id }: { id: number } = await app.strapi.db.query(uid).create({ data });
  return id;
};

const territory = async (code: string, data: Data = {}) => {
  ids[code] = await create(TERRITORY, {
    reference: `NUTS-${code}`,
    slug: code.toLowerCase(),
    name: code,
    nutsCode: code,
    level: 'region',
    ...data,
  });
};

let made = 0;
/** A published initiative, whatever the rules would still ask for. */
const initiative = (data: Data): Promise<number> => {
  made += 1;
  return create(INITIATIVE, {
    documentId: `initiative${made}`,
    title: `Initiative ${made}`,
    reference: `IRIS-2020-${made}`,
    locale: 'fr',
    originalLocale: 'fr',
    access: 'public',
    isSample: false,
    publishedAt: new Date(),
    ...data,
  });
};

const item = async (field: string, component: string, data: Data) => ({
  id: await create(component, data),
  __pivot: { field, component_type: component },
});

const get = async (query: string) => {
  const response = await fetch(`${app.url}/api/regional-dynamics/${query}`);
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return { status: response.status, body: isJson ? JSON.parse(text) : text };
};

const measure = async (unit: string, code: string): Promise<Measure> => {
  const { body } = await get(`territories/${unit}/activity?locale=en`);
  return body.data.activity.measures?.find((one: Measure) => one.code === code);
};

/** Every score and rank of the year, without the ranges, which the seed moves. */
const standings = async (): Promise<Record<string, unknown>> => {
  const rows: Record<string, unknown> = {};
  for (const page of [1, 2, 3]) {
    const { body } = await get(`rankings?index=${CODE}&year=2018&pageSize=100&page=${page}`);
    for (const { unit, score, rank } of body.data) rows[unit] = [score, rank?.value];
  }
  return rows;
};

/** The seeds without the panel, which takes as long as all else. */
const seedsOf2018 = (): string => {
  directory = mkdtempSync(path.join(tmpdir(), 'oten-activity-'));
  cpSync(path.join(projectRoot, 'database/seeds/regional-dynamics'), directory, {
    recursive: true,
  });
  for (const name of ['csv', 'source.json']) {
    rmSync(path.join(directory, `observations-2011-2016.${name}`));
  }
  const file = path.join(directory, `index-${CODE}.json`);
  const index = JSON.parse(readFileSync(file, 'utf8'));
  const editions = index.editions.filter(({ year }: { year: number }) => year === 2018);
  writeFileSync(file, JSON.stringify({ ...index, editions }));
  return directory;
};

beforeAll(async () => {
  app = await bootStrapi();
  const role = await app.strapi.db
    .query('plugin::users-permissions.role')
    .findOne({ where: { type: 'public' } });
  const permission = 'plugin::users-permissions.permission';
  for (const action of ['territories.activity', 'territories.findOne', 'rankings.find']) {
    const name = `plugin::regional-dynamics.${action}`;
    await app.strapi.db.query(permission).deleteMany({ where: { action: name } });
    await create(permission, { action: name, role: role.id });
  }
  await territory('FR10', { inPerimeter: true, population: 2_000_000, populationYear: 2019 });
  await territory('FR101', { parent: ids.FR10, level: 'department' });
  await territory('PT30', { inPerimeter: true });
  await territory('AT11');
  ids.health = await create('api::observatory.theme', {
    reference: 'THEME-HEALTH',
    slug: 'health',
    name: 'Santé',
    nameEn: 'Health',
  });
});

afterAll(async () => {
  await app.stop();
  rmSync(directory, { recursive: true, force: true });
});

describe('the activity profile', () => {
  test('counts what is published, and is counted anew some seconds after a change', async () => {
    const themes = [ids.health];
    const funding = await item('funding', 'iris.funding', {
      code: 'erdf',
      amount: 1_000_000,
      currency: 'EUR',
    });
    const evidence = [
      await item('evidence', 'iris.evidence', { code: 'a', level: 'declared' }),
      await item('evidence', 'iris.evidence', { code: 'b', level: 'measured' }),
    ];
    const first = await initiative({
      territories: [ids.FR10, ids.FR101],
      themes,
      funding: [funding],
      evidence,
    });
    await initiative({ territories: [ids.FR101], themes });
    await create(TRANSFER, {
      documentId: 'transfer1',
      source: first,
      targetTerritory: ids.PT30,
      state: 'landed',
      isSample: false,
    });
    const marks = () => app.strapi.db.connection('regional_activity_marks').select('id');
    expect((await marks()).length).toBeGreaterThan(0);
    await waitFor(async () => (await measure('FR10', 'initiatives'))?.n === 2, {
      timeoutMs: 60_000,
    });
    const initiatives = await measure('FR10', 'initiatives');
    // Garwood, 90 %: 0.3554 to 6.2958 for two.
    expect(initiatives.low).toBeCloseTo(0.3554, 4);
    expect(initiatives.high).toBeCloseTo(6.2958, 4);
    expect(initiatives.per100000?.value).toBeCloseTo(0.1, 12);
    expect(initiatives.themes).toMatchObject([{ theme: 'THEME-HEALTH', name: 'Health', n: 2 }]);
    expect(await measure('FR101', 'initiatives')).toMatchObject({ n: 2, per100000: null });
    expect((await measure('FR10', 'funding')).amounts).toEqual([
      { currency: 'EUR', amount: 1_000_000, per100000: 50_000 },
    ]);
    expect(await measure('FR10', 'evidence')).toMatchObject({
      n: 1,
      strongest: { code: 'measured', name: 'Measured' },
    });
    expect(await measure('FR10', 'transfers-out')).toMatchObject({ n: 1 });
    expect(await measure('PT30', 'transfers-in')).toMatchObject({
      n: 1,
      themes: [{ theme: 'THEME-HEALTH', n: 1 }],
    });
    expect(await measure('PT30', 'initiatives')).toMatchObject({ n: 0, low: 0 });
    expect(await marks()).toEqual([]);
  });

  test('counts each entry once, and nothing that is a draft, a sample or for members', async () => {
    const before = (await measure('FR10', 'initiatives')).n;
    const territories = [ids.FR10];
    const hidden = [{ publishedAt: null }, { isSample: true }, { access: 'members' }];
    for (const data of hidden) {
      const source = await initiative({ territories, ...data });
      await create(TRANSFER, { source, targetTerritory: ids.PT30, state: 'landed' });
    }
    await create(TRANSFER, { targetTerritory: ids.PT30, state: 'planned', isSample: true });
    const twice = { territories, documentId: 'in-two-languages' };
    await initiative({ ...twice, originalLocale: 'el', locale: 'fr' });
    await initiative({ ...twice, originalLocale: 'el', locale: 'el' });
    await service('activity').drain();
    expect((await measure('FR10', 'initiatives')).n).toBe(before + 1);
    expect((await measure('PT30', 'transfers-in')).n).toBe(1);
  });

  test('is not observed outside the perimeter, and unknown where there is no territory', async () => {
    const { body } = await get('territories/AT11/activity');
    expect(body.data.activity).toEqual({ kind: 'not-observed', reason: 'outside-perimeter' });
    expect((await get('territories/XX99/activity')).status).toBe(404);
    expect((await get('territories/FR10/activity?theme=x')).status).toBe(400);
    const csv = (await get('territories/FR10/activity?format=csv')).body.split('\n');
    expect(csv[0]).toMatch(
      /^unit,name,state,population,population_year,range_level,measure,theme,/,
    );
    expect(csv[1]).toMatch(/^FR10,FR10,observed,2000000,2019,0\.9,initiatives,,,3,/);
    const outside = (await get('territories/AT11/activity?format=csv')).body.split('\n');
    expect(outside[1]).toMatch(/^AT11,AT11,not-observed,,,,/);
  });

  test('moves no rank of the index, whatever amount of content there is', async () => {
    await service('seeds').load({ directory: seedsOf2018() });
    const before = await standings();
    expect(Object.keys(before)).toHaveLength(252);
    const editionOf = (number: number) =>
      app.strapi.db.query(EDITION).findOne({ where: { year: 2018, number } });
    const { inputTable } = await editionOf(1);
    for (let k = 0; k < 200; k++) await initiative({ territories: [ids.PT30] });
    await service('activity').drain();
    expect((await measure('PT30', 'initiatives')).n).toBe(200);
    const order = { index: CODE, year: 2018, nutsVersion: '2016', vintages: ['2020'] };
    expect(await service('editions').compute({ ...order, publish: true })).toMatchObject({
      kind: 'unchanged',
    });
    // Another seed makes another edition: of the same figures, with the same scores and ranks.
    const query = app.strapi.db.query(INDEX);
    const index = await query.findOne({ where: { code: CODE } });
    const uncertainty = { ...index.recipe.uncertainty, seed: 7, replications: 50 };
    const data = { recipe: { ...index.recipe, uncertainty } };
    await query.update({ where: { id: index.id }, data });
    const computed = await service('editions').compute({ ...order, publish: true });
    expect(computed).toEqual({ kind: 'created', reference: `${CODE}-2018-2` });
    expect(await standings()).toEqual(before);
    expect((await editionOf(2)).inputTable).toEqual(inputTable);
  });

  test('an analysis shows the numbers of its edition, as documented, and none of another', async () => {
    const analysis = (data: Data) =>
      create('api::analyses.regional-analysis', {
        title: 'Madère',
        locale: 'fr',
        originalLocale: 'fr',
        access: 'public',
        territory: ids.PT30,
        comparedWith: [ids.FR10],
        publishedAt: new Date(),
        ...data,
      });
    await analysis({ documentId: 'analysis1', edition: `${CODE}-2018-1` });
    await analysis({ documentId: 'analysis2', edition: `${CODE}-1999-1` });
    const asked = await fetch(`${app.url}/api/regional-analyses?fields=title&sort=documentId`);
    const body = (await asked.json()) as { data: { scores: Data | null }[] };
    const [first, second] = body.data;
    expect(second?.scores).toBeNull();
    expect(first?.scores).toMatchObject({
      edition: `${CODE}-2018-1`,
      year: 2018,
      territory: { unit: 'PT30', rank: { value: 228, seed: 2018, level: 0.9 } },
      comparedWith: [{ unit: 'FR10', rank: { value: 22 } }],
    });
    const document = (await (await fetch(`${app.url}/api/openapi.json`)).json()) as OpenApi;
    const { problems } = createValidator(document);
    expect(problems({ path: '/api/regional-analyses', status: 200, body })).toEqual([]);
  });

  test('a published edition has the regions indexed anew, with score, rank and range', async () => {
    const marks = () =>
      app.strapi.db
        .connection('search_marks')
        .where({ uid: TERRITORY })
        .select('version', 'document_id');
    const { documentId } = await app.strapi.db
      .query(TERRITORY)
      .findOne({ where: { nutsCode: 'PT30' } });
    const versionOf = async () =>
      (await marks()).find((mark: Data) => mark.document_id === documentId)?.version ?? 0;
    const before = await versionOf();
    const data = { index: CODE, reference: `${CODE}-2018-2`, year: 2018 };
    await app.strapi.eventHub.emit('regional-dynamics.edition.publish', data);
    // The edition that was computed above may announce itself at the same time.
    expect(await versionOf()).toBeGreaterThan(before);
    const { types } = app.strapi.config.get('plugin::search') as { types: SearchType[] };
    const type = types.find((one) => one.uid === TERRITORY);
    const entries = ['PT30', 'XX11'].map((nutsCode) => ({ nutsCode, name: nutsCode }));
    const beside = (await type?.beside?.({ strapi: app.strapi, entries })) ?? [];
    const documents = entries.map((entry, place) =>
      type?.project({ entry: { ...entry, ...beside[place] }, locale: 'fr' }),
    );
    expect(documents[0]?.attributes).toMatchObject({
      score: expect.closeTo(14.9819, 4),
      rank: [228, expect.any(Number), expect.any(Number)],
      edition: `${CODE}-2018-2`,
    });
    expect(documents[1]?.attributes).toMatchObject({ score: null, rank: null, edition: null });
  });

  test('a score of the database is explained down to its cells', async () => {
    const main = path.join(projectRoot, 'dist/src/plugins/regional-dynamics/server/src/cli');
    const { explainEdition } = createRequire(import.meta.url)(`${main}/explain-edition.js`);
    // Strapi is stopped at the end of this file, not here.
    const boot = async () =>
      Object.create(app.strapi, { destroy: { value: async () => undefined } });
    const printed: string[] = [];
    const print = (text: string) => printed.push(text);
    await explainEdition({ territory: 'PT30' }, { boot, print });
    const lines = printed.join('\n').split('\n');
    expect(lines[0]).toBe(`${CODE}-2018-2 (50 replications, seed 7)`);
    expect(lines.slice(2, 4)).toEqual([
      'PT30, 2018',
      expect.stringMatching(
        /^dynamics \[geometric, weight 1\]: 14\.98\d+; rank 228 of 252, range /,
      ),
    ]);
    expect(lines.at(-1)).toBe('    gerd: 0.31 → 2.4271845; of 2016, carried forward 2 years');
    printed.length = 0;
    const edition = `${CODE}-2018-1`;
    await explainEdition({ territory: 'PT30', edition }, { boot, print });
    expect(printed[0]).toMatch(new RegExp(`^${edition} \\(`));
    const unknown = explainEdition({ territory: 'XX99' }, { boot, print });
    await expect(unknown).rejects.toThrow(`${CODE}-2018-2 has no unit "XX99"`);
  });

  test('stands beside the score of a territory, as documented', async () => {
    const document = (await (await fetch(`${app.url}/api/openapi.json`)).json()) as OpenApi;
    const { problems } = createValidator(document);
    for (const call of ['territories/PT30', 'territories/PT30/activity']) {
      const answer = await get(call);
      const documented = call.replace('PT30', '{unit}');
      const found = problems({ path: `/api/regional-dynamics/${documented}`, ...answer });
      expect([call, found]).toEqual([call, []]);
      expect(answer.body.data.activity.kind).toBe('observed');
    }
    const csv = (await get('territories/PT30?format=csv')).body.split('\n');
    expect(csv[0]).toContain('value,rank,rank_low,rank_high,level,of,');
    expect(csv[1]).toMatch(/^PT30,2018,score,dynamics,PT30,14\.98\d+,228,\d/);
    expect(csv.find((line: string) => line.includes('hightech_emp'))).toContain('not-observed');
  });
});
