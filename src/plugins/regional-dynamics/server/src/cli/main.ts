import { parseArgs } from 'node:util';
import { Refusal } from './refusal';
import { explainCommand, type ScoreOptions, scoreCommand } from './score-command';

const USAGE = `Usage: npm run dynamics -- score --recipe R.json --data D.csv [--units U.csv]
         [--year Y] [--out O.json|O.csv] [--uncertainty N] [--seed S]
       npm run dynamics -- explain --territory CODE --recipe R.json --data D.csv [...]

  --territory    the unit whose score is explained
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

type Parsed = {
  command: string | undefined;
  territory: string | undefined;
  options: ScoreOptions;
};

const parse = (args: string[]): Parsed => {
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
      territory: text,
    },
  });
  const { recipe, data, units, out } = values;
  if (recipe === undefined || data === undefined) {
    throw new Refusal([`--${recipe === undefined ? 'recipe' : 'data'} is missing`, USAGE]);
  }
  return {
    command: positionals[0],
    territory: values.territory,
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
    const { command, territory, options } = parse(args);
    const print = (text: string) => process.stdout.write(`${text}\n`);
    if (command === 'score') scoreCommand(options, print);
    else if (command !== 'explain')
      throw new Refusal([`There is no command "${command ?? ''}"`, USAGE]);
    else if (territory === undefined) throw new Refusal(['--territory is missing', USAGE]);
    else explainCommand({ ...options, territory }, print);
    return 0;
  } catch (error) {
    if (!(error instanceof Refusal) && !isParseError(error)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
};
