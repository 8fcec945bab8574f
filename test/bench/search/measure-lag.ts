import { setTimeout as pause } from 'node:timers/promises';
import { zip } from 'lodash';
import { searchId } from '../../../src/plugins/search/server/src/core/search-id';
import { median } from '../measure-pair';
import type { Engine } from './engine';
import type { Host } from './start-host';

/** Medians in milliseconds: of the edited locale's index, of the engine's own task, of all indexes. */
export type LagTimes = { ours: number; task: number; all: number };

const ROUNDS = 40;
const WARMUP = 5;
/** Seldom and little: asking takes processor time from what is measured. */
const POLL_MS = 5;

type Shown = { title: string; stage: string };

/** One document for us and one for the engine alone, for each round. */
const pairsOf = (documentIds: readonly string[], rounds: number): [string, string][] =>
  zip(documentIds.slice(0, rounds), documentIds.slice(rounds)).map(([ours, raw]) => {
    if (!ours || !raw) throw new Error(`${2 * rounds} monographs are needed to measure the lag.`);
    return [ours, raw];
  });

const now = () => performance.timeOrigin + performance.now();

/**
 * Waits until an index serves what was written: from then on every search in it does. Answers when, Unix
 * milliseconds. Read by its id, and not by a search, which would keep the engine busy.
 */
const servedAt = async (
  isNew: (shown: Shown) => boolean,
  read: () => Promise<Shown>,
): Promise<number> => {
  for (;;) {
    if (isNew(await read())) return now();
    await pause(POLL_MS);
  }
};

/**
 * From the commit of an edit until that language's index has it, against the same from sending a document
 * with the same change to the same index without us; in turns, each when all is at rest, and each on
 * documents that nobody has touched. The change is one that concerns the documents of all indexes: a title,
 * and a value that facets count.
 * @param index that of the edited locale, French
 * @param every all indexes, that one among them
 */
export const measureLag = async ({
  host,
  engine,
  index,
  every,
}: {
  host: Host;
  engine: Engine;
  index: string;
  every: readonly string[];
}): Promise<LagTimes> => {
  const rounds = ROUNDS + WARMUP;
  const documentIds = await host.do('monographs', { limit: 2 * rounds });
  const times = { ours: [] as number[], task: [] as number[], all: [] as number[] };
  const idOf = (documentId: string) => searchId({ type: 'initiative', documentId });
  const read = (from: string, documentId: string) =>
    engine.read<Shown>(`/indexes/${from}/documents/${idOf(documentId)}?fields=title,stage`);
  const changeOf = async (documentId: string, round: number): Promise<Shown> => ({
    title: `Guichet de quartier ${round} ${Date.now()}`,
    stage: (await read(index, documentId)).stage === 'pilot' ? 'deployed' : 'pilot',
  });
  for (const [round, [ours, raw]] of pairsOf(documentIds, rounds).entries()) {
    const isCounted = round >= WARMUP;
    const edit = async () => {
      const change = await changeOf(ours, round);
      const { committedAt } = await host.do('save', { documentId: ours, data: change });
      const first = await servedAt(
        ({ title }) => title === change.title,
        () => read(index, ours),
      );
      let last = first;
      for (const one of every) {
        const at = await servedAt(
          ({ stage }) => stage === change.stage,
          () => read(one, ours),
        );
        last = Math.max(last, at);
      }
      await host.do('drain');
      if (!isCounted) return;
      times.ours.push(first - committedAt);
      times.all.push(last - committedAt);
    };
    const send = async () => {
      const change = await changeOf(raw, round);
      const whole = await engine.read<object>(`/indexes/${index}/documents/${idOf(raw)}`);
      const body = JSON.stringify([{ ...whole, ...change }]);
      const sentAt = now();
      await engine.send('POST', `/indexes/${index}/documents?primaryKey=id`, body);
      const at = await servedAt(
        ({ title }) => title === change.title,
        () => read(index, raw),
      );
      if (isCounted) times.task.push(at - sentAt);
    };
    for (const work of round % 2 === 0 ? [edit, send] : [send, edit]) {
      await work();
      await engine.rest();
    }
  }
  return { ours: median(times.ours), task: median(times.task), all: median(times.all) };
};
