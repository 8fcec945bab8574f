import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { taiObservations, taiRanks, taiRecipe } from '../core/oracles/tai';
import { Refusal } from './refusal';
import { explainCommand, scoreCommand, scoreFiles } from './score-command';

const directory = mkdtempSync(path.join(tmpdir(), 'oten-dynamics-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const write = (name: string, content: string) => {
  const file = path.join(directory, name);
  writeFileSync(file, content);
  return file;
};

const indicators = [...new Set(taiObservations().map(({ indicator }) => indicator))];
const countries = [...new Set(taiObservations().map(({ unit }) => unit))];
const figure = (unit: string, indicator: string) =>
  taiObservations().find((cell) => cell.unit === unit && cell.indicator === indicator)?.value;

const long = write(
  'long.csv',
  [
    'unit,year,indicator,value',
    ...taiObservations().map((c) => `${c.unit},${c.year},${c.indicator},${c.value}`),
  ].join('\n'),
);
const wide = write(
  'wide.csv',
  [
    `country,${indicators.join(',')}`,
    ...countries.map((unit) => [unit, ...indicators.map((i) => figure(unit, i))].join(',')),
  ].join('\n'),
);
const recipe = write('recipe.json', JSON.stringify(taiRecipe('equal')));
const settings = { recipe, uncertainty: 50, seed: 3 };

const refusal = async (run: () => Promise<unknown>): Promise<readonly string[]> => {
  try {
    await run();
  } catch (error) {
    if (error instanceof Refusal) return error.sentences;
    throw error;
  }
  return [];
};

describe('score', () => {
  it('reads long and wide tables to the same published ranks', async () => {
    const fromLong = await scoreFiles({ ...settings, data: long });
    const fromWide = await scoreFiles({ ...settings, data: wide });
    const ranks = Object.fromEntries(fromLong.units.map(({ unit, rank }) => [unit, rank]));
    expect(ranks).toEqual(Object.fromEntries(taiRanks('equal')));
    expect(fromWide.units).toEqual(fromLong.units.map((unit) => ({ ...unit, year: null })));
    expect(fromLong.units[0]).toMatchObject({ year: 2001, range: { level: 0.9 } });
  });

  it('writes JSON or CSV by the ending of --out, the same bytes each time', async () => {
    const out = path.join(directory, 'out.json');
    await scoreCommand({ ...settings, data: long, out }, () => undefined);
    const first = readFileSync(out, 'utf8');
    await scoreCommand({ ...settings, data: long, out }, () => undefined);
    expect(readFileSync(out, 'utf8')).toBe(first);
    expect(Object.keys(JSON.parse(first))).toEqual(
      expect.arrayContaining(['recipe', 'units', 'flags']),
    );
    const document = await scoreFiles({ ...settings, data: long });
    expect(document.units).toHaveLength(23);
    expect(first).toBe(`${JSON.stringify(document, null, 2)}\n`);
    const table = path.join(directory, 'out.csv');
    await scoreCommand({ ...settings, data: long, out: table }, () => undefined);
    const csv = readFileSync(table, 'utf8').split('\n');
    expect(csv[0]).toMatch(/^unit,year,score,rank,rank_low,rank_high,level,tai,/);
    expect(csv[1]).toMatch(/^Finland,2001,0\.\d+,1,/);
  });

  it("takes parents from a file of units, and flags the parent's value", async () => {
    const data = write(
      'parents.csv',
      'unit,year,indicator,value\nNorth,2020,x,4\nN1,2020,x,\nN2,2020,x,6\n',
    );
    const units = write('units.csv', 'unit,parent,group\nN1,North,A\nN2,North,A\n');
    const simple = write(
      'simple.json',
      JSON.stringify({
        code: 's',
        indicators: [{ code: 'x', goalposts: [0, 10] }],
        imputation: { steps: [{ kind: 'parent' }] },
        tree: { code: 'top', children: [{ indicator: 'x' }] },
      }),
    );
    const { units: found, flags } = await scoreFiles({
      recipe: simple,
      data,
      units,
      uncertainty: 5,
    });
    expect(found.map(({ unit, score }) => [unit, score])).toEqual([
      ['N2', 60],
      ['N1', 40],
    ]);
    expect(flags).toContainEqual({
      kind: 'parent',
      unit: 'N1',
      year: 2020,
      indicator: 'x',
      value: 4,
      origin: { kind: 'parent', unit: 'North', from: 2020, age: 0 },
    });
  });

  it("scores by the README's recipe of the Technology Achievement Index", async () => {
    const readme = readFileSync('src/plugins/regional-dynamics/README.md', 'utf8');
    const block = readme
      .split('```json\n')
      .find((text) => text.includes('"technology-achievement-index"'));
    const worked = JSON.parse(block?.split('```')[0] ?? '');
    // The table has telephones and electricity as logarithms already.
    for (const indicator of worked.indicators) delete indicator.transform;
    const { units } = await scoreFiles({
      ...settings,
      recipe: write('readme.json', JSON.stringify(worked)),
      data: wide,
    });
    const ranks = Object.fromEntries(units.map(({ unit, rank }) => [unit, rank]));
    expect(ranks).toEqual(Object.fromEntries(taiRanks('equal')));
  });

  it('explains a score down to its cells', async () => {
    const seeds = 'database/seeds/regional-dynamics';
    const index = JSON.parse(
      readFileSync(`${seeds}/index-dynamique-numerique-regionale.json`, 'utf8'),
    );
    const printed: string[] = [];
    const options = {
      recipe: write('demo.json', JSON.stringify(index.recipe)),
      data: `${seeds}/observations-2018.csv`,
      year: 2018,
      uncertainty: 20,
    };
    await explainCommand({ ...options, territory: 'PT30' }, (text) => printed.push(text));
    expect(printed.join('\n').split('\n')).toEqual([
      'PT30, 2018',
      expect.stringMatching(
        /^dynamics \[geometric, weight 1\]: 14\.981907; rank 228 of 252, range /,
      ),
      expect.stringMatching(/^ {2}usage \[arithmetic, weight 0\.25\]: 58\.441558; rank /),
      '    internet_daily: 65 → 58.441558; observed',
      expect.stringMatching(/^ {2}skills /),
      '    tertiary: 21.2 → 23.298969; observed',
      '    hrst: 22.7 → 24.115044; observed',
      '  technology [arithmetic, weight 0.25]: missing (below-threshold 0 of 2)',
      '    hightech_emp: missing (not-observed)',
      '    hightech_services_emp: missing (not-observed)',
      expect.stringMatching(/^ {2}research /),
      '    gerd: 0.31 → 2.4271845; of 2016, carried forward 2 years',
    ]);
    expect(
      await refusal(() => explainCommand({ ...options, territory: 'XX' }, () => undefined)),
    ).toEqual(['--territory: no unit "XX" is scored']);
  });

  it('takes of a wide table what the recipe asks for, wherever its columns stand', async () => {
    const data = write(
      'named.csv',
      [
        `year,unit,name,${indicators.join(',')}`,
        ...countries.map((unit) =>
          ['2001', unit, `The ${unit}`, ...indicators.map((i) => figure(unit, i))].join(','),
        ),
      ].join('\n'),
    );
    const { units, flags } = await scoreFiles({ ...settings, data });
    const ranks = Object.fromEntries(units.map(({ unit, rank }) => [unit, rank]));
    expect(ranks).toEqual(Object.fromEntries(taiRanks('equal')));
    expect(flags).toContainEqual({ kind: 'unknown-indicator', indicator: 'name', count: 23 });
  });

  it('takes standard errors, and refuses what is none', async () => {
    const noisy = write(
      'noisy.json',
      JSON.stringify({
        code: 's',
        indicators: [{ code: 'x', goalposts: [0, 10] }],
        tree: { code: 'top', children: [{ indicator: 'x' }] },
        uncertainty: { standardErrors: true, weights: { kind: 'none' } },
      }),
    );
    const lines = 'unit,year,indicator,value,standard_error\nA,2020,x,4,2\nB,2020,x,5,';
    const data = write('errors.csv', `${lines}2\n`);
    const { uncertainty, units } = await scoreFiles({ recipe: noisy, data, uncertainty: 200 });
    expect(uncertainty.factors).toEqual([{ name: 'standard-errors', inert: false }]);
    expect(units.map(({ unit, range }) => [unit, range?.low, range?.high])).toEqual([
      ['B', 1, 2],
      ['A', 1, 2],
    ]);
    const bad = write('bad-errors.csv', `${lines}-1\n`);
    expect(await refusal(() => scoreFiles({ recipe: noisy, data: bad }))).toEqual([
      'bad-errors.csv:3: standard_error is no number from 0: "-1"',
    ]);
  });

  it('refuses by file, line and rule', async () => {
    const data = write(
      'bad.csv',
      'unit,year,indicator,value\nA,2001,x,1\nA,2001,x,2\nB,2001,x,one\nC,soon,x,1\nD,,x,1\nE,1e3,x,1\n',
    );
    expect(await refusal(() => scoreFiles({ ...settings, data }))).toEqual([
      'bad.csv:3: the cell (A, x) stands twice',
      'bad.csv:4: x is no number: "one"',
      'bad.csv:5: year must be from 1900 to 2100, not "soon"',
      'bad.csv:6: year must be from 1900 to 2100, not ""',
      'bad.csv:7: year must be from 1900 to 2100, not "1e3"',
    ]);
    const broken = write(
      'broken.json',
      '{\n  "code": "r",\n  "indicators": [\n    { "code": 1 }\n  ]\n}',
    );
    expect(await refusal(() => scoreFiles({ recipe: broken, data: long }))).toEqual([
      'broken.json:4: indicators.0.code: Invalid input: expected string, received number',
      expect.stringMatching(/^broken\.json:1: tree: /),
    ]);
    expect(await refusal(() => scoreFiles({ recipe: '/nowhere.json', data: long }))).toEqual([
      '/nowhere.json: cannot be read (ENOENT)',
    ]);
    const [ending] = await refusal(() =>
      scoreCommand({ ...settings, data: long, out: 'o.xls' }, () => undefined),
    );
    expect(ending).toMatch(/--out/);
  });
});
