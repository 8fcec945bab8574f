import type { LocaleCounts, TypeStatus } from '../../../shared/contracts';

type Counted = { locale: string; published: number; modified: number; draft: number };

/**
 * Fills the row of one type: every locale has its counts, and what is neither published nor a draft
 * there is missing. Locales that the site no longer has are left out.
 */
export const typeStatus = ({
  type,
  documents,
  counted,
  locales,
}: {
  type: Pick<TypeStatus, 'uid' | 'kind' | 'displayName'>;
  documents: number;
  counted: Counted[];
  locales: string[];
}): TypeStatus => {
  const byLocale = new Map(counted.map((counts) => [counts.locale, counts]));
  const rows = locales.map((code): [string, LocaleCounts] => {
    const { published = 0, modified = 0, draft = 0 } = byLocale.get(code) ?? {};
    return [code, { published, modified, draft, missing: documents - published - draft }];
  });
  return { ...type, documents, locales: Object.fromEntries(rows) };
};
