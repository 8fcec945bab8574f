import { setTimeout as pause } from 'node:timers/promises';
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
 * From the commit of an edit until that language's index has it, against the same from sending the same
 * document to the same index without us; in turns, each when all is at rest. The edit is one that changes
 * the documents of all indexes.
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
  const documentIds = await host.do('monographs', { limit: ROUNDS + WARMUP });
  const times = { ours: [] as number[], task: [] as number[], all: [] as number[] };
  for (const [round, documentId] of documentIds.entries()) {
    const isCounted = round >= WARMUP;
    const id = `e_initiative_${documentId}`;
    const read = (from: string) =>
      engine.read<Shown>(`/indexes/${from}/documents/${id}?fields=title,stage`);
    const readWhole = () => engine.read<Shown>(`/indexes/${index}/documents/${id}`);
    const edit = async () => {
      const stage = (await read(index)).stage === 'pilot' ? 'deployed' : 'pilot';
      const title = `Guichet de quartier ${round} ${Date.now()}`;
      const { committedAt } = await host.do('save', { documentId, data: { title, stage } });
      const first = await servedAt(
        (shown) => shown.title === title,
        () => read(index),
      );
      let last = first;
      for (const one of every) {
        const at = await servedAt(
          (shown) => shown.stage === stage,
          () => read(one),
        );
        last = Math.max(last, at);
      }
      await host.do('drain');
      if (!isCounted) return;
      times.ours.push(first - committedAt);
      times.all.push(last - committedAt);
    };
    const send = async () => {
      const title = `Guichet de quartier ${round} ${Date.now()}`;
      const body = JSON.stringify([{ ...(await readWhole()), title }]);
      const sentAt = now();
      await engine.send('POST', `/indexes/${index}/documents?primaryKey=id`, body);
      const at = await servedAt(
        (shown) => shown.title === title,
        () => read(index),
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
