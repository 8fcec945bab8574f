import type { SearchDocument } from '../../../shared/contracts';
import type { EntryInLocale, EntryState } from '../../../shared/desk';
import type { LocaleDocuments } from './build-documents';
import { EVERY_LOCALE } from './entry-document';
import type { Known } from './find-differences';

/** What waits of an entry, or was given up. Times are Unix milliseconds. */
export type EntryMark = {
  attempts: number;
  error: string | null;
  enqueuedAt: number;
  deadAt: number | null;
};

type Judged = {
  id: string;
  /** What should be in each index now. */
  documents: LocaleDocuments;
  /** What is there; null where the engine did not answer. */
  known: ReadonlyMap<string, Known> | null;
  mark: EntryMark | null;
  /** When each locale's version was published, Unix milliseconds; `''` stands for a type without locales. */
  published: ReadonlyMap<string, number>;
};

const iso = (milliseconds: number | null | undefined): string | null =>
  milliseconds == null ? null : new Date(milliseconds).toISOString();

const inLocale = ({
  locale,
  document,
  known,
  id,
  published,
}: Pick<Judged, 'id' | 'known' | 'published'> & {
  locale: string;
  document: SearchDocument | null;
}): EntryInLocale => {
  const found = known?.get(locale)?.get(id);
  const isRight = document ? found?.hash === document.hash : found === undefined;
  const language = document?.locale ?? null;
  const stateOf = (): EntryInLocale['state'] => {
    if (known === null) return 'unknown';
    if (!isRight) return 'pending';
    if (document === null) return 'absent';
    return document.isFallback ? 'stands-in' : 'in-search';
  };
  const state = stateOf();
  const isShown = state === 'in-search' || state === 'stands-in';
  return {
    locale,
    state,
    language,
    since: isShown ? iso(published.get(language ?? '') ?? published.get('')) : null,
    forMembers: document?.access === 'members',
  };
};

/** How an entry stands in search: as a whole, and in the index of each locale. Writes nothing. */
export const judgeEntry = ({ id, documents, known, mark, published }: Judged): EntryState => {
  const locales = [...documents].flatMap(([locale, document]) =>
    locale === EVERY_LOCALE
      ? []
      : [inLocale({ locale, document: document as SearchDocument | null, known, id, published })],
  );
  const isIncluded = [...documents.values()].some((document) => document !== null);
  const isRight = [...documents].every(
    ([target, document]) => known?.get(target)?.get(id)?.hash === document?.hash,
  );
  const stateOf = (): Pick<EntryState, 'state' | 'since'> => {
    if (mark?.deadAt != null) return { state: 'failed', since: iso(mark.deadAt) };
    if (mark) return { state: 'waiting', since: iso(mark.enqueuedAt) };
    if (known !== null && !isRight) return { state: 'outdated', since: null };
    if (published.size === 0) return { state: 'unpublished', since: null };
    if (!isIncluded) return { state: 'hidden', since: null };
    if (known === null) return { state: 'unknown', since: null };
    return { state: 'in-search', since: iso(Math.max(...published.values())) };
  };
  return {
    ...stateOf(),
    attempts: mark?.attempts ?? 0,
    error: mark?.error ?? null,
    engine: known === null ? 'unavailable' : 'healthy',
    locales,
  };
};
