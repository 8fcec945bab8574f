import type { Core } from '@strapi/strapi';
import type { SearchAnswer } from '../../../shared/contracts';
import { filterExpression } from '../core/filter-expression';
import type { SearchQuery, SearchRules } from '../core/parse-search-query';
import { MARK_CLOSE, MARK_OPEN } from '../core/safe-highlight';
import { toSearchAnswer } from '../core/to-search-answer';
import { getConfig, getService } from './get-service';

const CROP_WORDS = 30;
const RETRIEVED = [
  'type',
  'documentId',
  'locale',
  'title',
  'summary',
  'slug',
  'reference',
  'url',
  'isFallback',
];

/** Searches one locale's index. */
export const query = ({ strapi }: { strapi: Core.Strapi }) => {
  const { types, parameters } = getConfig(strapi);
  const facets = ['type', ...new Set(types.flatMap((type) => type.facets ?? []))];
  return {
    rules: async (): Promise<SearchRules> => ({
      ...(await getService({ strapi, name: 'locales' }).recent()),
      types: types.map(({ type }) => type),
      parameters,
    }),
    /**
     * @param forMembers whether what is for members is found, counted and faceted too
     * @throws EngineUnavailable, or EngineRefused where the index does not exist yet
     */
    search: async ({
      query: input,
      forMembers,
    }: {
      query: SearchQuery;
      forMembers: boolean;
    }): Promise<SearchAnswer> => {
      const answer = await getService({ strapi, name: 'engine' }).reader.search({
        index: getService({ strapi, name: 'indexes' }).indexOf(input.locale),
        params: {
          q: input.q,
          filter: filterExpression([
            { attribute: 'access', values: ['public', ...(forMembers ? ['members'] : [])] },
            ...(input.types.length > 0 ? [{ attribute: 'type', values: input.types }] : []),
            ...input.filters,
          ]),
          facets,
          page: input.page,
          hitsPerPage: input.pageSize,
          attributesToRetrieve: RETRIEVED,
          attributesToHighlight: ['title', 'summary', 'text'],
          attributesToCrop: ['text'],
          cropLength: CROP_WORDS,
          highlightPreTag: MARK_OPEN,
          highlightPostTag: MARK_CLOSE,
        },
      });
      return toSearchAnswer({ query: input, answer });
    },
  };
};
