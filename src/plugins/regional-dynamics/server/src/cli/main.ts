import { parseArgs } from 'node:util';
import { Refusal } from './refusal';
import { type ScoreOptions, scoreCommand } from './score-command';

const USAGE = `Usage: npm run dynamics -- score --recipe R.json --data D.csv [--units U.csv]
         [--year Y] [--out O.json|O.csv] [--uncertainty N] [--seed S]

  --recipe       the recipe, see recipe.schema.json of the plugin
  --data         figures: unit,year,indicator,value[,flag], or a row per unit
  --units        unit[,parent][,group]; without it NUTS codes carry their parents
  --year         the year to score, or the year of data that name none
  --uncertainty  replications, instead of the recipe's
  --seed         of the replications, instead of the recipe's`;

const whole = (name: string, text: string | undefined, min: number): number | undefined => {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (Number.isInteger(value) && value >= min && value <= 0x7fffffff) return value;
  throw new Refusal([`--${name}: must be a whole number from ${min}, not "${text}"`]);
};

const parse = (args: string[]): { command: string | undefined; options: ScoreOptions } => {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      recipe: text,
      data: text,
      units: text,
      out: text,
      uncertainty: text,
      seed: text,
      year: text,
    },
  });
  const { recipe, data, units, out } = values;
  if (recipe === undefined || data === undefined) {
    throw new Refusal([`--${recipe === undefined ? 'recipe' : 'data'} is missing`, USAGE]);
  }
  return {
    command: positionals[0],
    options: {
      recipe,
      data,
      units,
      out,
      uncertainty: whole('uncertainty', values.uncertainty, 1),
      seed: whole('seed', values.seed, 0),
      year: whole('year', values.year, 0),
    },
  };
};

const isParseError = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');

/** The command line; returns the exit code. Input that is refused is said on stderr, by sentence. */
export const main = (args: string[]): number => {
  try {
    if (args.length === 0 || args.includes('--help')) {
      process.stdout.write(`${USAGE}\n`);
      return args.length === 0 ? 1 : 0;
    }
    const { command, options } = parse(args);
    if (command !== 'score') throw new Refusal([`There is no command "${command ?? ''}"`, USAGE]);
    scoreCommand(options, (text) => process.stdout.write(`${text}\n`));
    return 0;
  } catch (error) {
    if (!(error instanceof Refusal) && !isParseError(error)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
};
