import type { FacetValue, SearchAnswer, SearchHit } from '../../../shared/contracts';
import type { EngineHit } from '../engine/engine';
import type { AttributeKind } from './filter-values';
import type { Highlighted, Page, SearchQuery } from './parse-search-query';
import { highlighted, textOrNull, unmarkedOrNull } from './safe-highlight';

/** Name of an answered field in the documents of the engine. */
export const storedName = (field: string): string => (field === 'geo' ? '_geo' : field);

/** Whether the engine is asked for a field with the marks of a highlight, and only so. */
export const isHighlighted = (field: string, highlight: readonly Highlighted[]): boolean =>
  highlight.some((name) => name === field);

const dateOf = (value: unknown): unknown =>
  typeof value === 'number' ? new Date(value * 1000).toISOString() : (value ?? null);

type Reader = (hit: EngineHit) => unknown;

/** What is highlighted comes in its formatted part only. */
const fieldReader = ({
  field,
  highlight,
  kind,
}: {
  field: string;
  highlight: readonly Highlighted[];
  kind: AttributeKind | undefined;
}): Reader => {
  if (isHighlighted(field, highlight))
    return ({ _formatted }) => unmarkedOrNull(_formatted?.[field]);
  const stored = storedName(field);
  return kind === 'date' ? (hit) => dateOf(hit[stored]) : (hit) => hit[stored] ?? null;
};

/** Reads the hits of one query. */
const hitReader = ({
  fields,
  highlight,
  kinds,
}: {
  fields: readonly string[];
  highlight: readonly Highlighted[];
  kinds: Readonly<Record<string, AttributeKind>>;
}): ((hit: EngineHit) => SearchHit) => {
  const readers = fields.map((field): [string, Reader] => [
    field,
    fieldReader({ field, highlight, kind: kinds[field] }),
  ]);
  return (hit) => {
    // Only what is named leaves: a whitelist, whatever the index holds.
    const found: Record<string, unknown> = {};
    for (const [field, read] of readers) found[field] = read(hit);
    const marked: SearchHit['highlights'] = {};
    for (const name of highlight) marked[name] = highlighted(hit._formatted?.[name]);
    return {
      ...found,
      type: textOrNull(hit.type) ?? '',
      documentId: textOrNull(hit.documentId) ?? '',
      locale: textOrNull(hit.locale) ?? '',
      ...(typeof hit._geoDistance === 'number' ? { distance: hit._geoDistance } : {}),
      ...(highlight.length > 0 ? { highlights: marked } : {}),
    };
  };
};

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
  data: hits.map(hitReader({ ...query, kinds })),
  meta: {
    pagination: paginationOf(query.page, total),
    ...(query.facets.length > 0 ? { facets } : {}),
    locale: query.across?.isEvery ? '*' : (query.across?.locales.join(',') ?? query.locale),
  },
});
