import type { Core } from '@strapi/strapi';
import type { JobProgress } from '../../../shared/contracts';
import { totalsOf } from '../core/tally-differences';
import { getService } from '../services/get-service';
import type { JobStart } from '../services/jobs';
import { describeCheck, describeRebuild, describeStatus } from './describe';
import type { SearchCommand } from './parse-search-command';

type Bar = { show: (progress: { done: number; total: number }) => void; end: () => void };

type Terminal = {
  strapi: Core.Strapi;
  signal: AbortSignal;
  print: (text: string) => void;
  warn: (text: string) => void;
  progressBar: (title: string) => Bar;
};

const OK = 0;
const NOT_WELL = 1;
const BUSY = 3;
const ENDED = 130;
const DRAIN_MS = 3_600_000;

const TITLES: Readonly<Record<JobProgress['phase'], string>> = {
  preparing: 'Preparing  ',
  reading: 'Reading    ',
  indexing: 'Indexing   ',
  'catching-up': 'Catching up',
  swapping: 'Exchanging ',
  comparing: 'Comparing  ',
  'looking-for-ghosts': 'Ghosts     ',
};

/** A bar for each phase, one after the other. */
const showPhases = (progressBar: Terminal['progressBar']) => {
  let phase: string | undefined;
  let bar: Bar | undefined;
  return {
    show: (progress: JobProgress) => {
      if (progress.phase !== phase) {
        bar?.end();
        bar = progressBar(TITLES[progress.phase]);
        phase = progress.phase;
      }
      bar?.show(progress);
    },
    end: () => bar?.end(),
  };
};

/** Runs long work on the terminal, and says why there is none or what became of it. */
const follow = async <Outcome>({
  terminal,
  command,
  begin,
  describe,
}: {
  terminal: Terminal;
  command: SearchCommand;
  begin: (options: {
    signal: AbortSignal;
    onProgress: (progress: JobProgress) => void;
  }) => Promise<JobStart<Outcome>>;
  describe: (outcome: Outcome) => { text: string; isWell: boolean };
}): Promise<number> => {
  const { print, warn, signal } = terminal;
  const answer = (data: unknown) => command.isJson && print(JSON.stringify(data));
  const phases = showPhases(terminal.progressBar);
  const started = await begin({ signal, onProgress: phases.show });
  if (started.state === 'busy') {
    const { startedAt, progress } = started.job;
    answer({ state: 'busy', job: started.job });
    warn(
      `Another ${command.name} is under way, since ${startedAt}${progress ? ` (${progress.phase}, ${progress.done} of ${progress.total})` : ''}. Wait for its end; if its process died, its lock ends within a minute.`,
    );
    return BUSY;
  }
  const result = await started.ended;
  phases.end();
  if (result.state === 'cancelled') {
    answer(result);
    warn(`The ${command.name} was ended before it was done; search is as it was.`);
    return ENDED;
  }
  if (result.state === 'failed') {
    answer(result);
    warn(`The ${command.name} failed: ${result.error}`);
    return NOT_WELL;
  }
  const { text, isWell } = describe(result.outcome);
  if (command.isJson) answer(result);
  else print(text);
  return isWell ? OK : NOT_WELL;
};

/** Delivers what waits, together with the server if there is one, and says what is left. */
const deliver = async ({ strapi, warn }: Terminal): Promise<number> => {
  const delivery = getService({ strapi, name: 'delivery' });
  delivery.start();
  const outcome = await delivery.drain({ timeoutMs: DRAIN_MS });
  await getService({ strapi, name: 'jobs' }).settled();
  if (outcome.state === 'timeout') {
    warn(`${outcome.waiting} entries still wait to be delivered; they stay in the queue.`);
    return NOT_WELL;
  }
  const { queue } = await getService({ strapi, name: 'status' }).get();
  if (queue.dead === 0) return OK;
  warn(`${queue.dead} entries are refused by the engine: \`status\` tells why.`);
  return NOT_WELL;
};

/**
 * Runs one command.
 * @returns the exit code
 */
export const runSearchCommand = async ({
  command,
  ...terminal
}: Terminal & { command: SearchCommand }): Promise<number> => {
  const { strapi, print, warn } = terminal;
  const reconciler = getService({ strapi, name: 'reconciler' });
  switch (command.name) {
    case 'status': {
      const status = await getService({ strapi, name: 'status' }).get();
      print(command.isJson ? JSON.stringify(status) : describeStatus(status));
      return status.engine.state === 'healthy' && status.queue.dead === 0 ? OK : NOT_WELL;
    }
    case 'rebuild': {
      const { locales } = await getService({ strapi, name: 'locales' }).get();
      const known = getService({ strapi, name: 'indexes' }).targetsOf(locales);
      const unknown = command.locales.filter((locale) => !known.includes(locale));
      if (unknown.length > 0) {
        warn(`There is no index for ${unknown.join(', ')}. There are ${known.join(', ')}.`);
        return 2;
      }
      const targets = command.locales.length > 0 ? command.locales : undefined;
      return follow({
        terminal,
        command,
        begin: (options) => getService({ strapi, name: 'rebuild' }).begin({ targets, ...options }),
        describe: (outcome) => ({
          text: describeRebuild(outcome),
          isWell: outcome.refusedCount === 0,
        }),
      });
    }
    case 'check':
      return follow({
        terminal,
        command,
        begin: reconciler.check,
        describe: (outcome) => ({
          text: describeCheck(outcome),
          isWell: Object.values(totalsOf(outcome)).every((count) => count === 0),
        }),
      });
    case 'repair': {
      const code = await follow({
        terminal,
        command,
        begin: reconciler.repair,
        describe: (outcome) => ({ text: describeCheck(outcome), isWell: true }),
      });
      return code === OK ? deliver(terminal) : code;
    }
    case 'retry': {
      const revived = await getService({ strapi, name: 'status' }).retry();
      const code = revived === 0 ? OK : await deliver(terminal);
      const { queue } = await getService({ strapi, name: 'status' }).get();
      print(
        command.isJson
          ? JSON.stringify({ revived, dead: queue.dead })
          : `${revived} dead letters were tried again, ${queue.dead} are dead.`,
      );
      return code;
    }
  }
};
