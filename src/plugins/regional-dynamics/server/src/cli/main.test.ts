import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { taiObservations, taiRecipe } from '../core/oracles/tai';
import { main } from './main';

const directory = mkdtempSync(path.join(tmpdir(), 'oten-dynamics-main-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const write = (name: string, content: string): string => {
  const file = path.join(directory, name);
  writeFileSync(file, content);
  return file;
};
const recipe = write('recipe.json', JSON.stringify(taiRecipe('equal')));
const data = write(
  'data.csv',
  [
    'unit,year,indicator,value',
    ...taiObservations().map((c) => `${c.unit},${c.year},${c.indicator},${c.value}`),
  ].join('\n'),
);

let said = '';
let wrong = '';
beforeEach(() => {
  said = '';
  wrong = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    wrong += String(text);
    return true;
  });
});
afterEach(() => vi.restoreAllMocks());

describe('the command line', () => {
  it('scores a recipe and data without a database', async () => {
    const out = path.join(directory, 'out.json');
    const args = ['score', '--recipe', recipe, '--data', data, '--uncertainty', '20'];
    expect(await main([...args, '--seed', '3', '--out', out])).toBe(0);
    const { units } = JSON.parse(readFileSync(out, 'utf8'));
    expect(units).toHaveLength(23);
    expect(units[0]).toMatchObject({ year: 2001, range: { level: 0.9 } });
    expect(wrong).toBe('');
  });

  it('explains a unit', async () => {
    const unit = taiObservations()[0]?.unit ?? '';
    const args = ['explain', '--territory', unit, '--recipe', recipe, '--data', data];
    expect(await main(args)).toBe(0);
    expect(said).toContain(unit);
  });

  it('says how it is used, and ends with 1 where nothing was asked', async () => {
    expect(await main(['--help'])).toBe(0);
    expect(await main([])).toBe(1);
    expect(said.match(/Usage: npm run dynamics/g)).toHaveLength(2);
  });

  it.each([
    [['score', '--data', data], '--recipe is missing'],
    [['score', '--recipe', recipe], '--data is missing'],
    [['rank', '--recipe', recipe, '--data', data], 'There is no command "rank"'],
    [['rank'], 'There is no command "rank"'],
    [
      ['score', '--recipe', recipe, '--data', data, '--seed', 'x'],
      '--seed: must be a whole number',
    ],
    [
      ['score', '--recipe', recipe, '--data', data, '--uncertainty', '0'],
      '--uncertainty: must be a whole number from 1',
    ],
    [
      ['score', '--recipe', recipe, '--data', data, '--nuts', '2005'],
      '--nuts: must be one of 1999',
    ],
    [['score', '--recipe', recipe, '--data', data, '--colour', 'red'], '--colour'],
    [['explain', '--recipe', recipe, '--data', data], '--territory is missing'],
    [
      ['explain', '--territory', 'FR10', '--units', 'u.csv'],
      '--units asks for --recipe and --data',
    ],
    [['explain', '--territory', 'FR10'], 'There is no database here'],
    [['import'], 'import: the file is missing'],
    [['import', 'a.csv', 'b.csv'], 'One file at a time: "b.csv" is another'],
    [['import', 'a.csv', '--where', 'unit'], '--where: must be dimension=value, not "unit"'],
  ])('refuses %j with 1 and a sentence', async (args, sentence) => {
    expect(await main(args)).toBe(1);
    expect(wrong).toContain(sentence);
    expect(said).toBe('');
  });
});
