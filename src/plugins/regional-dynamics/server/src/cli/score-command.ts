import { writeFileSync } from 'node:fs';
import type { NutsVersion } from '../core/nuts';
import { computeRanges } from '../core/ranges';
import type { Recipe } from '../core/recipe';
import { type Result, resultOf } from '../core/result';
import { score } from '../core/score';
import { explainUnit } from './explain-unit';
import { scoresCsv, scoresTable } from './format-scores';
import { readData } from './read-data';
import { readRecipe } from './read-recipe';
import { readUnits } from './read-units';
import { Refusal } from './refusal';
import { type ScoresDocument, scoresDocument } from './scores-document';

export type ScoreOptions = {
  recipe: string;
  data: string;
  /** CSV of parents and groups. */
  units?: string | undefined;
  out?: string | undefined;
  uncertainty?: number | undefined;
  seed?: number | undefined;
  /** The only year to score, or the year of data that name none. */
  year?: number | undefined;
  /** The version of NUTS whose codes the units are to have. */
  nutsVersion?: NutsVersion | null | undefined;
};

const withSettings = (recipe: Recipe, { uncertainty, seed }: ScoreOptions): Recipe => ({
  ...recipe,
  uncertainty: {
    ...recipe.uncertainty,
    ...(uncertainty === undefined ? {} : { replications: uncertainty }),
    ...(seed === undefined ? {} : { seed }),
  },
});

/**
 * Scores a table by a recipe, with no database.
 * @throws Refusal naming file, line and rule
 */
const run = (options: ScoreOptions): { recipe: Recipe; result: Result; hasYears: boolean } => {
  const recipe = withSettings(readRecipe(options.recipe), options);
  const { observations, hasYears } = readData(options.data, { year: options.year });
  const hierarchy = readUnits(options.units);
  const scored = score({
    recipe,
    observations,
    hierarchy,
    nutsVersion: options.nutsVersion,
    ...(options.year === undefined ? {} : { years: [options.year] }),
  });
  return { recipe, result: resultOf(scored, computeRanges(scored)), hasYears };
};

export const scoreFiles = (options: ScoreOptions): ScoresDocument => {
  const { recipe, result, hasYears } = run(options);
  return scoresDocument(recipe, result, { hasYears });
};

/** `explain`: where the score of one unit comes from, in every year scored. */
export const explainCommand = (
  options: ScoreOptions & { territory: string },
  print: (text: string) => void,
): void => {
  const { recipe, result } = run(options);
  const found = result.units.filter(({ unit }) => unit === options.territory);
  if (found.length === 0)
    throw new Refusal([`--territory: no unit "${options.territory}" is scored`]);
  print(found.map((unit) => explainUnit(recipe, result, unit)).join('\n\n'));
};

/** `score`: writes `--out` as JSON or CSV by its ending, else prints a table. */
export const scoreCommand = (options: ScoreOptions, print: (text: string) => void): void => {
  const { out } = options;
  if (out !== undefined && !/\.(json|csv)$/.test(out)) {
    throw new Refusal([`--out: must end in .json or .csv, not "${out}"`]);
  }
  const document = scoreFiles(options);
  if (out === undefined) print(scoresTable(document));
  else if (out.endsWith('.csv')) writeFileSync(out, scoresCsv(document));
  else writeFileSync(out, `${JSON.stringify(document, null, 2)}\n`);
};
