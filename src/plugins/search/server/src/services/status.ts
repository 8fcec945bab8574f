import type { Core } from '@strapi/strapi';
import type { DeadLetter, SearchStatus } from '../../../shared/contracts';
import type { SearchSummary } from '../../../shared/desk';
import { databaseOf } from '../store/database';
import { deadLetters, queueStatus } from '../store/queue-status';
import { countByLocale, countDocuments } from '../store/scan-documents';
import { reviveMarks } from '../store/settle-marks';
import { getConfig, getService } from './get-service';

const latest = (one: string | null, other: string | null) =>
  one === null || (other !== null && Date.parse(other) > Date.parse(one)) ? other : one;
const MAX_DEAD_LETTERS = 100;
const iso = (milliseconds: number | null) =>
  milliseconds === null ? null : new Date(milliseconds).toISOString();

/** How search is doing, for the admin, the command line and tests. */
export const status = ({ strapi }: { strapi: Core.Strapi }) => {
  const db = databaseOf(strapi);
  const { types } = getConfig(strapi);

  const ofIndex = async (index: string) => {
    const { reader } = getService({ strapi, name: 'engine' });
    try {
      return {
        documents: await reader.count(index),
        lastSuccess: await reader.lastChange(index),
      };
    } catch (error) {
      strapi.log.debug(`search: ${index} could not be counted: ${String(error)}`);
      return { documents: null, lastSuccess: null };
    }
  };

  const engineState = async (): Promise<SearchStatus['engine']> => {
    const { breaker } = getService({ strapi, name: 'delivery' }).state();
    if (breaker.state === 'open') {
      const { reason, retryAt } = breaker;
      return { state: 'unavailable', reason, retryAt: iso(retryAt) };
    }
    try {
      await getService({ strapi, name: 'engine' }).reader.health();
      return { state: 'healthy' };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { state: 'unavailable', reason, retryAt: null };
    }
  };

  const summary = async (): Promise<SearchSummary> => {
    const { waiting, oldest, dead } = await queueStatus(db);
    return {
      queue: {
        waiting,
        oldestSeconds:
          oldest === null ? null : Math.max(0, Math.round((Date.now() - oldest) / 1_000)),
        dead,
      },
      lastSuccess: iso(getService({ strapi, name: 'delivery' }).state().lastSuccess),
      engine: await engineState(),
    };
  };

  return {
    /** Without counting documents. The last success is that of this process. */
    summary,
    get: async (): Promise<SearchStatus> => {
      const { lastSuccess: own, ...state } = await summary();
      const { locales, defaultLocale } = await getService({ strapi, name: 'locales' }).get();
      const { indexOf, targetsOf } = getService({ strapi, name: 'indexes' });
      const uids = types.map(({ uid }) => uid);
      const published = await countDocuments({ strapi, uids });
      const byLocale = await countByLocale({ strapi, uids });
      const ofAll = byLocale.get('') ?? 0;
      const indexes = await Promise.all(
        targetsOf(locales).map(async (locale) => ({
          locale,
          index: indexOf(locale),
          published,
          translated: locales.includes(locale) ? ofAll + (byLocale.get(locale) ?? 0) : published,
          ...(state.engine.state === 'healthy'
            ? await ofIndex(indexOf(locale))
            : { documents: null, lastSuccess: null }),
        })),
      );
      const successes = [own, ...indexes.map(({ lastSuccess }) => lastSuccess)];
      return {
        ...state,
        lastSuccess: successes.reduce(latest, null),
        defaultLocale,
        locales: indexes,
        deadLetters: await deadLetters({ db, limit: MAX_DEAD_LETTERS }),
      };
    },
    /** A page of the dead letters, the latest first, and how many there are. */
    deadLetters: async ({
      page,
      pageSize,
    }: {
      page: number;
      pageSize: number;
    }): Promise<{ letters: DeadLetter[]; total: number }> => ({
      letters: await deadLetters({ db, limit: pageSize, offset: (page - 1) * pageSize }),
      total: (await queueStatus(db)).dead,
    }),
    /** Makes every dead letter due again, or that of one entry. Answers how many there were. */
    retry: async (entry?: { uid: string; documentId: string }): Promise<number> => {
      const revived = await reviveMarks({ db, now: Date.now(), entry });
      getService({ strapi, name: 'delivery' }).wake();
      return revived;
    },
  };
};
