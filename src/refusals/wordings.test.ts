import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const PLUGINS = join(__dirname, '../plugins');
const folders = [
  join(__dirname, 'sentences'),
  ...readdirSync(PLUGINS)
    .map((plugin) => join(PLUGINS, plugin, 'server/src/refusals'))
    .filter((folder) => existsSync(folder)),
];

const read = (folder: string, language: string): Record<string, string> =>
  JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8'));

const placeholders = (wording = '') =>
  [...wording.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

it.each(folders)('%s: French has every sentence, and no value that it is not given', (folder) => {
  const english = read(folder, 'en');
  const french = read(folder, 'fr');
  expect(Object.keys(french)).toEqual(Object.keys(english));
  for (const [sentence, wording] of Object.entries(french)) {
    expect(wording.trim(), sentence).not.toBe('');
    expect(placeholders(english[sentence])).toEqual(expect.arrayContaining(placeholders(wording)));
    expect(wording, sentence).not.toMatch(/'| the | is /);
  }
});

it('the sentences of the rules and of a plugin are among them', () => {
  expect(folders.length).toBeGreaterThan(1);
});
