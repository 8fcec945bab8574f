import type { Core } from '@strapi/strapi';
import { all, isIn } from '../core/filter-expression';
import type { Titles } from '../core/to-facets';
import { getService } from './get-service';

/** Another process may have renamed something: its old name may be shown that long. */
const CACHE_MS = 60_000;
const MAX_CACHED = 20_000;
const AT_ONCE = 1_000;

type Cached = { title: string | undefined; until: number };

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What the references in facets are called: titles of public documents, kept for a minute. */
export const titles = ({ strapi }: { strapi: Core.Strapi }) => {
  const cache = new Map<string, Cached>();

  const fetchTitles = async ({
    locale,
    type,
    references,
  }: {
    locale: string;
    type: string;
    references: readonly string[];
  }): Promise<Map<string, string>> => {
    const { hits } = await getService({ strapi, name: 'engine' }).reader.search({
      index: getService({ strapi, name: 'indexes' }).indexOf(locale),
      params: {
        q: '',
        filter: all([
          isIn('type', [type]),
          isIn('access', ['public']),
          isIn('reference', references),
        ]),
        limit: references.length,
        attributesToRetrieve: ['reference', 'title'],
      },
    });
    return new Map(hits.map((hit) => [text(hit.reference), text(hit.title)]));
  };

  return {
    /**
     * @param needed references by type in search
     * @throws EngineUnavailable or EngineRefused
     */
    find: async ({
      locale,
      needed,
    }: {
      locale: string;
      needed: ReadonlyMap<string, readonly string[]>;
    }): Promise<Titles> => {
      const found = new Map<string, Map<string, string>>();
      if (cache.size > MAX_CACHED) cache.clear();
      for (const [type, references] of needed) {
        const now = Date.now();
        const keyOf = (reference: string) => JSON.stringify([locale, type, reference]);
        const unknown = references.filter(
          (reference) => (cache.get(keyOf(reference))?.until ?? 0) < now,
        );
        for (let from = 0; from < unknown.length; from += AT_ONCE) {
          const asked = unknown.slice(from, from + AT_ONCE);
          const fresh = await fetchTitles({ locale, type, references: asked });
          for (const reference of asked) {
            cache.set(keyOf(reference), { title: fresh.get(reference), until: now + CACHE_MS });
          }
        }
        const named = references.flatMap((reference): [string, string][] => {
          const title = cache.get(keyOf(reference))?.title;
          return title ? [[reference, title]] : [];
        });
        found.set(type, new Map(named));
      }
      return found;
    },
    /** Documents were changed by this process. */
    forget: (): void => cache.clear(),
  };
};
