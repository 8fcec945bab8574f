import fc from 'fast-check';
import { expect, test } from 'vitest';
import { observationsOf, packFigures } from './figures';

const observation = fc.record({
  unit: fc.constantFrom('FR10', 'PL21', 'EL43'),
  year: fc.integer({ min: 1900, max: 2100 }),
  indicator: fc.constantFrom('a', 'b'),
  value: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
  flag: fc.option(fc.constantFrom('b', 'e', 'parent-NUTS1')),
  standardError: fc.option(fc.double({ min: 0, max: 10, noNaN: true })),
});

test('packed figures come out as they went in, in their order, as often as they are asked', () => {
  fc.assert(
    fc.property(fc.array(observation), (observations) => {
      const packed = observationsOf(packFigures(observations));
      expect([...packed]).toEqual(observations);
      expect([...packed]).toEqual(observations);
    }),
  );
});

test('more figures than a chunk holds keep their places', () => {
  const count = 140_000;
  const observations = Array.from({ length: count }, (_, i) => ({
    unit: `U${i % 7}`,
    year: 2000,
    indicator: `i${i % 3}`,
    value: i,
  }));
  const packed = packFigures(observations);
  expect(packed.value).toHaveLength(count);
  expect(packed.value.every((value, i) => value === i)).toBe(true);
  expect(packed.units[packed.unit[139_999] ?? 0]).toBe(`U${139_999 % 7}`);
  expect(packed.standardError).toBeNull();
});

test('a figure that is no number is not taken for a gap', () => {
  const [found] = observationsOf(
    packFigures([{ unit: 'FR10', year: 2018, indicator: 'a', value: Number.NaN }]),
  );
  expect(found?.value).toBe(Number.POSITIVE_INFINITY);
});
