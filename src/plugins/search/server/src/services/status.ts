import type { Core } from '@strapi/strapi';
import type { SearchStatus } from '../../../shared/contracts';
import { databaseOf } from '../store/database';
import { deadLetters, queueStatus } from '../store/queue-status';
import { reviveMarks } from '../store/settle-marks';
import { getConfig, getService } from './get-service';

const MAX_DEAD_LETTERS = 100;
const iso = (milliseconds: number | null) =>
  milliseconds === null ? null : new Date(milliseconds).toISOString();

/** How search is doing, for the admin, the command line and tests. */
export const status = ({ strapi }: { strapi: Core.Strapi }) => {
  const db = databaseOf(strapi);

  const documentsOf = async (index: string): Promise<number | null> => {
    try {
      return await getService({ strapi, name: 'engine' }).reader.count(index);
    } catch (error) {
      strapi.log.debug(`search: ${index} could not be counted: ${String(error)}`);
      return null;
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
      return { state: 'unavailable', reason: String(error), retryAt: null };
    }
  };

  return {
    get: async (): Promise<SearchStatus> => {
      const { waiting, oldest, dead } = await queueStatus(db);
      const engine = await engineState();
      const { locales } = await getService({ strapi, name: 'locales' }).get();
      const { indexOf } = getService({ strapi, name: 'indexes' });
      return {
        queue: {
          waiting,
          oldestSeconds:
            oldest === null ? null : Math.max(0, Math.round((Date.now() - oldest) / 1_000)),
          dead,
        },
        lastSuccess: iso(getService({ strapi, name: 'delivery' }).state().lastSuccess),
        engine,
        locales: await Promise.all(
          locales.map(async (locale) => ({
            locale,
            index: indexOf(locale),
            documents: engine.state === 'healthy' ? await documentsOf(indexOf(locale)) : null,
          })),
        ),
        deadLetters: await deadLetters({ db, limit: MAX_DEAD_LETTERS }),
      };
    },
    /** Makes every dead letter due again. Answers how many there were. */
    retry: async (): Promise<number> => {
      const revived = await reviveMarks({ db, now: Date.now() });
      getService({ strapi, name: 'delivery' }).wake();
      return revived;
    },
    /** Entries indexed under these settings, by uid. */
    types: (): string[] => getConfig(strapi).types.map(({ uid }) => uid),
  };
};
