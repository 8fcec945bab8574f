import { closeSync, openSync, writeFileSync } from 'node:fs';
import { observationsOf } from '../core/figures';
import type { NutsVersion } from '../core/nuts';
import { computeRanges } from '../core/ranges';
import { figureCodes, type Recipe } from '../core/recipe';
import { resultHead, unitResults } from '../core/result';
import { score } from '../core/score';
import { explainUnit } from './explain-unit';
import { scoresCsv, scoresJson, scoresTable } from './format-scores';
import { readData } from './read-data';
import { readRecipe } from './read-recipe';
import { readUnits } from './read-units';
import { Refusal } from './refusal';
import {
  type FileScores,
  type ScoresDocument,
  scoresDocument,
  scoresParts,
} from './scores-document';

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
const run = async (options: ScoreOptions): Promise<FileScores> => {
  const recipe = withSettings(readRecipe(options.recipe), options);
  const { figures, hasYears } = await readData(options.data, {
    year: options.year,
    codes: figureCodes(recipe),
  });
  const scored = score({
    recipe,
    observations: observationsOf(figures),
    hierarchy: await readUnits(options.units),
    nutsVersion: options.nutsVersion,
    ...(options.year === undefined ? {} : { years: [options.year] }),
  });
  return { scored, ranges: computeRanges(scored), hasYears };
};

export const scoreFiles = async (options: ScoreOptions): Promise<ScoresDocument> =>
  scoresDocument(await run(options));

/** `explain`: where the score of one unit comes from, in every year scored. */
export const explainCommand = async (
  options: ScoreOptions & { territory: string },
  print: (text: string) => void,
): Promise<void> => {
  const { scored, ranges } = await run(options);
  const head = resultHead(scored, ranges);
  const rows = [...scored.table.rows.keys()].filter(
    (row) => scored.table.rows[row]?.unit === options.territory,
  );
  if (rows.length === 0)
    throw new Refusal([`--territory: no unit "${options.territory}" is scored`]);
  const found = [...unitResults(scored, ranges, rows)];
  print(found.map((unit) => explainUnit(scored.recipe, head, unit)).join('\n\n'));
};

/** Characters that are written at once. */
const PIECE = 1 << 20;

/** Writes a text piece by piece: a panel's whole text may be longer than a string can be. */
const writePieces = (file: string, pieces: Iterable<string>): void => {
  const handle = openSync(file, 'w');
  try {
    let waiting = '';
    for (const piece of pieces) {
      waiting += piece;
      if (waiting.length < PIECE) continue;
      writeFileSync(handle, waiting);
      waiting = '';
    }
    writeFileSync(handle, waiting);
  } finally {
    closeSync(handle);
  }
};

/** `score`: writes `--out` as JSON or CSV by its ending, else prints a table. */
export const scoreCommand = async (
  options: ScoreOptions,
  print: (text: string) => void,
): Promise<void> => {
  const { out } = options;
  if (out !== undefined && !/\.(json|csv)$/.test(out)) {
    throw new Refusal([`--out: must end in .json or .csv, not "${out}"`]);
  }
  const scores = await run(options);
  if (out === undefined) print(scoresTable(scoresDocument(scores)));
  else {
    const parts = scoresParts(scores);
    writePieces(out, out.endsWith('.csv') ? scoresCsv(parts) : scoresJson(parts));
  }
};
