import { xoroshiro128plus } from 'pure-rand';

export type RandomStream = {
  /** Uniform in [0, 1), 53 bits. */
  uniform: () => number;
  /** Standard normal (Box-Muller). */
  normal: () => number;
  /**
   * Standard normals, both of each Box-Muller pair: half the work of one by one.
   * @param out is filled
   */
  normals: (out: Float64Array) => void;
  /** Gamma of that shape, scale 1 (Marsaglia & Tsang 2000). */
  gamma: (shape: number) => number;
};

/** MurmurHash3's finaliser: neighbouring seeds become unrelated states. */
const mix = (word: number): number => {
  let h = word | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) | 0;
};

/**
 * The random stream of one replication. It depends on (seed, replication) alone, so that the bytes
 * of a result do not depend on who computes which replication, nor in what order.
 * @param seed 0 … 2³²−1
 */
export const randomStream = (seed: number, replication: number): RandomStream => {
  const a = mix(seed ^ 0x9e3779b9);
  const b = mix(replication ^ 0x243f6a88);
  const state = [1, 2, 3, 4].map((k) => mix(Math.imul(a, k) ^ (b + Math.imul(k, 0x6a09e667))) | 0);
  // All zeros is the one state the generator cannot leave.
  state[0] = (state[0] ?? 0) | 1;
  const generator = xoroshiro128plus.fromState(state);
  const uniform = () => {
    const high = generator.unsafeNext() >>> 5;
    const low = generator.unsafeNext() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const normals = (out: Float64Array): void => {
    for (let i = 0; i < out.length; i += 2) {
      const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
      const angle = 2 * Math.PI * uniform();
      out[i] = radius * Math.cos(angle);
      // Beyond the end of an odd count it is dropped.
      out[i + 1] = radius * Math.sin(angle);
    }
  };
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * (1 - uniform()) ** (1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(1 - uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v))
        return d * v;
    }
  };
  return { uniform, normal, normals, gamma };
};
