import type { Core } from '@strapi/strapi';
import type { SearchAnswer } from '../../../shared/contracts';
import type { SearchPreview } from '../../../shared/desk';
import { EVERY_LOCALE, isTranslated, pathIn } from '../core/entry-document';
import { explainRanking } from '../core/explain-ranking';
import { all } from '../core/filter-expression';
import { searchedAttributes } from '../core/index-settings';
import type { SearchQuery, SearchRules } from '../core/parse-search-query';
import { pickLanguage } from '../core/pick-language';
import { MARK_CLOSE, MARK_OPEN } from '../core/safe-highlight';
import { searchRules } from '../core/search-rules';
import { namesNeeded, toFacets } from '../core/to-facets';
import { storedName, toSearchAnswer } from '../core/to-search-answer';
import { type Caller, visibleTo } from '../core/visible-to';
import type { EngineAnswer, EngineHit, EngineSearch } from '../engine/engine';
import { getConfig, getService } from './get-service';

const CROP_WORDS = 30;
const EXPLAINED = {
  showRankingScore: true,
  showRankingScoreDetails: true,
  showMatchesPosition: true,
};

/** Searches the index of a locale, or that of all. */
export const query = ({ strapi }: { strapi: Core.Strapi }) => {
  const { types, parameters, attributes } = getConfig(strapi);
  const rules = searchRules({ types, parameters, attributes });

  const paramsOf = (input: SearchQuery, caller: Caller): EngineSearch => {
    const { across } = input;
    const stored = (names: readonly string[]) =>
      names.flatMap((name) =>
        across && isTranslated(name)
          ? across.locales.map((locale) => pathIn(locale, name))
          : [storedName(name)],
      );
    return {
      q: input.q,
      filter: all([visibleTo(caller), input.filter]),
      sort: input.sort,
      facets: input.facets,
      attributesToRetrieve: stored(input.fields),
      attributesToHighlight: stored(input.highlight),
      attributesToCrop: stored(input.highlight.filter((name) => name === 'text')),
      cropLength: CROP_WORDS,
      highlightPreTag: MARK_OPEN,
      highlightPostTag: MARK_CLOSE,
      ...(across ? { showMatchesPosition: true } : {}),
      ...(across && !across.isEvery
        ? { attributesToSearchOn: searchedAttributes(across.locales) }
        : {}),
    };
  };

  /** The engine counts exactly by pages only: a part that is no page is asked for beside the count. */
  const ask = async ({
    index,
    params,
    page,
  }: {
    index: string;
    params: EngineSearch;
    page: SearchQuery['page'];
  }): Promise<EngineAnswer> => {
    const { search } = getService({ strapi, name: 'engine' }).reader;
    if (page.kind === 'page') {
      const paged = { ...params, page: page.page, hitsPerPage: page.pageSize };
      return search({ index, params: paged });
    }
    const { facets: _facets, ...part } = params;
    const [counted, { hits }] = await Promise.all([
      search({ index, params: { ...params, page: 1, hitsPerPage: 0 } }),
      search({ index, params: { ...part, offset: page.start, limit: page.limit } }),
    ]);
    return { ...counted, hits };
  };

  const answer = async ({
    query: input,
    caller,
    isExplained,
  }: {
    query: SearchQuery;
    caller: Caller;
    isExplained: boolean;
  }): Promise<{ answer: SearchAnswer; hits: readonly EngineHit[] }> => {
    const { locale, across } = input;
    const { indexOf } = getService({ strapi, name: 'indexes' });
    const params = paramsOf(input, caller);
    const { hits, totalHits, facetDistribution } = await ask({
      index: indexOf(across ? EVERY_LOCALE : locale),
      params: isExplained ? { ...params, ...EXPLAINED } : params,
      page: input.page,
    });
    const { defaultLocale } = await getService({ strapi, name: 'locales' }).recent();
    const needed = namesNeeded({ distribution: facetDistribution, settings: attributes });
    return {
      hits,
      answer: toSearchAnswer({
        query: input,
        hits: across ? hits.map((hit) => pickLanguage({ hit, preferred: across.locales })) : hits,
        total: totalHits,
        facets: toFacets({
          distribution: facetDistribution,
          asked: input.facets,
          settings: attributes,
          titles: await getService({ strapi, name: 'titles' }).find({ locale, needed }),
          locale,
          defaultLocale,
        }),
        kinds: rules.kinds,
      }),
    };
  };

  return {
    /** @param now Unix milliseconds: the moment that states are judged by */
    rules: async ({ now }: { now: number }): Promise<SearchRules> => ({
      ...(await getService({ strapi, name: 'locales' }).recent()),
      ...rules({ now }),
    }),
    /** @throws EngineUnavailable, or EngineRefused where the index does not exist yet */
    search: async (input: { query: SearchQuery; caller: Caller }): Promise<SearchAnswer> =>
      (await answer({ ...input, isExplained: false })).answer,
    /**
     * The same answer, each hit with its ranking explained.
     * @throws as `search`
     */
    explain: async (input: {
      query: SearchQuery;
      caller: Caller;
    }): Promise<Pick<SearchPreview, 'data'> & Pick<SearchAnswer, 'meta'>> => {
      const { answer: answered, hits } = await answer({ ...input, isExplained: true });
      const isAcross = input.query.across !== undefined;
      const data = answered.data.map((hit, index) => ({
        ...hit,
        ranking: explainRanking({
          hit: hits[index] ?? {},
          locale: isAcross ? hit.locale : undefined,
        }),
      }));
      return { data, meta: answered.meta };
    },
  };
};
