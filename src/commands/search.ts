import path from 'node:path';
import { parseSearchCommand } from '../plugins/search/server/src/cli/parse-search-command';
import { runSearchCommand } from '../plugins/search/server/src/cli/run-search-command';
import { loadStrapi } from '../seed/load-strapi';
import { createProgressBar } from '../seed/progress-bar';

/** `npm run search`: whether the server runs or not, which only this process then does without. */
const main = async (): Promise<number> => {
  const parsed = parseSearchCommand(process.argv.slice(2));
  if (parsed.state === 'help') {
    console.log(parsed.text);
    return 0;
  }
  if (parsed.state === 'wrong') {
    console.error(parsed.problem);
    return 2;
  }
  const ended = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ended.abort());
  // Neither a comparison at start nor cron: this process does what it is told and ends.
  process.env.SEARCH_WORKER = 'false';
  process.env.LOG_LEVEL ??= 'warn';
  // Standard output is the command's alone: what Strapi logs goes beside it.
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = process.stderr.write.bind(process.stderr);
  const strapi = await loadStrapi(path.resolve(__dirname, '../../..'));
  try {
    return await runSearchCommand({
      strapi,
      command: parsed.command,
      signal: ended.signal,
      print: (text) => {
        write(`${text}\n`);
      },
      warn: (text) => console.error(text),
      progressBar: (title) => createProgressBar({ title, stream: process.stderr }),
    });
  } finally {
    await strapi.destroy();
  }
};

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
