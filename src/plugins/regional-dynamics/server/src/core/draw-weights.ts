import type { Plan } from './plan';
import type { RandomStream } from './random-stream';
import type { Recipe } from './recipe';

/**
 * Weights under uncertainty: each × uniform [1 − spread, 1 + spread] at all levels (renormalised
 * by every mean), or Dirichlet around the given ones with a stated concentration per node.
 */
export const drawWeights = (
  plan: Plan,
  settings: Recipe['uncertainty']['weights'],
  stream: RandomStream,
): Float64Array => {
  switch (settings.kind) {
    case 'none':
      return plan.weights;
    case 'uniform': {
      const { spread } = settings;
      return plan.weights.map((w) => w * (1 - spread + 2 * spread * stream.uniform()));
    }
    case 'dirichlet': {
      const drawn = Float64Array.from(plan.weights);
      for (const { firstWeight, children } of plan.nodes) {
        const own = drawn.subarray(firstWeight, firstWeight + children.length);
        const sum = own.reduce((total, w) => total + w, 0);
        own.forEach((w, k) => {
          own[k] = w === 0 ? 0 : stream.gamma((settings.concentration * w) / sum);
        });
      }
      return drawn;
    }
  }
};
