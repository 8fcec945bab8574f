import { createClient, type DemoClient } from './client';
import { publishProbe } from './probe';
import type { DemoSettings } from './settings';
import { formatTable } from './table';
import { waitUntil } from './wait-until';

const LOCALES = ['fr', 'el', 'pt', 'es', 'pl', 'en'] as const;
const TYPES = [
  'initiatives',
  'projects',
  'questionnaires',
  'glossary-terms',
  'studies',
  'synthesis-notes',
  'regional-analyses',
  'seminars',
  'sessions',
  'funding-calls',
  'project-ideas',
  'datasets',
  'obligations',
  'practices',
  'guide-chapters',
] as const;
const REFERENCE_TYPES = [
  'territories',
  'organisations',
  'themes',
  'programmes',
  'strategic-priorities',
  'transfers',
  'harvest-sources',
] as const;
const INDEX = 'dynamique-numerique-regionale';
/** A word that a published initiative of each language holds. */
const QUERIES: Record<(typeof LOCALES)[number], string> = {
  fr: 'administration',
  el: 'Κρήτη',
  pt: 'Madeira',
  es: 'Canarias',
  pl: 'Małopolska',
  en: 'administration',
};
const INDEXING_TIMEOUT_MS = 180_000;

type ListAnswer = { meta: { pagination: { total: number } } };
type RankingAnswer = {
  data: {
    unit: string;
    name: string;
    score: number | null;
    rank: { value: number; low: number; high: number; of: number } | null;
  }[];
};

const totalOf = async (client: DemoClient, path: string): Promise<number> =>
  (await client.get<ListAnswer>(path)).meta.pagination.total;

const countPublished = async (client: DemoClient) => {
  const rows: { type: string; counts: number[] }[] = [];
  for (const type of TYPES) {
    const counts: number[] = [];
    for (const locale of LOCALES) {
      counts.push(await totalOf(client, `/api/${type}?locale=${locale}&pagination[pageSize]=1`));
    }
    rows.push({ type, counts });
  }
  return rows;
};

const searchTotal = (client: DemoClient, locale: string, query: string) =>
  totalOf(
    client,
    `/api/search?locale=${locale}&q=${encodeURIComponent(query)}&pagination[pageSize]=1`,
  );

/**
 * Shows that the running demo does its job, through its own HTTP endpoints only:
 * published entries by type and locale, search hits, the top of the ranking, and a probe that is
 * published by the demo editor, found, deleted and gone.
 * @returns what is missing, in words; empty when all is there
 */
export const runOnce = async ({
  settings,
  say,
}: {
  settings: DemoSettings;
  say: (text: string) => void;
}): Promise<string[]> => {
  const client = createClient({ settings });
  const missing: string[] = [];

  const published = await countPublished(client);
  say('\nPublished entries');
  say(
    formatTable([
      ['type', ...LOCALES],
      ...published.map(({ type, counts }) => [type, ...counts.map(String)]),
    ]),
  );
  for (const { type, counts } of published) {
    for (const [column, locale] of LOCALES.entries()) {
      if (!counts[column]) missing.push(`published ${type} in ${locale}`);
    }
  }
  const referenceCounts: string[][] = [];
  for (const type of REFERENCE_TYPES) {
    const total = await totalOf(client, `/api/${type}?pagination[pageSize]=1`);
    referenceCounts.push([type, String(total)]);
    if (total === 0) missing.push(type);
  }
  say('\nIn every language');
  say(formatTable([['type', 'entries'], ...referenceCounts]));

  const hits: string[][] = [];
  for (const locale of LOCALES) {
    const found = await waitUntil(
      async () => (await searchTotal(client, locale, QUERIES[locale])) > 0,
      INDEXING_TIMEOUT_MS,
    );
    if (!found) missing.push(`a search hit for "${QUERIES[locale]}" in ${locale}`);
    hits.push([
      locale,
      QUERIES[locale],
      String(await searchTotal(client, locale, QUERIES[locale])),
    ]);
  }
  say('\nSearch');
  say(formatTable([['locale', 'query', 'hits'], ...hits]));

  const { data: ranking } = await client.get<RankingAnswer>(
    `/api/regional-dynamics/rankings?index=${INDEX}&pageSize=5`,
  );
  say('\nDynamique numérique régionale, top of the ranking (rank range at 90 %)');
  say(
    formatTable([
      ['region', 'score', 'rank', 'range', 'of'],
      ...ranking
        .slice(0, 5)
        .map(({ unit, name, score, rank }) => [
          `${unit} ${name}`,
          score?.toFixed(1) ?? '–',
          String(rank?.value ?? '–'),
          rank ? `${rank.low}–${rank.high}` : '–',
          String(rank?.of ?? '–'),
        ]),
    ]),
  );
  if (ranking.length < 5 || ranking.some(({ rank }) => !rank))
    missing.push('a ranking with rank ranges');

  missing.push(...(await publishProbe({ settings, say })));
  return missing;
};
