import { expect, test } from 'vitest';
import { countStates, notableCells } from './edition-cells';
import type { CellResult, NodeResult, UnitResult } from './result';

const cell = (rest: Partial<Extract<CellResult, { kind: 'available' }>>): CellResult => ({
  kind: 'available',
  value: 1,
  normalised: 1,
  origin: { kind: 'observed' },
  ...rest,
});

const node = (rest: Partial<Extract<NodeResult, { kind: 'available' }>>): NodeResult => ({
  kind: 'available',
  score: 1,
  rank: { value: 1, of: 1, ties: 0, median: 1, low: 1, high: 1, top10: 1, ranked: 1 },
  ...rest,
});

test('lists what is not a plain observation, with all that was done to it, by the codes of the indicators', () => {
  const units: UnitResult[] = [
    {
      unit: 'FR10',
      year: 2018,
      nodes: {
        top: node({ clamped: [{ child: 'usage', value: 0.4, floor: 1 }] }),
        usage: node({ clamped: [{ child: 'treated', value: 0.2, floor: 1 }] }),
      },
      cells: {
        plain: cell({}),
        carried: cell({ origin: { kind: 'carried', from: 2016, age: 2 }, flag: 'b' }),
        treated: cell({ treatment: { kind: 'winsorised', before: 9, after: 1 } }),
        gone: { kind: 'missing', reason: { kind: 'not-observed' } },
      },
    },
  ];
  const cells = notableCells({ units });
  expect(cells.map(({ code }) => code)).toEqual(['carried', 'gone', 'treated', 'usage']);
  expect(cells.slice(2)).toMatchObject([
    { clamp: { node: 'usage', value: 0.2, floor: 1 } },
    { cell: null, clamp: { node: 'top', value: 0.4, floor: 1 } },
  ]);
  expect(countStates(cells)).toEqual({
    ...{ imputed: 1, treated: 1, clamped: 2, missing: 1, flagged: 1 },
  });
});
