import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SealedRules } from '../../../rules/type-rules';
import type { Row } from '../../../rules/violation';
import { STRATA } from '../../../string-lists/strata';
import { programmeRules } from '../../hub/rules/programme';
import { observatoryRules } from '.';
import { type NutsTerritory, nutsResolver } from './resolve-nuts';

const now = new Date('2026-05-05');

const broken = async (rules: SealedRules | undefined, row: Row, complete = false) => {
  // These rules look at the row alone.
  const opened = await rules?.open({
    strapi: undefined as never,
    documentId: undefined,
    locale: undefined,
    isOriginal: true,
    stored: null,
    original: null,
    now,
    row,
  });
  return opened?.judge({ row, complete }).map(({ path: at, name }) => `${at.join('.')} ${name}`);
};

const typeRules = (name: string) => observatoryRules[`api::observatory.${name}`];

it('strata are those of the organisation’s schema', () => {
  const file = path.resolve(import.meta.dirname, '../content-types/organisation/schema.json');
  expect(JSON.parse(readFileSync(file, 'utf8')).attributes.stratum.enum).toEqual([...STRATA]);
});

describe('a territory', () => {
  const whole: Row = {
    name: 'Κρήτη',
    level: 'region',
    nutsCode: 'EL43',
    nutsVersion: '2016',
    nutsHistory: [{ code: 'GR43', version: '2006' }],
    unverifiedNames: ['fr'],
    siren: '732829320',
    inseeCode: '2A',
    validFrom: '2003-01-01',
  };

  it.each<[string, Row, string[]]>([
    ['as it should be', {}, []],
    ['without a name', { name: '' }, ['name required']],
    ['with a wrong SIREN', { siren: '732829321' }, ['siren siren']],
    ['with a wrong INSEE code', { inseeCode: '2C' }, ['inseeCode insee']],
    ['a country with a region’s code', { level: 'country' }, ['nutsCode nuts-level']],
    ['a French region of NUTS 1', { nutsCode: 'FRJ' }, []],
    ['with the version of no code', { nutsCode: null }, ['nutsVersion version-of-a-code']],
    ['over before it began', { validTo: '2002-12-31' }, ['validTo end-after-start']],
    ['with a history of texts', { nutsHistory: ['GR43'] }, ['nutsHistory.0 nuts-history']],
    [
      'with a history of wrong codes',
      { nutsHistory: [{ code: 'gr43', version: '2007' }] },
      ['nutsHistory.0.code nuts-history', 'nutsHistory.0.version nuts-history'],
    ],
  ])('%s', async (_, change, expected) => {
    expect(await broken(typeRules('territory'), { ...whole, ...change })).toEqual(expected);
  });

  it('is referred to by its NUTS code, else by a number', () => {
    expect(typeRules('territory')?.reference({ row: whole, now }).exact).toBe('NUTS-EL43');
    expect(typeRules('territory')?.reference({ row: {}, now }).prefix).toBe('TERRITORY-');
  });
});

describe('the others', () => {
  it.each<[string, Row, string[]]>([
    ['organisation', { name: 'A', siret: '73282932000074', website: 'https://a.org' }, []],
    ['organisation', { name: 'A' }, []],
    [
      'organisation',
      { siret: '73282932000075', website: 'a.org' },
      ['name required', 'siret siret', 'website web-address'],
    ],
    [
      'theme',
      { name: 'A', uri: 'urn:a', euDataTheme: 'CATS' },
      ['uri web-address', 'euDataTheme known-data-theme'],
    ],
    ['project', { periodStart: '2007', periodEnd: '2005' }, ['periodEnd end-after-start']],
    ['watch-item', { url: 'example.org' }, ['url web-address']],
  ])('%s %j', async (type, row, expected) => {
    expect(await broken(typeRules(type), row)).toEqual(expected);
  });

  it('are published whole', async () => {
    expect(await broken(typeRules('project'), {}, true)).toEqual([
      'title required',
      'summary required',
    ]);
    expect(await broken(typeRules('glossary-term'), {}, true)).toEqual([
      'term required',
      'plainDefinition required',
    ]);
    expect(await broken(typeRules('watch-item'), {}, true)).toEqual([
      'title required',
      'url required',
      'date required',
    ]);
  });

  it('a programme ends after it starts', async () => {
    const row = { name: 'FEDER', periodStart: 2007, periodEnd: 2006 };
    expect(await broken(programmeRules, row)).toEqual(['periodEnd end-after-start']);
  });
});

describe('NUTS codes of any version', () => {
  const territory = (nutsCode: string | null, ...history: string[]): NutsTerritory => ({
    documentId: nutsCode ?? 'none',
    reference: `NUTS-${nutsCode}`,
    nutsCode,
    nutsHistory: history.map((text) => {
      const [code = '', version = ''] = text.split(':');
      return { code, version };
    }),
  });
  const resolve = nutsResolver([
    territory('FRJ2', 'FR62:2003', 'FR62:2013', 'FRJ2:2016'),
    territory('EL43', 'GR43:2006', 'EL43:2010'),
    territory('XX2', 'XX1:2003'),
    territory('XX3', 'XX1:2010'),
    territory('XX4', 'XX2:2006'),
  ]);

  it.each([
    ['FR62', 'FRJ2'],
    ['gr43 ', 'EL43'],
    ['XX1', 'XX3'],
  ])('%j is %s today', (code, currentCode) => {
    expect(resolve(code)).toMatchObject({ kind: 'alias', currentCode });
  });

  it('a code that is in use means who uses it', () => {
    expect(resolve('XX2')).toMatchObject({ kind: 'current', territory: { nutsCode: 'XX2' } });
  });

  it('what nobody had is unknown, what is no code malformed', () => {
    expect(resolve('PL21')).toEqual({ kind: 'unknown', code: 'PL21' });
    expect(resolve('Crete!')).toEqual({ kind: 'malformed', code: 'Crete!' });
  });
});
