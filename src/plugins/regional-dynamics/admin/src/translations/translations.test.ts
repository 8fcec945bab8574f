import { expect, it } from 'vitest';
import en from './en.json';
import fr from './fr.json';
import methodEn from './method/en.json';
import methodFr from './method/fr.json';
import statisticsEn from './statistics/en.json';
import statisticsFr from './statistics/fr.json';
import workbenchEn from './workbench/en.json';
import workbenchFr from './workbench/fr.json';

/** Names of the values a text takes, whatever it does with them. */
const valuesOf = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)[,}]/g)].map(([, name = '']) => name))].sort();

it.each([
  ['the pages of editions', en, fr],
  ['how an edition was made', methodEn, methodFr],
  ['what the figures say of an index', statisticsEn, statisticsFr],
  ['the workbench', workbenchEn, workbenchFr],
] as [string, Record<string, string>, Record<string, string>][])(
  '%s: every text is there in both languages, with the same values',
  (_, english, french) => {
    expect(Object.keys(french).sort()).toEqual(Object.keys(english).sort());
    const differing = Object.keys(english).filter(
      (key) => valuesOf(english[key] ?? '').join() !== valuesOf(french[key] ?? '').join(),
    );
    expect(differing).toEqual([]);
  },
);

it('no text stands in two files: the one that is read last would take the other’s place', () => {
  const keys = [en, methodEn, statisticsEn, workbenchEn].flatMap((file) => Object.keys(file));
  expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([]);
});
