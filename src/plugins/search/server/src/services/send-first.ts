import type { Core } from '@strapi/strapi';
import type { SearchType, StoredDocument } from '../../../shared/contracts';
import { buildDocument, type Row } from '../core/build-documents';
import type { SentFirst } from '../core/deliver-batch';
import { searchId } from '../core/search-id';
import { EngineRefused } from '../engine/errors';
import type { Mark } from '../store/claim-marks';
import { readBareRows, readRows } from '../store/read-rows';
import { getConfig, getService } from './get-service';

/** More wait for one another anyway, and would be read twice. */
const MAX_ENTRIES = 5;

/** Milliseconds since its change within which the answer of the index to what it holds is not waited for. */
const FRESH_MS = 10_000;

type Edited = { mark: Mark; locale: string; type: SearchType };

/**
 * The document of an entry in its edited language, from the rows of that language alone, and when the
 * row was changed, Unix milliseconds.
 */
const documentOf = async ({
  strapi,
  edited: { mark, locale, type },
  locales,
}: {
  strapi: Core.Strapi;
  edited: Edited;
  locales: readonly string[];
}): Promise<{ document: StoredDocument; updatedAt: number } | null> => {
  const { documentId } = mark;
  const read = { strapi, type, documentIds: [documentId] };
  const row = (await readRows({ ...read, locale })).get(documentId)?.[0];
  // What stands in for it needs the others.
  if (!row) return null;
  const others = ((await readBareRows(read)).get(documentId) ?? []).filter(
    ({ id }) => id !== row.id,
  );
  const rows: Row[] = [...others, row];
  try {
    const document = buildDocument({ type, documentId, rows, row, locale, locales });
    return document && { document, updatedAt: row.updatedAt };
  } catch {
    // The delivery of the whole entry meets the same error, and tells it.
    return null;
  }
};

/**
 * Sends entries to the index of the language in which they were edited, and waits until they are in it,
 * before the other languages are read: an editor looks there first, and the reading would take the
 * processor from the engine. What cannot be sent so goes with the delivery of the whole entry.
 * @throws EngineUnavailable
 */
export const sendFirst = async ({
  strapi,
  marks,
  locales,
}: {
  strapi: Core.Strapi;
  marks: readonly Mark[];
  locales: readonly string[];
}): Promise<SentFirst> => {
  const sent: SentFirst = { entries: new Map(), tasks: [] };
  if (marks.length > MAX_ENTRIES) return sent;
  const types = new Map(getConfig(strapi).types.map((type) => [type.uid, type]));
  const { writer } = getService({ strapi, name: 'engine' });
  const { indexOf } = getService({ strapi, name: 'indexes' });
  const send = async (edited: Edited) => {
    const { mark, locale, type } = edited;
    const id = searchId({ type: type.type, documentId: mark.documentId });
    const index = indexOf(locale);
    // Asked for while the database is read.
    const asked = mark.isCertain ? writer.known({ index, ids: [id] }) : undefined;
    // Whoever does not wait for it must not be ended by its failure.
    asked?.catch(() => undefined);
    const read = await documentOf({ strapi, edited, locales });
    if (!read) return;
    const { document, updatedAt } = read;
    const { hash } = document;
    const isFresh = Date.now() - updatedAt < FRESH_MS;
    // An answer that comes after the sending may tell of what was sent: then it counts as changed.
    const known = await (isFresh ? Promise.race([asked, undefined]) : asked);
    const isChanged = known?.get(id)?.hash !== hash;
    if (isChanged) sent.tasks.push(await writer.put({ index, documents: [document] }));
    sent.entries.set(mark.id, { locale, hash, isChanged });
  };
  for (const mark of marks) {
    const { uid, locale } = mark;
    const type = types.get(uid);
    if (!type || locale === null || !locales.includes(locale)) continue;
    try {
      await send({ mark, locale, type });
    } catch (error) {
      if (!(error instanceof EngineRefused)) throw error;
    }
  }
  // What became of them is judged with the rest.
  await writer.settle(sent.tasks);
  return sent;
};
