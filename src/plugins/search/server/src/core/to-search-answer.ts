import type { SearchAnswer, SearchHit } from '../../../shared/contracts';
import type { EngineAnswer, EngineHit } from '../engine/engine';
import type { SearchQuery } from './parse-search-query';
import { MARK_OPEN, safeHighlight } from './safe-highlight';

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const highlighted = (value: unknown): string | null => {
  const found = text(value);
  return found?.includes(MARK_OPEN) ? safeHighlight(found) : null;
};

/** Only what is named here leaves: a whitelist, whatever the index holds. */
const toHit = (hit: EngineHit): SearchHit => ({
  type: text(hit.type) ?? '',
  documentId: text(hit.documentId) ?? '',
  locale: text(hit.locale) ?? '',
  title: text(hit.title) ?? '',
  summary: text(hit.summary),
  slug: text(hit.slug),
  reference: text(hit.reference),
  url: text(hit.url),
  isFallback: hit.isFallback === true,
  highlights: {
    title: highlighted(hit._formatted?.title),
    summary: highlighted(hit._formatted?.summary),
    text: highlighted(hit._formatted?.text),
  },
});

/** The engine's answer in Strapi's envelope. */
export const toSearchAnswer = ({
  query,
  answer,
}: {
  query: SearchQuery;
  answer: EngineAnswer;
}): SearchAnswer => ({
  data: answer.hits.map(toHit),
  meta: {
    pagination: {
      page: query.page,
      pageSize: query.pageSize,
      pageCount: Math.ceil(answer.totalHits / query.pageSize),
      total: answer.totalHits,
    },
    facets: answer.facetDistribution,
    locale: query.locale,
  },
});
