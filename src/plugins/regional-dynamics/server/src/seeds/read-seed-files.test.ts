import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { lineOfPath } from './line-of-path';
import { readJson } from './read-json';
import { readObservations } from './read-observations';

describe('lineOfPath', () => {
  const text = '[\n  { "a": 1,\n    "b": [1, "}{",\n      { "c": null }]\n  },\n  { "a": true }\n]';
  it.each<[PropertyKey[], number]>([
    [[], 1],
    [[0], 2],
    [[0, 'b'], 3],
    [[0, 'b', 2, 'c'], 4],
    [[1, 'a'], 6],
    [[1, 'missing'], 6],
  ])('%o is on line %d', (path, line) => {
    expect(lineOfPath(text, path)).toBe(line);
  });
});

describe('readJson', () => {
  const schema = z.array(z.strictObject({ a: z.number() }));
  it('names line and path of what breaks the schema', () => {
    expect(readJson('[\n{"a": 1},\n{"a": "x"}\n]', schema)).toEqual({
      kind: 'refused',
      errors: [{ line: 3, message: expect.stringMatching(/^1\.a: /) }],
    });
  });
  it('names the line on which JSON is broken', () => {
    expect(readJson('[\n{"a": 1},\n{"a" 1}\n]', schema)).toMatchObject({ errors: [{ line: 3 }] });
  });
});

describe('readObservations', () => {
  const known = new Set(['x']);
  const read = (...lines: string[]) =>
    readObservations(['unit,year,indicator,value,flag', ...lines].join('\n'), known);

  it('keeps gaps as gaps and flags as they are', () => {
    expect(read('PL21,2018,x,65.0,parent-NUTS1', 'PT30,2018,x,,missing')).toEqual({
      kind: 'read',
      value: [
        { unit: 'PL21', year: 2018, indicator: 'x', value: 65, flag: 'parent-NUTS1' },
        { unit: 'PT30', year: 2018, indicator: 'x', value: null, flag: 'missing' },
      ],
    });
  });

  it.each([
    ['PL21,2018,x,1', 2, /.*/],
    ['PL21,18,x,1,', 2, /^year: must be a year/],
    [',2018,x,1,', 2, /^unit: must be the code/],
    ['PL21,2018,x,NaN,', 2, /^value: must be a number/],
    ['PL21,2018,y,1,', 2, /^indicator: there is no indicator "y"/],
  ])('refuses %s', (line, at, message) => {
    expect(read(line)).toEqual({
      kind: 'refused',
      errors: [{ line: at, message: expect.stringMatching(message) }],
    });
  });

  it('refuses another header', () => {
    expect(readObservations('geo,time,value\nPL21,2018,1', known)).toMatchObject({
      kind: 'refused',
      errors: [{ line: 1 }],
    });
  });
});
