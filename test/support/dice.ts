import { unsafeUniformIntDistribution, xoroshiro128plus } from 'pure-rand';

/** Draws that a seed repeats. */
export type Dice = {
  /** From 0 to `below` - 1. */
  number: (below: number) => number;
  chance: (probability: number) => boolean;
  pick: <T>(list: readonly T[]) => T;
  /** One to `most` results. */
  times: <T>(most: number, make: () => T) => T[];
};

export const createDice = (seed: number): Dice => {
  const source = xoroshiro128plus(seed);
  const number = (below: number) => unsafeUniformIntDistribution(0, below - 1, source);
  return {
    number,
    chance: (probability) => number(1_000_000) < probability * 1_000_000,
    pick: (list) => {
      if (list.length === 0) throw new Error('There is nothing to pick from.');
      return list[number(list.length)] as (typeof list)[number];
    },
    times: (most, make) => Array.from({ length: 1 + number(most) }, make),
  };
};
