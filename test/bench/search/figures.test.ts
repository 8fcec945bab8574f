import { expect, test } from 'vitest';
import { describe as describeBench } from './describe';
import { isKept, overheadMs, spread } from './figures';
import { peakOf } from './peak-memory';

test('what a search takes beyond the engine and beyond every route', () => {
  expect(overheadMs({ api: 9, direct: 5, empty: 3 })).toBe(1);
  expect(overheadMs({ api: 7, direct: 5, empty: 3 })).toBe(-1);
});

test('a spread says how far two amounts are apart, whichever is larger', () => {
  expect(spread(100, 110)).toBeCloseTo(1.1);
  expect(spread(110, 100)).toBeCloseTo(1.1);
});

test('a limit is kept up to its value, and by no value that is none', () => {
  expect(isKept('saveRatio', 1.1)).toBe(true);
  expect(isKept('saveRatio', 1.11)).toBe(false);
  expect(isKept('searchOverheadMs', Number.NaN)).toBe(false);
});

test('the peak of a process is read from what the kernel says', () => {
  expect(peakOf('Name:\tnode\nVmPeak:\t 99 kB\nVmHWM:\t  2048 kB\nVmRSS:\t 1024 kB\n')).toBe(
    2_097_152,
  );
  expect(() => peakOf('Name:\tnode\n')).toThrow('no peak');
});

test('the five figures have their names, and the table says which limits are missed', () => {
  const { figures, table } = describeBench({
    searches: [
      { name: 'a word', api: 9, direct: 5, empty: 3 },
      { name: 'facets', api: 12, direct: 5, empty: 3 },
    ],
    lag: { ours: 120, task: 100, all: 900 },
    saves: { ours: 52, without: 50, burst: { ours: 60, without: 50, count: 200 } },
    rebuild: { ours: 30_000, other: 20_000, ratio: 1.5, documents: 14_000 },
    memory: { few: 300e6, many: 315e6, fewRows: 10_000, manyRows: 50_000 },
  });
  expect(figures).toEqual({
    saveRatio: 1.04,
    rebuildRatio: 1.5,
    searchOverheadMs: 1,
    lagRatio: 1.2,
    memoryRatio: 1.05,
  });
  expect(table.rows.map((row) => row[5]).filter(Boolean)).toEqual([
    'kept',
    'missed',
    'kept',
    'kept',
    'kept',
  ]);
});
