import { chunk } from 'lodash';
import { patiently } from '../core/patiently';
import { isSearchId } from '../core/search-id';
import type { Engine } from '../engine/engine';

const SCAN_PAGE = 5_000;
/** Ids go in the address of a request. */
const COPY_PAGE = 20;

/** The engine refuses a document that it had accepted once. */
export class CopyRefused extends Error {
  override name = 'CopyRefused';
}

type Copy = { engine: Engine; from: string; to: string; signal: AbortSignal };

/**
 * Copies documents from one index to another as they are; ids that are not there are left out.
 * @returns how many
 * @throws CopyRefused with the engine's message when it refuses one
 */
export const copyDocuments = async ({
  engine,
  from,
  to,
  signal,
  ids,
}: Copy & { ids: readonly string[] }): Promise<number> => {
  let copied = 0;
  for (const page of chunk(ids, COPY_PAGE)) {
    const documents = await patiently({
      ask: () => engine.fetch({ index: from, ids: page }),
      signal,
    });
    if (documents.length === 0) continue;
    const lines = documents.map((document) => JSON.stringify(document)).join('\n');
    const task = await patiently({ ask: () => engine.putLines({ index: to, lines }), signal });
    const [outcome] = await patiently({ ask: () => engine.settle([task]), signal });
    if (outcome?.state === 'failed') {
      throw new CopyRefused(`A document of ${from} could not be copied: ${outcome.message}`);
    }
    copied += documents.length;
  }
  return copied;
};

/** Copies the documents that others have put into an index. Answers how many. */
export const copyForeign = async (input: Copy): Promise<number> => {
  const { engine, from, signal } = input;
  let copied = 0;
  for (let offset = 0; ; offset += SCAN_PAGE) {
    const { documents, total } = await patiently({
      ask: () => engine.scan({ index: from, offset, limit: SCAN_PAGE }),
      signal,
    });
    const ids = documents.map(({ id }) => String(id)).filter((id) => !isSearchId(id));
    copied += await copyDocuments({ ...input, ids });
    if (offset + SCAN_PAGE >= total) return copied;
  }
};
