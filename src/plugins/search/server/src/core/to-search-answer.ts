import type { FacetValue, SearchAnswer, SearchHit } from '../../../shared/contracts';
import type { EngineHit } from '../engine/engine';
import type { AttributeKind } from './filter-values';
import type { Highlighted, Page, SearchQuery } from './parse-search-query';
import { highlighted, textOrNull } from './safe-highlight';

/** Name of an answered field in the documents of the engine. */
export const storedName = (field: string): string => (field === 'geo' ? '_geo' : field);

const answered = (value: unknown, kind: AttributeKind | undefined): unknown =>
  kind === 'date' && typeof value === 'number' ? new Date(value * 1000).toISOString() : value;

const toHit = ({
  hit,
  fields,
  highlight,
  kinds,
}: {
  hit: EngineHit;
  fields: readonly string[];
  highlight: readonly Highlighted[];
  kinds: Readonly<Record<string, AttributeKind>>;
}): SearchHit => ({
  // Only what is named leaves: a whitelist, whatever the index holds.
  ...Object.fromEntries(
    fields.map((field) => [field, answered(hit[storedName(field)] ?? null, kinds[field])]),
  ),
  type: textOrNull(hit.type) ?? '',
  documentId: textOrNull(hit.documentId) ?? '',
  locale: textOrNull(hit.locale) ?? '',
  ...(typeof hit._geoDistance === 'number' ? { distance: hit._geoDistance } : {}),
  ...(highlight.length > 0
    ? {
        highlights: Object.fromEntries(
          highlight.map((name) => [name, highlighted(hit._formatted?.[name])]),
        ),
      }
    : {}),
});

const paginationOf = (page: Page, total: number): SearchAnswer['meta']['pagination'] =>
  page.kind === 'offset'
    ? { start: page.start, limit: page.limit, total }
    : {
        page: page.page,
        pageSize: page.pageSize,
        pageCount: Math.ceil(total / page.pageSize),
        total,
      };

/** The engine's answer in Strapi's envelope. */
export const toSearchAnswer = ({
  query,
  hits,
  total,
  facets,
  kinds,
}: {
  query: SearchQuery;
  hits: readonly EngineHit[];
  total: number;
  facets: Record<string, FacetValue[]>;
  kinds: Readonly<Record<string, AttributeKind>>;
}): SearchAnswer => ({
  data: hits.map((hit) => toHit({ hit, fields: query.fields, highlight: query.highlight, kinds })),
  meta: {
    pagination: paginationOf(query.page, total),
    ...(query.facets.length > 0 ? { facets } : {}),
    locale: query.across?.isEvery ? '*' : (query.across?.locales.join(',') ?? query.locale),
  },
});
