import type { Core } from '@strapi/strapi';
import { generateTenantToken } from 'meilisearch/token';
import type { BrowserToken } from '../../../shared/contracts';
import { searchKeyUid } from '../core/search-key-uid';
import { type Caller, visibleTo } from '../core/visible-to';
import type { SearchKey } from '../engine/engine';
import { getConfig, getService } from './get-service';

/** A key that was deleted in the engine is made again that late at most. */
const KEY_MS = 600_000;

/** Short-lived tokens by which a browser searches at the engine itself. */
export const accessToken = ({ strapi }: { strapi: Core.Strapi }) => {
  const { prefix, publicHost, tokenSeconds } = getConfig(strapi);
  let known: { key: SearchKey; until: number } | undefined;

  const searchKey = async (now: number): Promise<SearchKey> => {
    if (known && known.until > now) return known.key;
    const key = await getService({ strapi, name: 'engine' }).reader.searchKey({
      uid: searchKeyUid(prefix),
      name: `Search of ${prefix}`,
      indexes: [`${prefix}_*`],
    });
    known = { key, until: now + KEY_MS };
    return key;
  };

  return {
    /** Whether browsers can reach the engine at all. */
    isOffered: (): boolean => publicHost !== '',
    /**
     * A token that finds what the caller may find here, and nothing else.
     * @throws EngineUnavailable or EngineRefused
     */
    make: async ({ caller }: { caller: Caller }): Promise<BrowserToken> => {
      const now = Date.now();
      const { uid, key } = await searchKey(now);
      const { indexOf, targetsOf } = getService({ strapi, name: 'indexes' });
      const { locales } = await getService({ strapi, name: 'locales' }).recent();
      const indexes = Object.fromEntries(
        targetsOf(locales).map((target) => [target, indexOf(target)]),
      );
      const filter = visibleTo(caller);
      const expiresAt = new Date(Math.floor(now / 1_000) * 1_000 + tokenSeconds * 1_000);
      const token = await generateTenantToken({
        apiKey: key,
        apiKeyUid: uid,
        searchRules: Object.fromEntries(Object.values(indexes).map((index) => [index, { filter }])),
        expiresAt,
      });
      return { host: publicHost, token, expiresAt: expiresAt.toISOString(), indexes };
    },
  };
};
