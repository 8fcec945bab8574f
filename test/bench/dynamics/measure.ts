import { sobol } from '../../../src/plugins/regional-dynamics/server/src/core/analysis/sobol';
import { observationsOf } from '../../../src/plugins/regional-dynamics/server/src/core/figures';
import { computeRanges } from '../../../src/plugins/regional-dynamics/server/src/core/ranges';
import { unitResults } from '../../../src/plugins/regional-dynamics/server/src/core/result';
import { score } from '../../../src/plugins/regional-dynamics/server/src/core/score';
import { replicate } from '../../../src/plugins/regional-dynamics/server/src/core/uncertainty';
import { median } from '../measure-pair';
import { madeFigures, madeRecipe } from './made-panel';

/** Assumptions of the recipe that are varied besides the weights; none changes what is imputed. */
const FACTORS = {
  winmax: [3, 4, 5],
  normalisation: [{ kind: 'min-max' }, { kind: 'z-score' }, { kind: 'percentile-rank' }],
  aggregation: [{ kind: 'arithmetic' }, { kind: 'geometric' }],
  leaveOneOut: true,
};

/** Processor time of the work in milliseconds: what other programs do meanwhile does not count. */
const cpuOf = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

const repeated = (times: number, work: () => void): number => {
  work();
  return median(Array.from({ length: times }, () => cpuOf(work)));
};

/** Every figure is redrawn by its standard error: each replication treats and normalises anew. */
const replications = (): number => {
  const size = { units: 51, indicators: 49, years: 1 };
  const recipe = madeRecipe(size, { replications: 1000, standardErrors: true, ...FACTORS });
  const scored = score({ recipe, observations: observationsOf(madeFigures(size)) });
  return repeated(5, () => void replicate(scored));
};

const nominal = (): number => {
  const size = { units: 270, indicators: 30, years: 1 };
  const recipe = madeRecipe(size, {});
  const observations = [...observationsOf(madeFigures(size))];
  return repeated(15, () => void score({ recipe, observations }));
};

const sensitivity = (): number => {
  const size = { units: 51, indicators: 49, years: 1 };
  const recipe = madeRecipe(size, FACTORS);
  const scored = score({ recipe, observations: observationsOf(madeFigures(size)) });
  return repeated(3, () => {
    const found = sobol(scored, { n: 500 });
    if (found.kind !== 'decomposed' || found.indices.length !== 5) throw new Error(found.kind);
  });
};

/** From the figures to the last cell of the last region, with rank ranges; the peak in MB. */
const large = (): number => {
  const size = { units: 2000, indicators: 100, years: 20 };
  const recipe = madeRecipe(size, { replications: 20 });
  const scored = score({ recipe, observations: observationsOf(madeFigures(size)) });
  let cells = 0;
  for (const unit of unitResults(scored, computeRanges(scored))) {
    cells += Object.keys(unit.cells).length;
  }
  if (cells !== 4_000_000) throw new Error(`${cells} cells`);
  return process.resourceUsage().maxRSS / 1024;
};

const MEASURES = { replications, nominal, sensitivity, large };

export type Measure = keyof typeof MEASURES;

const isMeasure = (name: string | undefined): name is Measure =>
  name !== undefined && name in MEASURES;

// In a process of its own: `measure.js <name>` prints its figure.
const name = process.argv[2];
if (isMeasure(name)) console.log(MEASURES[name]());
