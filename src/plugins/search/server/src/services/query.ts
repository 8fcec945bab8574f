import type { Core } from '@strapi/strapi';
import type { SearchAnswer } from '../../../shared/contracts';
import type { SearchPreview } from '../../../shared/desk';
import { EVERY_LOCALE, isTranslated, pathIn } from '../core/entry-document';
import { explainRanking } from '../core/explain-ranking';
import { all, type Expression } from '../core/filter-expression';
import { searchedAttributes } from '../core/index-settings';
import type { SearchQuery, SearchRules } from '../core/parse-search-query';
import { pickLanguage } from '../core/pick-language';
import { MARK_CLOSE, MARK_OPEN } from '../core/safe-highlight';
import { searchRules } from '../core/search-rules';
import { namesNeeded, toFacets } from '../core/to-facets';
import { isHighlighted, storedName, toSearchAnswer } from '../core/to-search-answer';
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
    const { states } = rules;
    return {
      q: input.q,
      filter: all([visibleTo(caller), input.filter]),
      sort: input.sort,
      facets: input.facets.filter((name) => !states.names.includes(name)),
      attributesToRetrieve: stored(
        input.fields
          .filter((name) => !isHighlighted(name, input.highlight))
          .flatMap((name) => (states.names.includes(name) ? states.attributes : [name])),
      ),
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

  /** How many of what is found is in each state: the engine counts only what documents hold. */
  const countStates = async ({
    query: { facets, now },
    index,
    params: { q, filter, attributesToSearchOn },
  }: {
    query: SearchQuery;
    index: string;
    params: EngineSearch;
  }): Promise<Record<string, Record<string, number>>> => {
    const asked = rules.states.names.filter((name) => facets.includes(name));
    if (asked.length === 0) return {};
    const { search } = getService({ strapi, name: 'engine' }).reader;
    const { computed } = rules({ now });
    const count = async (condition: Expression) => {
      const { totalHits } = await search({
        index,
        params: {
          q,
          filter: all([filter, condition]),
          attributesToRetrieve: [],
          ...(attributesToSearchOn ? { attributesToSearchOn } : {}),
          page: 1,
          hitsPerPage: 0,
        },
      });
      return totalHits;
    };
    const counted = asked.map(async (name) => {
      const values = Object.entries(computed[name]?.() ?? {});
      const counts = await Promise.all(
        values.map(async ([value, condition]) => [value, await count(condition)] as const),
      );
      return [name, Object.fromEntries(counts.filter(([, found]) => found > 0))] as const;
    });
    return Object.fromEntries(await Promise.all(counted));
  };

  /** The hits with their states at that moment, where these are asked for. */
  const tellStates = ({
    query: { fields, now },
    hits,
  }: {
    query: SearchQuery;
    hits: readonly EngineHit[];
  }): readonly EngineHit[] => {
    const asked = rules.states.names.filter((name) => fields.includes(name));
    if (asked.length === 0) return hits;
    const stateOf = rules.states.at(now);
    return hits.map((hit) => {
      const state = stateOf(hit);
      return { ...hit, ...Object.fromEntries(asked.map((name) => [name, state])) };
    });
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
    const index = indexOf(across ? EVERY_LOCALE : locale);
    const [{ hits, totalHits, facetDistribution }, states] = await Promise.all([
      ask({ index, params: isExplained ? { ...params, ...EXPLAINED } : params, page: input.page }),
      countStates({ query: input, index, params }),
    ]);
    const distribution = { ...facetDistribution, ...states };
    const shown = across
      ? hits.map((hit) => pickLanguage({ hit, preferred: across.locales }))
      : hits;
    const { defaultLocale } = await getService({ strapi, name: 'locales' }).recent();
    const needed = namesNeeded({ distribution, settings: attributes });
    return {
      hits,
      answer: toSearchAnswer({
        query: input,
        hits: tellStates({ query: input, hits: shown }),
        total: totalHits,
        facets: toFacets({
          distribution,
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
