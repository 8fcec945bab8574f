import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { createDemoFolder, type DemoFolder, endDemos, runDemo } from '../support/demo';
import { waitFor } from '../support/wait-for';

let folder: DemoFolder;

beforeAll(async () => {
  folder = await createDemoFolder(inject('loadedFolder'));
});

afterEach(() => endDemos());

const meilisearchPid = (): number =>
  JSON.parse(readFileSync(path.join(folder.directory, 'meilisearch.pid'), 'utf8')).pid;

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    // A killed child of ours stays as a zombie until it is reaped.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    // No such process.
    return false;
  }
};

const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').map(Number).filter(Boolean);

const everyChildHasEnded = (pids: number[]) => waitFor(() => pids.every((pid) => !isAlive(pid)));

describe('the demo ties two processes together', () => {
  test('SIGTERM ends both, and a second start takes seconds and says the same', async () => {
    const first = runDemo(folder);
    await first.ready();
    const children = childrenOf(first.process.pid ?? 0);
    expect(children).toHaveLength(2);
    first.process.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    await everyChildHasEnded(children);

    const begin = Date.now();
    const second = runDemo(folder);
    await second.ready();
    expect(Date.now() - begin).toBeLessThan(60_000);
    expect(second.output()).toMatch(/^\d+ unchanged(, \d+ rows)?$/m);
    second.process.kill('SIGINT');
    expect(await second.ended).toBe(0);
  });

  test.each(['Strapi', 'Meilisearch'])(
    'a crash of %s ends the other, with a sentence',
    async (name) => {
      const run = runDemo(folder);
      await run.ready();
      const engine = meilisearchPid();
      const children = childrenOf(run.process.pid ?? 0);
      const victim = name === 'Meilisearch' ? engine : children.find((pid) => pid !== engine);
      process.kill(victim ?? 0, 'SIGKILL');
      expect(await run.ended).toBe(1);
      expect(run.output()).toContain(`${name} ended unexpectedly`);
      await everyChildHasEnded(children);
    },
  );

  test('after a crash of the supervisor Strapi ends itself, and the stale Meilisearch is ended by the next start', async () => {
    const crashed = runDemo(folder);
    await crashed.ready();
    const stale = meilisearchPid();
    const strapi = childrenOf(crashed.process.pid ?? 0).filter((pid) => pid !== stale);
    crashed.process.kill('SIGKILL');
    await everyChildHasEnded(strapi);
    expect(isAlive(stale)).toBe(true);

    const next = runDemo(folder);
    await next.ready();
    expect(isAlive(stale)).toBe(false);
    next.process.kill('SIGTERM');
    expect(await next.ended).toBe(0);
  });

  test('a process that only took over a stale number is left alone', async () => {
    const pidFile = path.join(folder.directory, 'meilisearch.pid');
    writeFileSync(
      pidFile,
      JSON.stringify({ pid: process.pid, dbPath: path.join(folder.directory, 'meilisearch') }),
    );
    const run = runDemo(folder);
    await run.ready();
    run.process.kill('SIGTERM');
    expect(await run.ended).toBe(0);
    expect(existsSync(pidFile)).toBe(false);
  });
});

describe('what cannot work is told in one sentence', () => {
  const refusalOf = async (env: Record<string, string>) => {
    const run = runDemo(folder, { env });
    expect(await run.ended).toBe(1);
    return run.output().trim().split('\n').at(-1);
  };

  test.each(['PORT', 'MEILI_PORT'])('a taken %s', async (name) => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? String(address.port) : '';
    expect(await refusalOf({ [name]: port })).toMatch(
      new RegExp(`^Port ${port} is taken by another program: .*${name}\\.$`),
    );
    server.close();
  });

  test('a port that is none', async () => {
    expect(await refusalOf({ PORT: 'abc' })).toBe(
      'PORT is "abc": give a port between 1 and 65535.',
    );
  });

  test('a missing binary', async () => {
    expect(await refusalOf({ MEILI_BIN: '/nowhere/meilisearch' })).toMatch(
      /^MEILI_BIN names \/nowhere/,
    );
  });

  test('a data folder that is not one', async () => {
    const file = path.join(folder.directory, 'secrets.json');
    expect(await refusalOf({ DATA_DIR: file })).toMatch(
      /^The data folder .* cannot be read and written/,
    );
  });

  test('secrets that are broken', async () => {
    const broken = await createDemoFolder();
    writeFileSync(path.join(broken.directory, 'secrets.json'), '{');
    expect(await refusalOf({ DATA_DIR: broken.directory })).toMatch(
      /^The demo's secrets in .* cannot be read/,
    );
    broken.remove();
  });
});
