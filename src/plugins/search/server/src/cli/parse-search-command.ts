import { parseArgs } from 'node:util';

const COMMANDS = ['status', 'rebuild', 'check', 'repair', 'retry'] as const;

export type SearchCommand = {
  name: (typeof COMMANDS)[number];
  /** Indexes to rebuild; empty means all. */
  locales: string[];
  isJson: boolean;
};

const HELP = `Usage: npm run search -- <command> [--locale <code>] [--json]

Commands
  status    queue, dead letters, engine, and documents of each index
  rebuild   builds new indexes beside the live ones and exchanges them when they are complete;
            --locale builds one language alone (repeat it for several)
  check     compares database and indexes by content and reports what differs; writes nothing
  repair    compares, sends what is missing or stale, deletes what should not be there
  retry     tries again what the engine refused (dead letters)

Options
  --json    answers with one line of JSON
  --help    this text

It works whether the server runs or not, and edits may go on.
Exit code: 0 all is well; 1 it failed, or something is left that is not well (documents differ, dead
letters, engine out of reach); 2 the command is wrong; 3 another process is at it; 130 you ended it.`;

/**
 * Reads the arguments of `npm run search`.
 * @returns the command, the help text, or the sentence that says what is wrong
 */
export const parseSearchCommand = (
  args: readonly string[],
):
  | { state: 'command'; command: SearchCommand }
  | { state: 'help'; text: string }
  | { state: 'wrong'; problem: string } => {
  const wrong = (problem: string) =>
    ({ state: 'wrong', problem: `${problem} \`npm run search -- --help\` tells more.` }) as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        locale: { type: 'string', multiple: true, default: [] },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const [given, ...others] = positionals;
    if (values.help || given === 'help') return { state: 'help', text: HELP };
    const known = `Commands are ${COMMANDS.join(', ')}.`;
    if (given === undefined) return wrong(`No command is given. ${known}`);
    const name = COMMANDS.find((command) => command === given);
    if (!name) return wrong(`There is no command "${given}". ${known}`);
    if (others.length > 0) return wrong(`"${others.join(' ')}" is too much after ${name}.`);
    if (values.locale.length > 0 && name !== 'rebuild') {
      return wrong(`--locale is for rebuild alone, not for ${name}.`);
    }
    return {
      state: 'command',
      command: { name, locales: values.locale, isJson: values.json },
    };
  } catch (error) {
    return wrong(`${error instanceof Error ? error.message.split('. ')[0] : error}.`);
  }
};
