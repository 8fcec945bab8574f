import type { Core } from '@strapi/strapi';
import type { Suggestion } from '../../../shared/contracts';
import { EVERY_LOCALE, pathIn } from '../core/entry-document';
import { all } from '../core/filter-expression';
import type { SuggestQuery } from '../core/parse-suggest-query';
import { pickLanguage } from '../core/pick-language';
import { MARK_CLOSE, MARK_OPEN } from '../core/safe-highlight';
import { toSuggestion } from '../core/to-suggestion';
import { type Caller, visibleTo } from '../core/visible-to';
import { getService } from './get-service';

const ANSWERED = ['title', 'slug', 'url'];
const SHARED = ['type', 'documentId', 'locale', 'reference'];

/** Completes what a reader types, by titles and names. */
export const suggest = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** @throws EngineUnavailable, or EngineRefused where the index does not exist yet */
  find: async ({
    query: { q, locale, across, filter, limit },
    caller,
  }: {
    query: SuggestQuery;
    caller: Caller;
  }): Promise<Suggestion[]> => {
    if (q === '') return [];
    const stored = (name: string) =>
      across ? across.locales.map((code) => pathIn(code, name)) : [name];
    const { hits } = await getService({ strapi, name: 'engine' }).reader.search({
      index: getService({ strapi, name: 'indexes' }).indexOf(across ? EVERY_LOCALE : locale),
      params: {
        q,
        filter: all([visibleTo(caller), filter]),
        limit,
        attributesToSearchOn: ['title', 'names', 'folded'].flatMap(stored),
        attributesToRetrieve: [...SHARED, ...ANSWERED.flatMap(stored)],
        attributesToHighlight: stored('title'),
        highlightPreTag: MARK_OPEN,
        highlightPostTag: MARK_CLOSE,
        showMatchesPosition: across !== undefined,
      },
    });
    return hits
      .map((hit) => (across ? pickLanguage({ hit, preferred: across.locales }) : hit))
      .map(toSuggestion);
  },
});
