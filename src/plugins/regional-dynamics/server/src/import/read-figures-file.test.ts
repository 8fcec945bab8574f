import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { FigureLine, Series } from './figure-line';
import { readFiguresFile } from './read-figures-file';

const directory = mkdtempSync(path.join(tmpdir(), 'oten-figures-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const known = new Set(['internet_daily', 'gerd']);

const read = async (name: string, content: string | Uint8Array, series: Partial<Series> = {}) => {
  const file = path.join(directory, name);
  writeFileSync(file, content);
  const found: FigureLine[] = [];
  for await (const line of readFiguresFile(
    { file, name, series: { where: {}, ...series } },
    known,
  )) {
    found.push(line);
  }
  return found;
};

const short = (lines: FigureLine[]) =>
  lines.map((found) =>
    found.kind === 'figure'
      ? `${found.line} ${found.figure.unit} ${found.figure.year} ${found.figure.indicator} ${found.figure.value} ${found.figure.flag}`.trim()
      : `${found.line} ${found.kind}${found.kind === 'wrong' ? `: ${found.message}` : ''}`,
  );

const daily = { indicator: 'internet_daily' };

describe('CSV', () => {
  it('is long, with flags, gaps and standard errors', async () => {
    const lines = await read(
      'long.csv',
      '\uFEFFunit,year,indicator,value,flag,standard_error\r\nPL21,2018,gerd,1.5,b,0.2\r\nPT30,2018,gerd,:,,\r\n',
    );
    expect(short(lines)).toEqual(['2 PL21 2018 gerd 1.5 b', '3 PT30 2018 gerd null']);
    expect(lines[0]).toMatchObject({ figure: { standardError: 0.2 } });
  });

  it('is wide, a column per indicator', async () => {
    const lines = await read('wide.csv', 'unit,year,gerd,internet_daily\nPL21,2018,1.5,65\n');
    expect(short(lines)).toEqual(['2 PL21 2018 gerd 1.5', '2 PL21 2018 internet_daily 65']);
  });

  it('names every wrong line', async () => {
    const lines = await read(
      'wrong.csv',
      [
        'unit,year,indicator,value,flag',
        'PL21,2018,gerd,"1,5",',
        'PL21,18,gerd,1,',
        ',2018,gerd,1,',
        'PL21,2018,rain,1,',
        'PL21,2018,gerd,1',
        'PL22,2018,gerd,1,',
        'PL22,2018,gerd,1,',
      ].join('\n'),
    );
    expect(short(lines)).toEqual([
      '2 wrong: gerd is no number: "1,5" (decimals take a point)',
      '3 wrong: year must be from 1900 to 2100, not "18"',
      '4 wrong: unit must be a code, not ""',
      '5 wrong: there is no indicator "rain"',
      '6 wrong: has 4 columns, not 5',
      '7 PL22 2018 gerd 1',
      '8 wrong: the cell (PL22, 2018, gerd) is on line 7 already',
    ]);
  });
});

describe('Eurostat', () => {
  const sdmx = [
    'DATAFLOW,LAST UPDATE,freq,indic_is,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG',
    'ESTAT:ISOC_R_IUSE_I(1.0),01/02/24 23:00:00,A,I_IDAY,PC_IND,EL4,2018,60.5,u',
    'ESTAT:ISOC_R_IUSE_I(1.0),01/02/24 23:00:00,A,I_IDAY,PC_IND,PL2,2018,,bu',
    'ESTAT:ISOC_R_IUSE_I(1.0),01/02/24 23:00:00,A,I_IU3,PC_IND,PL2,2018,71,',
  ].join('\n');

  it('SDMX-CSV gives the series that is asked for', async () => {
    expect(short(await read('s.csv', sdmx, { ...daily, where: { indic_is: 'I_IDAY' } }))).toEqual([
      '2 EL4 2018 internet_daily 60.5 u',
      '3 PL2 2018 internet_daily null bu',
      '4 skipped',
    ]);
  });

  it('a dimension that nobody pinned is no guess', async () => {
    const [, , last] = short(await read('s.csv', sdmx, daily));
    expect(last).toBe(
      '4 wrong: is of indic_is "I_IU3", other lines of "I_IDAY": say which is meant',
    );
    await expect(read('s.csv', sdmx, { ...daily, where: { sex: 'T' } })).rejects.toThrow(
      /no dimension "sex" but/,
    );
    await expect(read('s.csv', sdmx)).rejects.toThrow(/does not name its indicator/);
  });

  it('TSV has a line per series, a column per year and flags behind the figures', async () => {
    const tsv = [
      'freq,indic_is,unit,geo\\TIME_PERIOD\t2016 \t2017 \t2018 ',
      'A,I_IDAY,PC_IND,EL4\t52.0 b\t: u\t60.5 bu',
      'A,I_IDAY,PC_IND,PL2\t: \t:c\t7x',
      'A,I_IDAY,PL2\t1\t2\t3',
    ].join('\n');
    expect(short(await read('t.tsv', tsv, daily))).toEqual([
      '2 EL4 2016 internet_daily 52 b',
      '2 EL4 2017 internet_daily null u',
      '2 EL4 2018 internet_daily 60.5 bu',
      '3 PL2 2017 internet_daily null c',
      '3 wrong: 2018 has the unknown flag "x"',
      '4 wrong: has 3 dimensions, not 4',
    ]);
  });
});

describe('JSON-stat 2.0', () => {
  const cube = {
    version: '2.0',
    class: 'dataset',
    id: ['freq', 'indic_is', 'geo', 'time'],
    size: [1, 1, 2, 2],
    role: { time: ['time'], geo: ['geo'] },
    value: { 0: 52, 1: 60.5, 3: 71 },
    status: { 1: 'u', 2: 'b' },
    dimension: {
      freq: { category: { index: { A: 0 } } },
      indic_is: { category: { index: { I_IDAY: 0 } } },
      geo: { category: { index: { EL4: 0, PL2: 1 } } },
      time: { category: { index: { 2017: 0, 2018: 1 } } },
    },
  };

  it('gives each figure of the cube with its status', async () => {
    expect(short(await read('c.json', JSON.stringify(cube), daily))).toEqual([
      '1 EL4 2017 internet_daily 52',
      '2 EL4 2018 internet_daily 60.5 u',
      '3 PL2 2017 internet_daily null b',
      '4 PL2 2018 internet_daily 71',
    ]);
  });

  it.each([
    ['{', /is no JSON/],
    ['{"class":"collection"}', /holds no dataset/],
    ['[]', /no dataset/],
  ])('refuses %s', async (content, message) => {
    await expect(read('c.json', content, daily)).rejects.toThrow(message);
  });
});

describe('XLSX', () => {
  it('is read by the first sheet, line by line', async () => {
    const book = readFileSync(path.join(__dirname, 'fixtures/figures.xlsx'));
    expect(short(await read('book.xlsx', book))).toEqual([
      '2 PL21 2018 gerd 1.5 p',
      '3 wrong: gerd is no number: "much"',
    ]);
  });

  it('that is none is refused', async () => {
    await expect(read('book.xlsx', 'no zip')).rejects.toThrow(/is no Excel workbook/);
  });
});

it.each([
  ['x.pdf', '', /must end in \.csv, \.tsv, \.xlsx or \.json/],
  ['x.csv', '', /is empty/],
  ['x.csv', 'geo,time\nPL21,2018', /needs the columns unit and year/],
  ['x.csv', 'unit,year,indicator,value,colour\n', /knows no column "colour"/],
])('%s with %j is refused', async (name, content, message) => {
  await expect(read(name, content)).rejects.toThrow(message);
});
