import { describe, expect, it } from 'vitest';
import { drawWeights } from './draw-weights';
import { compilePlan, type Plan } from './plan';
import { randomStream } from './random-stream';
import { recipeSchema } from './recipe';

const { plan } = compilePlan(
  recipeSchema.parse({
    code: 'r',
    indicators: [{ code: 'a' }, { code: 'b' }, { code: 'c' }, { code: 'd' }],
    normalisation: { kind: 'min-max' },
    tree: {
      code: 'top',
      children: [
        {
          code: 'left',
          weight: 1,
          children: [
            { indicator: 'a', weight: 3 },
            { indicator: 'b', weight: 1 },
            { indicator: 'c', weight: 0 },
          ],
        },
        { indicator: 'd', weight: 4 },
      ],
    },
  }),
  new Set(['a', 'b', 'c', 'd']),
);

/** Of each node, as its mean takes them. */
const shares = ({ nodes }: Plan, weights: Float64Array): number[][] =>
  nodes.map(({ firstWeight, children }) => {
    const own = [...weights.subarray(firstWeight, firstWeight + children.length)];
    const sum = own.reduce((total, w) => total + w, 0);
    return own.map((w) => w / sum);
  });

describe('Dirichlet weights', () => {
  const concentration = 10;
  const draw = (seed: number, replication: number) =>
    drawWeights(plan, { kind: 'dirichlet', concentration }, randomStream(seed, replication));
  const drawn = Array.from({ length: 4000 }, (_, r) => shares(plan, draw(1, r)));
  const moments = (node: number, child: number) => {
    const list = drawn.map((one) => one[node]?.[child] ?? Number.NaN);
    const mean = list.reduce((sum, x) => sum + x, 0) / list.length;
    const variance = list.reduce((sum, x) => sum + (x - mean) ** 2, 0) / list.length;
    return { mean, variance };
  };

  it('lie around the given shares, as far as the concentration says', () => {
    for (const [node, child, share] of [
      [0, 0, 0.75],
      [0, 1, 0.25],
      [1, 0, 0.8],
      [1, 1, 0.2],
    ] as const) {
      const { mean, variance } = moments(node, child);
      expect(mean).toBeCloseTo(share, 1);
      expect(variance / ((share * (1 - share)) / (concentration + 1))).toBeCloseTo(1, 0);
    }
  });

  it('are positive and sum to 1 at every node; a weight of zero stays zero', () => {
    for (const [left = [], top = []] of drawn) {
      expect(left[2]).toBe(0);
      expect([...left.slice(0, 2), ...top].every((share) => share > 0)).toBe(true);
      for (const node of [left, top]) {
        expect(node.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      }
    }
  });

  it('are those of their seed and replication, whatever was drawn before', () => {
    expect(draw(1, 7)).toEqual(draw(1, 7));
    expect(draw(1, 8)).not.toEqual(draw(1, 7));
    expect(draw(2, 7)).not.toEqual(draw(1, 7));
    expect(plan.weights).toEqual(Float64Array.of(3, 1, 0, 4, 1));
  });
});
