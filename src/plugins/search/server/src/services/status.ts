import type { Core } from '@strapi/strapi';
import { max } from 'lodash';
import type { DeadLetter, SearchStatus } from '../../../shared/contracts';
import type { SearchSummary } from '../../../shared/desk';
import { EVERY_LOCALE } from '../core/entry-document';
import type { Engine } from '../engine/engine';
import { databaseOf } from '../store/database';
import { deadLetters, queueStatus } from '../store/queue-status';
import { countByLocale, countDocuments } from '../store/scan-documents';
import { reviveMarks } from '../store/settle-marks';
import { getConfig, getService } from './get-service';

const MAX_DEAD_LETTERS = 100;
const iso = (milliseconds: number | null) =>
  milliseconds === null ? null : new Date(milliseconds).toISOString();

/** How search is doing, for the admin, the command line and tests. */
export const status = ({ strapi }: { strapi: Core.Strapi }) => {
  const db = databaseOf(strapi);
  const { types } = getConfig(strapi);

  const ask = async <T>(index: string, question: (reader: Engine) => Promise<T>) => {
    try {
      return await question(getService({ strapi, name: 'engine' }).reader);
    } catch (error) {
      strapi.log.debug(`search: ${index} could not be asked: ${String(error)}`);
      return null;
    }
  };
  const lastChange = (index: string) => ask(index, (reader) => reader.lastChange(index));

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

  const ownSuccess = () => iso(getService({ strapi, name: 'delivery' }).state().lastSuccess);

  const stateNow = async (): Promise<Pick<SearchStatus, 'queue' | 'engine'>> => {
    const { waiting, oldest, dead } = await queueStatus(db);
    return {
      queue: {
        waiting,
        oldestSeconds:
          oldest === null ? null : Math.max(0, Math.round((Date.now() - oldest) / 1_000)),
        dead,
      },
      engine: await engineState(),
    };
  };

  return {
    /** Without counting documents. */
    summary: async (): Promise<SearchSummary> => {
      const state = await stateNow();
      // Every delivery changes that index, whichever process made it.
      const everyLocale = getService({ strapi, name: 'indexes' }).indexOf(EVERY_LOCALE);
      const changed = state.engine.state === 'healthy' ? await lastChange(everyLocale) : null;
      return { ...state, lastSuccess: max([ownSuccess(), changed]) ?? null };
    },
    get: async (): Promise<SearchStatus> => {
      const state = await stateNow();
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
            ? {
                documents: await ask(indexOf(locale), (reader) => reader.count(indexOf(locale))),
                lastSuccess: await lastChange(indexOf(locale)),
              }
            : { documents: null, lastSuccess: null }),
        })),
      );
      return {
        ...state,
        lastSuccess: max([ownSuccess(), ...indexes.map(({ lastSuccess }) => lastSuccess)]) ?? null,
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
