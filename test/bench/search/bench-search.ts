import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Bench } from '../bench';
import { benchEnvironment } from '../environment';
import { describe } from './describe';
import { startEngine } from './engine';
import { measureLag } from './measure-lag';
import { MEMORY_OPTIONS, measureMemory } from './measure-memory';
import { measureRebuild } from './measure-rebuild';
import { measureSave } from './measure-save';
import { measureSearch } from './measure-search';
import { type Host, startHost } from './start-host';
import { writeAppWithoutSearch } from './write-app-without-search';

/** Monographs, each published in five locales: 10,000 rows, and 50,000 for the memory of a rebuild. */
const MONOGRAPHS = 2_000;
const MANY = 10_000;
const PREFIX = 'oten';

/** The search plugin against the same without it, and against the engine by itself. */
export const benchSearch: Bench = async ({ root, say }) => {
  const directory = mkdtempSync(path.join(tmpdir(), 'oten-bench-'));
  const distDir = path.join(root, 'dist');
  const withoutDir = path.join(directory, 'dist-without');
  const databaseOf = (name: string) => path.join(directory, `${name}-database`);
  const base = benchEnvironment(directory);
  const stops: (() => Promise<void>)[] = [];
  const stopLast = async () => {
    await stops.pop()?.();
  };
  /** Says what was measured at once: all of it takes half an hour. */
  const told = <T>(times: T): T => {
    say(`  ${JSON.stringify(times)}`);
    return times;
  };
  try {
    say(`Loading the seeds and ${MONOGRAPHS} generated monographs in five locales…`);
    mkdirSync(databaseOf('ours'));
    execFileSync(process.execPath, ['scripts/seed.js', '--sample', String(MONOGRAPHS)], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'ignore'],
      env: {
        ...process.env,
        ...base,
        MEILI_HOST: 'http://127.0.0.1:9',
        DATABASE_FILENAME: path.join(databaseOf('ours'), 'oten.db'),
      },
    });
    for (const name of ['without', 'memory']) {
      cpSync(databaseOf('ours'), databaseOf(name), { recursive: true });
    }
    writeAppWithoutSearch({ distDir, directory: withoutDir });
    const engine = await startEngine({ root, directory, key: base.MEILI_MASTER_KEY ?? '' });
    stops.push(engine.stop);
    const start = async ({
      database,
      mode,
      dist = distDir,
      execArgv = [],
    }: {
      database: string;
      mode: 'serve' | 'load';
      dist?: string;
      execArgv?: string[];
    }): Promise<Host> => {
      const host = await startHost({
        appDir: root,
        distDir: dist,
        mode,
        execArgv,
        env: {
          ...base,
          DATABASE_FILENAME: path.join(databaseOf(database), 'oten.db'),
          MEILI_HOST: engine.host,
          MEILI_PREFIX: PREFIX,
          SEARCH_RATE_PER_MINUTE: '0',
          // As `npm run search` is: it does what it is told, and does not deliver.
          SEARCH_WORKER: String(mode === 'serve'),
        },
      });
      stops.push(host.stop);
      return host;
    };

    say('Building the indexes…');
    const command = await start({ database: 'ours', mode: 'load' });
    await command.do('rebuild');
    await stopLast();
    const { results } = await engine.read<{ results: { uid: string }[] }>('/indexes?limit=100');
    const indexes = results.map(({ uid }) => uid);

    say('Starting servers with the plugin and without…');
    const ours = await start({ database: 'ours', mode: 'serve' });
    await ours.do('drain');
    const without = await start({ database: 'without', mode: 'serve', dist: withoutDir });
    say('Saves, one every 250 ms, and a burst…');
    const saves = told(await measureSave({ ours, without }));
    await stopLast();
    say('Searches…');
    const searches = told(await measureSearch({ host: ours, engine }));
    say('From an edit to its being found…');
    const lag = told(
      await measureLag({ host: ours, engine, index: `${PREFIX}_fr`, every: indexes }),
    );
    say('Rebuilds, and the same documents pushed raw…');
    const rebuild = told(await measureRebuild({ host: ours, engine, indexes }));
    await stopLast();
    say('Memory of rebuilds…');
    const memory = await measureMemory({
      start: () => start({ database: 'memory', mode: 'load', execArgv: MEMORY_OPTIONS }),
      stop: stopLast,
      more: MANY,
    });
    return describe({ searches, lag, saves, rebuild, memory });
  } finally {
    while (stops.length > 0) await stopLast();
    rmSync(directory, { recursive: true, force: true });
  }
};
