import { parseArgs } from 'node:util';
import { NUTS_VERSIONS, nutsVersionOf } from '../core/nuts';
import { explainEdition } from './explain-edition';
import { type Boot, importCommand } from './import-command';
import { Refusal } from './refusal';
import { explainCommand, type ScoreOptions, scoreCommand } from './score-command';

const USAGE = `Usage: npm run dynamics -- score --recipe R.json --data D.csv [--units U.csv]
         [--year Y] [--nuts V] [--out O.json|O.csv] [--uncertainty N] [--seed S]
       npm run dynamics -- explain --territory CODE [--index CODE] [--year Y]
         [--edition REFERENCE]
       npm run dynamics -- explain --territory CODE --recipe R.json --data D.csv [...]
       npm run dynamics -- import FILE [--indicator CODE] [--where dimension=value ...]
         [--vintage V] [--report R.csv] [--dry-run]

  --territory    the unit whose score is explained: of the database's latest published
                 edition, or of a recipe and data
  --index        the index, where the database has several
  --edition      a published edition, as it is cited, instead of the latest
  --recipe       the recipe, see recipe.schema.json of the plugin
  --data         figures: unit,year,indicator,value[,flag], or a row per unit
  --units        unit[,parent][,group]; without it NUTS codes carry their parents
  --nuts         the version of NUTS (1999 to 2021) whose codes the units are to have; without
                 it codes of one territory stand under the latest that occurs
  --year         the year to score, or the year of data that name none
  --uncertainty  replications, instead of the recipe's
  --seed         of the replications, instead of the recipe's

  FILE           .csv (long, wide, or Eurostat's SDMX-CSV), .tsv (Eurostat's), .xlsx, .json (JSON-stat 2.0)
  --indicator    what the figures are of, where the file does not name one of our indicators
  --where        the one value of a dimension that is wanted, such as unit=PC_IND
  --vintage      of the vintages of a figure the greatest counts; default "undated"
  --report       what became of every line, as CSV
  --dry-run      says what is wrong and writes nothing`;

const whole = (name: string, text: string | undefined, min: number): number | undefined => {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (Number.isInteger(value) && value >= min && value <= 0x7fffffff) return value;
  throw new Refusal([`--${name}: must be a whole number from ${min}, not "${text}"`]);
};

type Parsed = {
  command: 'score' | 'explain';
  territory: string | undefined;
  options: ScoreOptions;
};

const TEXT = { type: 'string' } as const;

/** What `explain` of the database takes. */
const DATABASE_OPTIONS = { territory: TEXT, index: TEXT, year: TEXT, edition: TEXT };

/** `explain` of the database: neither a recipe nor data are given. */
const parseExplain = (args: string[]): Parameters<typeof explainEdition>[0] | null => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    strict: false,
    options: { ...DATABASE_OPTIONS, recipe: TEXT, data: TEXT },
  });
  const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);
  if (positionals[0] !== 'explain' || 'recipe' in values || 'data' in values) return null;
  const territory = textOf(values.territory);
  if (territory === undefined) throw new Refusal(['--territory is missing', USAGE]);
  const other = Object.keys(values).find((name) => !Object.hasOwn(DATABASE_OPTIONS, name));
  if (other !== undefined) throw new Refusal([`--${other} asks for --recipe and --data`]);
  return {
    territory,
    index: textOf(values.index),
    year: whole('year', textOf(values.year), 0),
    edition: textOf(values.edition),
  };
};

const parse = (args: string[]): Parsed => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      recipe: TEXT,
      data: TEXT,
      units: TEXT,
      out: TEXT,
      uncertainty: TEXT,
      seed: TEXT,
      year: TEXT,
      nuts: TEXT,
      territory: TEXT,
    },
  });
  const [command] = positionals;
  if (command !== 'score' && command !== 'explain') {
    throw new Refusal([`There is no command "${command ?? ''}"`, USAGE]);
  }
  const { recipe, data, units, out } = values;
  const nutsVersion = nutsVersionOf(values.nuts);
  if (values.nuts !== undefined && nutsVersion === null) {
    throw new Refusal([`--nuts: must be one of ${NUTS_VERSIONS.join(', ')}, not "${values.nuts}"`]);
  }
  if (recipe === undefined || data === undefined) {
    throw new Refusal([`--${recipe === undefined ? 'recipe' : 'data'} is missing`, USAGE]);
  }
  return {
    command,
    territory: values.territory,
    options: {
      recipe,
      data,
      units,
      out,
      uncertainty: whole('uncertainty', values.uncertainty, 1),
      seed: whole('seed', values.seed, 0),
      year: whole('year', values.year, 0),
      nutsVersion,
    },
  };
};

const parseImport = (args: string[], resolve: (file: string) => string) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      indicator: TEXT,
      where: { type: 'string', multiple: true, default: [] },
      vintage: TEXT,
      report: TEXT,
      'dry-run': { type: 'boolean', default: false },
    },
  });
  const [, file, surplus] = positionals;
  if (surplus !== undefined) throw new Refusal([`One file at a time: "${surplus}" is another`]);
  const { indicator, where, vintage, report } = values;
  return {
    file: file === undefined ? undefined : resolve(file),
    indicator,
    where,
    vintage,
    report: report === undefined ? undefined : resolve(report),
    dryRun: values['dry-run'],
  };
};

const isParseError = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');

const noDatabase: Boot = () => Promise.reject(new Refusal(['There is no database here']));

/** The command line; the exit code. Input that is refused is said on stderr, by sentence. */
export const main = async (
  args: string[],
  {
    boot = noDatabase,
    resolve = (file) => file,
  }: { boot?: Boot; resolve?: (file: string) => string } = {},
): Promise<number> => {
  try {
    if (args.length === 0 || args.includes('--help')) {
      process.stdout.write(`${USAGE}\n`);
      return args.length === 0 ? 1 : 0;
    }
    const print = (text: string) => process.stdout.write(`${text}\n`);
    if (args[0] === 'import') {
      await importCommand(parseImport(args, resolve), { boot, print });
      return 0;
    }
    const explained = parseExplain(args);
    if (explained) {
      await explainEdition(explained, { boot, print });
      return 0;
    }
    const { command, territory, options } = parse(args);
    if (command === 'score') await scoreCommand(options, print);
    else if (territory === undefined) throw new Refusal(['--territory is missing', USAGE]);
    else await explainCommand({ ...options, territory }, print);
    return 0;
  } catch (error) {
    if (!(error instanceof Refusal) && !isParseError(error)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
};
