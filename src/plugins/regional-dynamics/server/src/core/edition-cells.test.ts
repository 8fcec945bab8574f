import { expect, test } from 'vitest';
import { countStates, notableCells } from './edition-cells';
import type { CellResult, UnitResult } from './result';

const cell = (rest: Partial<Extract<CellResult, { kind: 'available' }>>): CellResult => ({
  kind: 'available',
  value: 1,
  normalised: 1,
  origin: { kind: 'observed' },
  ...rest,
});

test('lists what is not a plain observation, with all that was done to it, by the codes of the indicators', () => {
  const units: UnitResult[] = [
    {
      unit: 'FR10',
      year: 2018,
      nodes: {},
      cells: {
        plain: cell({}),
        carried: cell({ origin: { kind: 'carried', from: 2016, age: 2 }, flag: 'b' }),
        treated: cell({ treatment: { kind: 'winsorised', before: 9, after: 1 } }),
        gone: { kind: 'missing', reason: { kind: 'not-observed' } },
      },
    },
  ];
  const cells = notableCells({ units });
  expect(cells.map(({ indicator }) => indicator)).toEqual(['carried', 'gone', 'treated']);
  expect(countStates(cells)).toEqual({ imputed: 1, treated: 1, missing: 1, flagged: 1 });
});
