import type { StoredDocument } from '../../../shared/contracts';
import type { Engine } from '../engine/engine';
import { EngineRefused, EngineUnavailable } from '../engine/errors';
import { patiently } from './patiently';

/** An entry, as the queue names it. */
export type EntryKey = { uid: string; documentId: string };

type Buffer = { lines: string[]; size: number; keys: EntryKey[] };
type Sent = { task: number; keys: EntryKey[] };

/** Characters of one request: what the engine takes well below its limit of 100 MB. */
const MAX_SIZE = 6_000_000;
/** Of the first request to an index: the engine begins while the rest is read. */
const FIRST_SIZE = 1_500_000;
/** Requests whose tasks may be under way at once: the engine is never idle, and edits queue behind few. */
const MAX_TASKS = 8;

/**
 * Fills several indexes at once, in few large requests and flat memory: each document is turned into
 * text once, and tasks are waited for only when many are under way.
 */
export const createIndexWriter = ({
  engine,
  indexOf,
  signal,
}: {
  engine: Pick<Engine, 'putLines' | 'settle'>;
  indexOf: (target: string) => string;
  signal: AbortSignal;
}) => {
  const buffers = new Map<string, Buffer>();
  const begun = new Set<string>();
  const sent: Sent[] = [];
  const counts = new Map<string, number>();
  /** Entries whose request failed, with their neighbours: one of them is to blame. */
  const failed = new Map<string, EntryKey>();

  const blame = (keys: readonly EntryKey[]) => {
    for (const key of keys) failed.set(`${key.uid} ${key.documentId}`, key);
  };

  const settleOldest = async () => {
    const oldest = sent.shift();
    if (!oldest) return;
    const [outcome] = await patiently({ ask: () => engine.settle([oldest.task]), signal });
    if (!outcome || outcome.state === 'succeeded') return;
    if (outcome.isInternal) throw new EngineUnavailable(outcome.message);
    blame(oldest.keys);
  };

  const flush = async (target: string) => {
    const buffer = buffers.get(target);
    if (!buffer || buffer.lines.length === 0) return;
    buffers.delete(target);
    begun.add(target);
    const lines = buffer.lines.join('\n');
    try {
      const task = await patiently({
        ask: () => engine.putLines({ index: indexOf(target), lines }),
        signal,
      });
      sent.push({ task, keys: buffer.keys });
    } catch (error) {
      if (!(error instanceof EngineRefused)) throw error;
      blame(buffer.keys);
    }
    while (sent.length > MAX_TASKS) await settleOldest();
  };

  return {
    /** @throws EngineUnavailable, or the signal's reason */
    add: async ({
      target,
      key,
      document,
    }: {
      target: string;
      key: EntryKey;
      document: StoredDocument;
    }): Promise<void> => {
      const line = JSON.stringify(document);
      const buffer = buffers.get(target) ?? { lines: [], size: 0, keys: [] };
      buffers.set(target, buffer);
      buffer.lines.push(line);
      buffer.keys.push(key);
      buffer.size += line.length;
      counts.set(target, (counts.get(target) ?? 0) + 1);
      if (buffer.size >= (begun.has(target) ? MAX_SIZE : FIRST_SIZE)) await flush(target);
    },
    /**
     * Sends the rest and waits until the engine has done everything.
     * @param onSettled how many of the requests are done
     * @returns entries that must be sent again, since something in their request was refused
     */
    end: async (
      onSettled: (progress: { done: number; total: number }) => void,
    ): Promise<EntryKey[]> => {
      for (const target of [...buffers.keys()]) await flush(target);
      const total = sent.length;
      while (sent.length > 0) {
        onSettled({ done: total - sent.length, total });
        await settleOldest();
      }
      onSettled({ done: total, total });
      return [...failed.values()];
    },
    /** Documents sent to an index. */
    count: (target: string): number => counts.get(target) ?? 0,
  };
};
