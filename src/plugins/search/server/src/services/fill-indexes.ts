import { setImmediate as turn } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { buildDocuments, type LocaleDocuments } from '../core/build-documents';
import { createIndexWriter, type EntryKey } from '../core/index-writer';
import { readRows } from '../store/read-rows';
import { countDocuments, documentPages } from '../store/scan-documents';
import { getConfig, getService } from './get-service';
import type { JobRun } from './jobs';
import type { Locales } from './locales';

const PAGE = 100;

/**
 * Reads every published entry once, page by key, and writes it to the index of each target.
 * @returns how many documents each target got, and the entries that must be sent again by themselves,
 *   since the engine refused their request or their projection threw
 * @throws EngineUnavailable, or the reason why the run was ended
 */
export const fillIndexes = async ({
  strapi,
  run,
  targets,
  indexOf,
  locales,
  defaultLocale,
}: Locales & {
  strapi: Core.Strapi;
  run: JobRun;
  targets: readonly string[];
  indexOf: (target: string) => string;
}): Promise<{ again: EntryKey[]; count: (target: string) => number }> => {
  const { types } = getConfig(strapi);
  const writer = createIndexWriter({
    engine: getService({ strapi, name: 'engine' }).writer,
    indexOf,
    signal: run.signal,
  });
  const broken: EntryKey[] = [];
  const total = await countDocuments({ strapi, uids: types.map(({ uid }) => uid) });
  let done = 0;
  for (const type of types) {
    const { uid } = type;
    for await (const page of documentPages({ strapi, uid, limit: PAGE })) {
      run.signal.throwIfAborted();
      const rows = await readRows({ strapi, type, documentIds: page });
      for (const documentId of page) {
        const key = { uid, documentId };
        let documents: LocaleDocuments;
        try {
          documents = buildDocuments({
            type,
            documentId,
            rows: rows.get(documentId) ?? [],
            locales,
            defaultLocale,
          });
        } catch (error) {
          strapi.log.debug(`search: ${uid} ${documentId} could not be projected: ${String(error)}`);
          broken.push(key);
          continue;
        }
        for (const target of targets) {
          const document = documents.get(target);
          if (document) await writer.add({ target, key, document });
        }
      }
      done += page.length;
      run.report({ phase: 'reading', done, total });
      // SQLite answers without a turn of the event loop: others must get theirs.
      await turn();
    }
  }
  const failed = await writer.end((progress) => run.report({ phase: 'indexing', ...progress }));
  return { again: [...broken, ...failed], count: writer.count };
};
