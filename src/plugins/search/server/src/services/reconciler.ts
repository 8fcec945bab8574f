import type { Core } from '@strapi/strapi';
import type { SearchType } from '../../../shared/contracts';
import { buildDocuments, stampOf } from '../core/build-documents';
import { findDifferences, type Known } from '../core/find-differences';
import { isSearchId, searchId } from '../core/search-id';
import { databaseOf } from '../store/database';
import { markDifferences } from '../store/mark-differences';
import { readRows } from '../store/read-rows';
import { scanDocuments } from '../store/scan-documents';
import { getConfig, getService } from './get-service';

/** How many entries differ, per kind. A document that no declared type can own is taken out at once. */
export type Differences = { missing: number; stale: number; ghosts: number };

export type Depth = 'light' | 'full';

const PAGE = 100;
const INDEX_PAGE = 1_000;

/**
 * Compares the database with the indexes and marks what differs: the net for writes that nobody
 * announced (raw SQL, imports, another index than yesterday's). Pages by key: memory stays flat.
 */
export const reconciler = ({ strapi }: { strapi: Core.Strapi }) => {
  const { types } = getConfig(strapi);
  const db = databaseOf(strapi);
  const engineOf = () => getService({ strapi, name: 'engine' }).writer;
  const indexOf = (target: string) => getService({ strapi, name: 'indexes' }).indexOf(target);
  const targetsOf = (locales: readonly string[]) =>
    getService({ strapi, name: 'indexes' }).targetsOf(locales);
  const timers = getConfig(strapi).reconcile;
  let running: Promise<Differences> | undefined;
  let next: NodeJS.Timeout | undefined;
  let isWanted = false;
  let lastFull = 0;
  let stopping = false;

  const mark = (input: { uid: string; documentIds: string[] }) =>
    markDifferences({ db, ...input, now: Date.now() });

  /** Those whose rows are not the ones that some index was made from: read without their content. */
  const suspects = async ({
    type,
    page,
    known,
  }: {
    type: SearchType;
    page: readonly string[];
    known: ReadonlyMap<string, Known>;
  }): Promise<string[]> => {
    const rows = await readRows({
      strapi,
      type: { ...type, fields: [], populate: {} },
      documentIds: page,
    });
    return page.filter((documentId) => {
      const stamp = stampOf(rows.get(documentId) ?? []);
      const id = searchId({ type: type.type, documentId });
      return [...known.values()].some((documents) => documents.get(id)?.stamp !== stamp);
    });
  };

  const compareType = async ({
    type,
    depth,
    found,
  }: {
    type: SearchType;
    depth: Depth;
    found: Differences;
  }) => {
    const { locales, defaultLocale } = await getService({ strapi, name: 'locales' }).get();
    for (let after = ''; !stopping; ) {
      const page = await scanDocuments({ strapi, uid: type.uid, after, limit: PAGE });
      const last = page.at(-1);
      if (last === undefined) return;
      after = last;
      const ids = page.map((documentId) => searchId({ type: type.type, documentId }));
      const known = new Map<string, Known>();
      for (const target of targetsOf(locales)) {
        known.set(target, await engineOf().known({ index: indexOf(target), ids }));
      }
      const documentIds = depth === 'full' ? page : await suspects({ type, page, known });
      if (documentIds.length === 0) continue;
      const rows = await readRows({ strapi, type, documentIds });
      const differing = documentIds.filter((documentId) => {
        const difference = findDifferences({
          id: searchId({ type: type.type, documentId }),
          documents: buildDocuments({
            type,
            documentId,
            rows: rows.get(documentId) ?? [],
            locales,
            defaultLocale,
          }),
          known,
        });
        if (difference === 'same') return false;
        found[difference] += 1;
        return true;
      });
      await mark({ uid: type.uid, documentIds: differing });
    }
  };

  const findGhosts = async ({ target, found }: { target: string; found: Differences }) => {
    const byName = new Map(types.map((type) => [type.type, type]));
    const index = indexOf(target);
    const orphans: string[] = [];
    for (let offset = 0; !stopping; offset += INDEX_PAGE) {
      const { documents, total } = await engineOf().scan({ index, offset, limit: INDEX_PAGE });
      const ours = documents.filter(({ id }) => isSearchId(id));
      for (const name of new Set(ours.map(({ type }) => type))) {
        const own = ours.filter(({ type }) => type === name);
        const type = byName.get(name);
        if (!type) {
          orphans.push(...own.map(({ id }) => id));
          continue;
        }
        const documentIds = own.map(({ documentId }) => documentId);
        const rows = await readRows({
          strapi,
          type: { ...type, fields: [], populate: {} },
          documentIds,
        });
        const gone = documentIds.filter((documentId) => !rows.has(documentId));
        found.ghosts += gone.length;
        await mark({ uid: type.uid, documentIds: gone });
      }
      if (offset + INDEX_PAGE >= total) break;
    }
    if (orphans.length === 0) return;
    found.ghosts += orphans.length;
    await engineOf().settle([await engineOf().remove({ index, ids: orphans })]);
  };

  const compare = async (depth: Depth): Promise<Differences> => {
    const found: Differences = { missing: 0, stale: 0, ghosts: 0 };
    const { locales } = await getService({ strapi, name: 'locales' }).get();
    await getService({ strapi, name: 'indexes' }).ensure(locales);
    for (const type of types) await compareType({ type, depth, found });
    for (const target of targetsOf(locales)) await findGhosts({ target, found });
    if (depth === 'full') lastFull = Date.now();
    getService({ strapi, name: 'delivery' }).wake();
    return found;
  };

  /** A second call joins the one that runs. */
  const run = ({ depth = 'full' }: { depth?: Depth } = {}): Promise<Differences> => {
    running ??= compare(depth).finally(() => {
      running = undefined;
    });
    return running;
  };

  const plan = (milliseconds: number) => {
    clearTimeout(next);
    if (!stopping) next = setTimeout(runAndPlan, milliseconds);
  };

  const runAndPlan = async (): Promise<void> => {
    let wait = timers.everyMs;
    try {
      // What was asked for while another run was under way may have come too late for it.
      await running;
      const isFullDue = isWanted || Date.now() - lastFull >= timers.fullEveryMs;
      isWanted = false;
      const { missing, stale, ghosts } = await run({ depth: isFullDue ? 'full' : 'light' });
      if (missing + stale + ghosts > 0) {
        strapi.log.info(
          `search: ${missing} missing, ${stale} stale and ${ghosts} ghost entries go to the queue`,
        );
      }
    } catch (error) {
      wait = timers.retryMs;
      if (!stopping) {
        strapi.log.warn(
          `search: could not reconcile, will try again: ${error instanceof Error ? error.message : String(error)}`,
        );
      }
    }
    if (isWanted) plan(0);
    else if (wait > 0) plan(wait);
  };

  return {
    /**
     * Marks every entry whose documents are missing, stale or should not be there.
     * @param depth `light` compares which rows the documents were made from, `full` (the default) their content too
     * @throws EngineUnavailable
     */
    run,
    /** Asks for a run soon, outside the caller's transaction and request. */
    request: (): void => {
      isWanted = true;
      if (!running) plan(0);
    },
    /** Whether a run is under way or about to begin. */
    isBusy: (): boolean => isWanted || running !== undefined,
    /** Begins to run, now and then at every interval. */
    start: (): void => {
      isWanted = true;
      plan(0);
    },
    stop: async (): Promise<void> => {
      stopping = true;
      clearTimeout(next);
      await running?.catch((error: unknown) =>
        strapi.log.debug(`search: the reconciliation was ended: ${String(error)}`),
      );
    },
  };
};
