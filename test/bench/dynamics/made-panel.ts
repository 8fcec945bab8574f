import { figurePacker } from '../../../src/plugins/regional-dynamics/server/src/core/figures';
import type { Observation } from '../../../src/plugins/regional-dynamics/server/src/core/observation';
import { randomStream } from '../../../src/plugins/regional-dynamics/server/src/core/random-stream';
import {
  type Recipe,
  recipeSchema,
} from '../../../src/plugins/regional-dynamics/server/src/core/recipe';

type Size = { units: number; indicators: number; years: number };

const codeOf = (letter: string, place: number) => `${letter}${String(place).padStart(4, '0')}`;

/** Figures made up from a seed: skewed, with gaps, and each with a standard error. */
function* madeObservations({ units, indicators, years }: Size): Generator<Observation> {
  const stream = randomStream(2018, 0);
  for (let j = 0; j < indicators; j++) {
    for (let u = 0; u < units; u++) {
      for (let y = 0; y < years; y++) {
        if (stream.uniform() < 0.03) continue;
        const value = 10 * Math.exp(stream.normal()) + (j % 3 === 0 ? 0 : 20);
        const place = { unit: codeOf('U', u), year: 2000 + y, indicator: codeOf('i', j) };
        yield { ...place, value, standardError: value / 50 };
      }
    }
  }
}

export const madeFigures = (size: Size) => {
  const packer = figurePacker();
  for (const observation of madeObservations(size)) packer.add(observation);
  return packer.pack();
};

/** Indicators in eight pillars in two parts: a tree of three levels; every fifth is less-is-better. */
export const madeRecipe = ({ indicators }: Size, uncertainty: object): Recipe => {
  const list = Array.from({ length: indicators }, (_, j) => ({
    code: codeOf('i', j),
    direction: j % 5 === 0 ? 'less' : 'more',
  }));
  const pillar = (k: number) => ({
    code: `pillar-${k}`,
    children: list.filter((_, j) => j % 8 === k).map(({ code }) => ({ indicator: code })),
  });
  return recipeSchema.parse({
    code: 'bench',
    indicators: list,
    imputation: { steps: [{ kind: 'group', by: 'all', statistic: 'median' }] },
    treatment: {},
    normalisation: { kind: 'min-max' },
    tree: {
      code: 'whole',
      children: [
        { code: 'part-0', children: [0, 1, 2, 3].map(pillar) },
        { code: 'part-1', children: [4, 5, 6, 7].map(pillar) },
      ],
    },
    uncertainty,
  });
};
