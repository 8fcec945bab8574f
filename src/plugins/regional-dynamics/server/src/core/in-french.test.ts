import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { inFrench } from './in-french';

const directory = path.resolve('src/plugins/regional-dynamics/server/src');

/** Sentences that the readers of files say, as they stand in their source. */
const said = readdirSync(path.join(directory, 'import'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .flatMap((file) => {
    const source = readFileSync(path.join(directory, 'import', file), 'utf8');
    const found = source.matchAll(/(?:UnreadableFile\(|message[:=] ?|message = )(['`])(.+?)\1/gs);
    return [...found].map(([, , sentence = '']) =>
      sentence
        .replace(/\$\{hint\}/, '')
        .replaceAll(/\$\{[^}]*\}/g, '1')
        .replaceAll(/\\(.)/g, '$1'),
    );
  })
  .filter((sentence) => !/^\S+( 1)?$/.test(sentence));

it('every sentence of the file readers has its French', () => {
  expect(said.length).toBeGreaterThan(15);
  expect(said.filter((sentence) => inFrench(sentence) === sentence)).toEqual([]);
});

it('keeps what the sentence is about', () => {
  expect(inFrench('gerd is no number: "1,5" (decimals take a point)')).toBe(
    'gerd n’est pas un nombre : « 1,5 » (les décimales prennent un point)',
  );
  expect(inFrench('year must be from 1900 to 2100, not 3000')).toBe(
    'year doit être compris entre 1900 et 2100, non « 3000 »',
  );
  expect(inFrench('something else')).toBe('something else');
});
