import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Bench } from '../bench';
import { benchEnvironment } from '../environment';
import { measurePair } from '../measure-pair';
import { type Server, startServer } from './start-server';
import { writeBareApp } from './write-bare-app';

const SAMPLES = 500;
const ROUNDS = 200;
/** Until the code of both sides is compiled, so that it is a server at work that is measured, not one that starts. */
const WARMUP = 200;
/** What a list may take against the same on a Strapi without any of this. */
const MOST = 1.3;

const LIST =
  '/api/initiatives?locale=fr&sort=reference&pagination[pageSize]=25' +
  '&populate[themes][fields]=name&populate[owner][fields]=name' +
  '&populate[territories][fields]=name,nutsCode';

type Answer = { data: { documentId: string }[] | { documentId: string } };

const get = async ({ url }: Server, request: string): Promise<string> => {
  const response = await fetch(`${url}${request}`);
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${request}: ${response.status} ${text}`);
  return text;
};

const documentsOf = (text: string): string[] =>
  [(JSON.parse(text) as Answer).data].flat().map(({ documentId }) => documentId);

/** Both sides answer the same entries, or the comparison says nothing. */
const compareAnswers = async (sides: Server[], request: string): Promise<string[]> => {
  const [ours = '', other = ''] = await Promise.all(sides.map((side) => get(side, request)));
  const documents = documentsOf(ours);
  if (documents.length === 0 || documents.join() !== documentsOf(other).join()) {
    throw new Error(`The two sides answer ${request} with different entries.`);
  }
  return documents;
};

/**
 * The content API against the same requests to a bare Strapi: the same content types, fields and
 * populate, on a copy of the same database file.
 */
export const benchRest: Bench = async ({ root, say }) => {
  const directory = mkdtempSync(path.join(tmpdir(), 'oten-bench-'));
  const database = (name: string) => path.join(directory, `${name}.db`);
  const env = {
    ...benchEnvironment(directory),
    // Nobody listens there: reads of the content API do not ask the search engine.
    MEILI_HOST: 'http://127.0.0.1:9',
  };
  const servers: Server[] = [];
  try {
    say(`Loading the seeds and ${SAMPLES} generated initiatives in five locales…`);
    execFileSync(process.execPath, ['scripts/seed.js', '--sample', String(SAMPLES)], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'ignore'],
      env: { ...process.env, ...env, DATABASE_FILENAME: database('ours') },
    });
    for (const end of ['', '-wal']) {
      if (existsSync(`${database('ours')}${end}`)) {
        copyFileSync(`${database('ours')}${end}`, `${database('bare')}${end}`);
      }
    }
    const bareApp = path.join(directory, 'bare');
    writeBareApp({ root, directory: bareApp });

    say('Starting both servers…');
    const ours = await startServer({
      appDir: root,
      distDir: path.join(root, 'dist'),
      env: { ...env, DATABASE_FILENAME: database('ours') },
    });
    servers.push(ours);
    const bare = await startServer({
      appDir: bareApp,
      env: { ...env, DATABASE_FILENAME: database('bare') },
    });
    servers.push(bare);

    const [first = ''] = await compareAnswers(servers, LIST);
    const requests = [
      { name: '25 initiatives with themes, owner and territories', request: LIST },
      { name: 'one initiative, all fields', request: `/api/initiatives/${first}?locale=fr` },
      { name: '25 territories', request: '/api/territories?sort=reference' },
    ];
    const results = [];
    for (const { name, request } of requests) {
      await compareAnswers(servers, request);
      say(`Measuring ${name}…`);
      const work = (side: Server) => async () => {
        await get(side, request);
      };
      const times = await measurePair({
        ours: work(ours),
        other: work(bare),
        rounds: ROUNDS,
        warmup: WARMUP,
      });
      results.push({ name, ...times });
    }
    const listOverhead = results[0]?.ratio ?? Number.NaN;
    return {
      figures: { listOverhead: Number(listOverhead.toFixed(3)) },
      table: {
        title: `REST on SQLite, medians of ${ROUNDS}: ours against a bare Strapi (the list: at most ${MOST})`,
        head: ['request', 'ours', 'bare', 'ratio'],
        rows: results.map(({ name, ours: a, other: b, ratio }) => [
          name,
          `${a.toFixed(1)} ms`,
          `${b.toFixed(1)} ms`,
          ratio.toFixed(2),
        ]),
      },
    };
  } finally {
    for (const server of servers) await server.stop();
    rmSync(directory, { recursive: true, force: true });
  }
};
