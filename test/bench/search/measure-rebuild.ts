import { measurePair, type PairTimes } from '../measure-pair';
import type { Engine } from './engine';
import type { Host } from './start-host';

export type RebuildTimes = PairTimes & { documents: number };

const ROUNDS = 3;
const PAGE = 1_000;
/** Characters of one request: few and large, well below the engine's limit of 100 MB. */
const BATCH_SIZE = 8_000_000;
const RAW = 'raw_';

type Ready = { index: string; settings: string; batches: Buffer[]; documents: number };

/** Everything that an index holds, as NDJSON in batches, and its settings. */
const readIndex = async (engine: Engine, index: string): Promise<Ready> => {
  const settings = await engine.read<object>(`/indexes/${index}/settings`);
  const batches: Buffer[] = [];
  let lines: string[] = [];
  let size = 0;
  let documents = 0;
  const cut = () => {
    if (lines.length > 0) batches.push(Buffer.from(lines.join('\n')));
    lines = [];
    size = 0;
  };
  for (let offset = 0; ; offset += PAGE) {
    const { results, total } = await engine.read<{ results: object[]; total: number }>(
      `/indexes/${index}/documents?limit=${PAGE}&offset=${offset}`,
    );
    for (const document of results) {
      const line = JSON.stringify(document);
      lines.push(line);
      size += line.length;
      documents += 1;
      if (size >= BATCH_SIZE) cut();
    }
    if (offset + PAGE >= total) break;
  }
  cut();
  return { index, settings: JSON.stringify(settings), batches, documents };
};

/** Makes fresh indexes with the settings, pushes what is ready and waits until the tasks have succeeded. */
const pushRaw = async (engine: Engine, ready: readonly Ready[]): Promise<void> => {
  const tasks: number[] = [];
  for (const { index, settings } of ready) {
    const body = JSON.stringify({ uid: RAW + index, primaryKey: 'id' });
    tasks.push(await engine.send('POST', '/indexes', body));
    tasks.push(await engine.send('PATCH', `/indexes/${RAW}${index}/settings`, settings));
  }
  await engine.settle(tasks);
  const pushed: number[] = [];
  for (const { index, batches } of ready) {
    for (const batch of batches) {
      const path = `/indexes/${RAW}${index}/documents?primaryKey=id`;
      pushed.push(await engine.send('POST', path, batch, 'application/x-ndjson'));
    }
  }
  await engine.settle(pushed);
};

/** Deletes what was pushed raw, where there is any. */
const dropRaw = async (engine: Engine): Promise<void> => {
  const { results } = await engine.read<{ results: { uid: string }[] }>('/indexes?limit=100');
  const tasks: number[] = [];
  for (const index of results.map(({ uid }) => uid).filter((uid) => uid.startsWith(RAW))) {
    tasks.push(await engine.send('DELETE', `/indexes/${index}`));
  }
  await engine.settle(tasks);
};

/**
 * A rebuild, from reading the database to the last old index deleted, against pushing the documents that
 * it makes, which lie ready as text, to fresh indexes with the same settings.
 */
export const measureRebuild = async ({
  host,
  engine,
  indexes,
}: {
  host: Host;
  engine: Engine;
  indexes: readonly string[];
}): Promise<RebuildTimes> => {
  await host.do('rebuild');
  const ready: Ready[] = [];
  for (const index of indexes) ready.push(await readIndex(engine, index));
  const times = await measurePair({
    ours: async () => {
      await host.do('rebuild');
    },
    other: () => pushRaw(engine, ready),
    between: async () => {
      await dropRaw(engine);
      await engine.rest();
    },
    rounds: ROUNDS,
    warmup: 0,
  });
  return { ...times, documents: ready.reduce((sum, { documents }) => sum + documents, 0) };
};
