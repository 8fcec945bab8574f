import { expect, test } from 'vitest';
import { type ActivityEntry, countActivity, type Place, strongestOf } from './activity';

const place = (id: number, unit: string | null, more: Partial<Place> = {}): Place => ({
  id,
  unit,
  parent: null,
  inPerimeter: false,
  population: null,
  populationYear: null,
  ...more,
});

const places = [
  place(1, 'FR'),
  place(2, 'FR10', { parent: 1, inPerimeter: true, population: 12_000_000, populationYear: 2018 }),
  place(3, 'FR101', { parent: 2 }),
  place(4, null, { parent: 3 }),
  place(5, 'AT11', {}),
];

const entry = (more: Partial<ActivityEntry>): ActivityEntry => ({
  measure: 'initiatives',
  places: [2],
  themes: [],
  amounts: [],
  level: null,
  ...more,
});

const count = (entries: ActivityEntry[]) =>
  countActivity({
    measures: ['initiatives'],
    entries,
    places,
    broader: new Map([['E-HEALTH', 'HEALTH']]),
  });

test('an entry counts once for a unit, whatever it names below it', () => {
  const found = count([entry({ places: [4, 3, 2] }), entry({ places: [4] }), entry({})]);
  expect(found.get('FR10')?.measures.initiatives?.n).toBe(3);
  expect(found.get('FR101')?.measures.initiatives?.n).toBe(2);
});

test('outside the perimeter nothing is observed; inside, nothing found is zero', () => {
  const found = count([entry({ places: [1, 5] })]);
  expect([...found.keys()]).toEqual(['FR10', 'FR101']);
  expect(found.get('FR10')).toEqual({
    population: 12_000_000,
    populationYear: 2018,
    measures: { initiatives: { n: 0, amounts: {}, levels: {}, themes: {} } },
  });
});

test('themes count with the broader ones, amounts by currency, levels by the strongest', () => {
  const found = count([
    entry({
      themes: ['E-HEALTH', 'HEALTH'],
      amounts: [
        { currency: 'EUR', amount: 10 },
        { currency: 'EUR', amount: 5 },
        { currency: 'PLN', amount: 7 },
      ],
      level: strongestOf(['declared', 'measured'], ['declared', 'measured', 'independent']),
    }),
    entry({ themes: ['HEALTH'] }),
  ]);
  const tally = found.get('FR10')?.measures.initiatives;
  expect(tally).toMatchObject({ n: 2, amounts: { EUR: 15, PLN: 7 }, levels: { measured: 1 } });
  expect(tally?.themes.HEALTH?.n).toBe(2);
  expect(tally?.themes['E-HEALTH']).toEqual({
    n: 1,
    amounts: { EUR: 15, PLN: 7 },
    levels: { measured: 1 },
  });
  expect(strongestOf(['rumour'], ['declared'])).toBeNull();
});

test('territories that stand in a circle end', () => {
  const circle = [place(1, 'A', { parent: 2, inPerimeter: true }), place(2, 'B', { parent: 1 })];
  const found = countActivity({
    measures: ['m'],
    entries: [entry({ measure: 'm', places: [1] })],
    places: circle,
    broader: new Map(),
  });
  expect(found.get('B')?.measures.m?.n).toBe(1);
});
