import { codeOf, type Fault, fault, type Item } from './code-items';
import type { CodedList } from './find-coded-lists';

/**
 * The codes that a translation lacks for publication.
 * @param published the coded lists of the row to be published, by name, its shared ones included
 * @param originals the coded lists of the original that readers see (published, else draft)
 */
export const findMissingCodes = ({
  lists,
  locale,
  published,
  originals,
  code,
}: {
  lists: CodedList[];
  locale: string;
  published: Record<string, Item[]>;
  originals: Record<string, Item[]>;
  code: string;
}): Fault[] =>
  lists.flatMap(({ name, localized, follows }) => {
    if (!localized) return [];
    const wanted = follows === undefined ? originals[name] : published[follows];
    const there = new Set((published[name] ?? []).map((item) => codeOf(item, code)));
    const missing = (wanted ?? [])
      .map((item) => codeOf(item, code))
      .filter((value) => value !== undefined && !there.has(value));
    if (missing.length === 0) return [];
    return [fault([name], 'missing-codes', { locale, codes: missing.join(', ') })];
  });
