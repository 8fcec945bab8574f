import type { Core } from '@strapi/strapi';
import type { JobProgress, SearchType } from '../../../shared/contracts';
import { buildDocuments, stampOf } from '../core/build-documents';
import { type DifferenceKind, findDifferences, type Known } from '../core/find-differences';
import { patiently } from '../core/patiently';
import { isSearchId, searchId } from '../core/search-id';
import { EngineRefused } from '../engine/errors';
import { databaseOf } from '../store/database';
import { readBareRows, readRows } from '../store/read-rows';
import { countDocuments, documentPages } from '../store/scan-documents';
import { waitingDocuments } from '../store/waiting-documents';
import { getConfig, getService } from './get-service';
import type { Locales } from './locales';

/** `light` compares which rows the documents were made from, `full` their content too. */
export type Depth = 'light' | 'full';

/** An entry with a document that is not as it should be. */
export type DifferingEntry = {
  uid: string;
  documentId: string;
  id: string;
  differences: { target: string; kind: DifferenceKind }[];
};

/** What a comparison tells, page by page. It writes nothing itself. */
export type Listener = {
  entries: (found: readonly DifferingEntry[]) => Promise<void>;
  /** Documents of ours that no declared type can own. */
  orphans: (found: { target: string; ids: readonly string[] }) => Promise<void>;
  /** How many differ only because an edit waits to be delivered. */
  waiting: (count: number) => void;
  progress: (progress: JobProgress) => void;
};

const PAGE = 100;
const INDEX_PAGE = 1_000;

/** As an answer about an index that does not exist (yet): it holds nothing. */
const orNothing = async <T>(ask: Promise<T>, nothing: T): Promise<T> => {
  try {
    return await ask;
  } catch (error) {
    if (error instanceof EngineRefused && error.code === 'index_not_found') return nothing;
    throw error;
  }
};

/** Compares the database with the indexes, in flat memory. */
export const comparison = ({ strapi }: { strapi: Core.Strapi }) => {
  const { types } = getConfig(strapi);
  const db = databaseOf(strapi);
  const engineOf = () => getService({ strapi, name: 'engine' }).writer;
  const indexOf = (target: string) => getService({ strapi, name: 'indexes' }).indexOf(target);
  const targetsOf = (locales: readonly string[]) =>
    getService({ strapi, name: 'indexes' }).targetsOf(locales);

  type Compared = Locales & { type: SearchType; depth: Depth; signal: AbortSignal };

  /** Those of a type whose rows are not the ones that some index was made from: read without their content. */
  const suspects = async ({
    type,
    documentIds,
    known,
  }: {
    type: SearchType;
    documentIds: readonly string[];
    known: ReadonlyMap<string, Known>;
  }): Promise<string[]> => {
    const rows = await readBareRows({ strapi, type, documentIds });
    return documentIds.filter((documentId) => {
      const stamp = stampOf(rows.get(documentId) ?? []);
      const id = searchId({ type: type.type, documentId });
      return [...known.values()].some((documents) => documents.get(id)?.stamp !== stamp);
    });
  };

  const differing = async ({
    type,
    depth,
    signal,
    locales,
    defaultLocale,
    documentIds,
  }: Compared & { documentIds: readonly string[] }): Promise<DifferingEntry[]> => {
    if (documentIds.length === 0) return [];
    const idOf = (documentId: string) => searchId({ type: type.type, documentId });
    const ids = documentIds.map(idOf);
    const known = new Map<string, Known>();
    // The index first: an edit that comes between the two readings has a mark.
    for (const target of targetsOf(locales)) {
      const found = await patiently({
        ask: () => orNothing(engineOf().known({ index: indexOf(target), ids }), new Map()),
        signal,
      });
      known.set(target, found);
    }
    const doubtful = depth === 'full' ? documentIds : await suspects({ type, documentIds, known });
    if (doubtful.length === 0) return [];
    const rows = await readRows({ strapi, type, documentIds: doubtful });
    return doubtful.flatMap((documentId) => {
      const id = idOf(documentId);
      const documents = buildDocuments({
        type,
        documentId,
        rows: rows.get(documentId) ?? [],
        locales,
        defaultLocale,
      });
      const differences = findDifferences({ id, documents, known });
      return differences.length === 0 ? [] : [{ uid: type.uid, documentId, id, differences }];
    });
  };

  /** What differs and does not wait. Looked at twice: a delivery may have come between two readings. */
  const confirmed = async ({
    documentIds,
    listener,
    ...compared
  }: Compared & { documentIds: readonly string[]; listener: Listener }) => {
    const { uid } = compared.type;
    const settled = async (found: readonly DifferingEntry[]) => {
      const candidates = found.map(({ documentId }) => documentId);
      const waiting = await waitingDocuments({ db, uid, documentIds: candidates });
      listener.waiting(waiting.size);
      return found.filter(({ documentId }) => !waiting.has(documentId));
    };
    const first = await settled(await differing({ ...compared, documentIds }));
    if (first.length === 0) return;
    const again = first.map(({ documentId }) => documentId);
    const second = await settled(
      await differing({ ...compared, depth: 'full', documentIds: again }),
    );
    if (second.length > 0) await listener.entries(second);
  };

  /** Documents of entries that are not published any more, and of types that are not declared. */
  const findGhosts = async ({
    target,
    listener,
    signal,
  }: {
    target: string;
    listener: Listener;
    signal: AbortSignal;
  }) => {
    const byName = new Map(types.map((type) => [type.type, type]));
    const index = indexOf(target);
    const scan = (offset: number) =>
      patiently({
        ask: () =>
          orNothing(engineOf().scan({ index, offset, limit: INDEX_PAGE }), {
            documents: [],
            total: 0,
          }),
        signal,
      });
    const { total } = await scan(0);
    // From the end: what is deleted meanwhile shifts no page that is still to come.
    const lastPage = Math.max(0, Math.ceil(total / INDEX_PAGE) - 1);
    for (let page = lastPage; page >= 0; page -= 1) {
      const { documents } = await scan(page * INDEX_PAGE);
      const orphans: string[] = [];
      const owned = new Map<string, { id: string; documentId: string }[]>();
      for (const { id, type = '', documentId } of documents) {
        if (!isSearchId(String(id))) continue;
        if (documentId === undefined || !byName.has(type)) orphans.push(id);
        else owned.set(type, [...(owned.get(type) ?? []), { id, documentId }]);
      }
      if (orphans.length > 0) await listener.orphans({ target, ids: orphans });
      for (const [name, own] of owned) {
        const type = byName.get(name);
        if (!type) continue;
        const documentIds = own.map(({ documentId }) => documentId);
        const rows = await readBareRows({ strapi, type, documentIds });
        const gone = own.filter(({ documentId }) => !rows.has(documentId));
        if (gone.length === 0) continue;
        const { uid } = type;
        const waiting = await waitingDocuments({
          db,
          uid,
          documentIds: gone.map(({ documentId }) => documentId),
        });
        listener.waiting(waiting.size);
        // Between the two readings the worker may have taken some out.
        const still = await engineOf().known({ index, ids: gone.map(({ id }) => id) });
        const ghosts = gone.filter(
          ({ id, documentId }) => !waiting.has(documentId) && still.has(id),
        );
        if (ghosts.length === 0) continue;
        await listener.entries(
          ghosts.map(({ id, documentId }) => ({
            uid,
            documentId,
            id,
            differences: [{ target, kind: 'ghosts' as const }],
          })),
        );
      }
      listener.progress({
        phase: 'looking-for-ghosts',
        done: Math.max(0, total - page * INDEX_PAGE),
        total,
      });
    }
  };

  return {
    /**
     * Compares all entries with all indexes, or with some.
     * @returns how many entries were compared
     * @throws EngineUnavailable, or the signal's reason
     */
    run: async ({
      depth,
      signal,
      listener,
    }: {
      depth: Depth;
      signal: AbortSignal;
      listener: Listener;
    }): Promise<number> => {
      const languages = await getService({ strapi, name: 'locales' }).get();
      const total = await countDocuments({ strapi, uids: types.map(({ uid }) => uid) });
      let done = 0;
      for (const type of types) {
        for await (const documentIds of documentPages({ strapi, uid: type.uid, limit: PAGE })) {
          signal.throwIfAborted();
          await confirmed({ ...languages, type, depth, signal, documentIds, listener });
          done += documentIds.length;
          listener.progress({ phase: 'comparing', done, total });
        }
      }
      for (const target of targetsOf(languages.locales)) {
        signal.throwIfAborted();
        await findGhosts({ target, listener, signal });
      }
      return done;
    },
  };
};
