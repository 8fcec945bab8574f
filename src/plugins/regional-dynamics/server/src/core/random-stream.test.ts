import { describe, expect, it } from 'vitest';
import { randomStream } from './random-stream';

const draws = (seed: number, replication: number, n = 4) => {
  const { uniform } = randomStream(seed, replication);
  return Array.from({ length: n }, () => uniform());
};

describe('randomStream', () => {
  it('is fixed for ever: editions are made of it', () => {
    expect(draws(2018, 0)).toEqual([
      0.6830088072180666, 0.9530093610638265, 0.15769940612672217, 0.9937433968073649,
    ]);
  });

  it('differs between neighbouring seeds and replications, from the first draw on', () => {
    const firsts = [0, 1, 2, 3].flatMap((seed) => [0, 1, 2, 3].map((r) => draws(seed, r, 1)[0]));
    expect(new Set(firsts).size).toBe(16);
    const means = Array.from({ length: 1000 }, (_, r) => draws(1, r, 1)[0] ?? 0);
    expect(means.reduce((sum, x) => sum + x, 0) / 1000).toBeCloseTo(0.5, 1);
  });

  it('draws uniform, normal and gamma figures of the right mean and variance', () => {
    const { uniform, normal, gamma } = randomStream(5, 0);
    const moments = (draw: () => number) => {
      const list = Array.from({ length: 20_000 }, draw);
      const mean = list.reduce((sum, x) => sum + x, 0) / list.length;
      return [mean, list.reduce((sum, x) => sum + (x - mean) ** 2, 0) / list.length];
    };
    const close = (a: number, b: number) => [expect.closeTo(a, 1), expect.closeTo(b, 1)];
    expect(moments(uniform)).toEqual(close(0.5, 1 / 12));
    expect(moments(normal)).toEqual(close(0, 1));
    expect(moments(() => gamma(0.5))).toEqual(close(0.5, 0.5));
    expect(moments(() => gamma(2) / 2)).toEqual(close(1, 0.5));
  });
});
