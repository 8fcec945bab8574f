import { skipN, unsafeUniformIntDistribution, xoroshiro128plus } from 'pure-rand';

export type Draw = {
  /** A whole number from `from` to `to`, both included. */
  between: (from: number, to: number) => number;
  /** One of the items. */
  of: <T>(items: readonly T[]) => T;
  /** `count` different positions below `length`, or all where there are fewer, in drawn order. */
  positions: (length: number, count: number) => number[];
};

/** The draws of the sample with this number: they depend on the number alone. */
export const drawFor = (number: number): Draw => {
  // Neighbouring seeds begin alike: spread them, and leave the first draws out.
  const generator = skipN(xoroshiro128plus(Math.imul(number, 0x9e3779b1)), 16);
  const between = (from: number, to: number) => unsafeUniformIntDistribution(from, to, generator);
  const of = <T>(items: readonly T[]): T => {
    const item = items[between(0, items.length - 1)];
    if (item === undefined) throw new Error('There is nothing to draw from');
    return item;
  };
  return {
    between,
    of,
    positions: (length, count) => {
      const left = Array.from({ length }, (_, position) => position);
      return Array.from({ length: Math.min(count, length) }, () =>
        left.splice(between(0, left.length - 1), 1),
      ).flat();
    },
  };
};
