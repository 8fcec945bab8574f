import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from './compile';
import { freePort } from './free-port';
import { waitFor } from './wait-for';

export type DemoFolder = {
  directory: string;
  port: number;
  meilisearchPort: number;
  remove: () => void;
};

export type DemoRun = {
  process: ChildProcess;
  url: string;
  /** Everything it has printed so far, both streams. */
  output: () => string;
  /** Resolves with the exit code, or the signal's name. */
  ended: Promise<number | string>;
  /** Resolves when it has printed its addresses; fails with its output when it ends first. */
  ready: () => Promise<void>;
};

/** A data folder (a new one, or the one given) and two free ports for demos that run one after another. */
export const createDemoFolder = async (
  directory = mkdtempSync(path.join(tmpdir(), 'oten-demo-')),
): Promise<DemoFolder> => {
  return {
    directory,
    port: await freePort(),
    meilisearchPort: await freePort(),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
};

const running = new Set<ChildProcess>();

/** Ends what a failed test has left running, so that the next one finds its ports free. */
export const endDemos = async (): Promise<void> => {
  for (const child of running) {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  }
};

/** Runs the real command `npm run demo` stands for. */
export const runDemo = (
  folder: DemoFolder,
  { args = [], env = {} }: { args?: string[]; env?: Record<string, string> } = {},
): DemoRun => {
  const child = spawn(process.execPath, ['scripts/demo.js', ...args], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      DATA_DIR: folder.directory,
      PORT: String(folder.port),
      MEILI_PORT: String(folder.meilisearchPort),
      ...env,
    },
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
  }
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string);
  return {
    process: child,
    url: `http://127.0.0.1:${folder.port}`,
    output: () => text,
    ended,
    ready: async () => {
      await waitFor(
        () => {
          if (child.exitCode !== null) throw new Error(`The demo ended early:\n${text}`);
          return text.includes('The observatory is running.');
        },
        { timeoutMs: 240_000 },
      ).catch((error) => {
        throw new Error(`${error.message}\n${text}`);
      });
    },
  };
};

export const secretsOf = (
  folder: DemoFolder,
): { editorPassword: string; adminPassword: string; meilisearchKey: string } =>
  JSON.parse(readFileSync(path.join(folder.directory, 'secrets.json'), 'utf8'));
