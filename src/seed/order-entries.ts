import type { SeedEntry, SeedProblem } from './types';

const keyOf = ({ type, reference }: { type: string; reference: string }) => `${type} ${reference}`;

/** Types without locales first: codes, which no schema ties to a type, may name one of theirs. */
const byKind = (a: SeedEntry, b: SeedEntry): number =>
  Number(a.originalLocale !== undefined) - Number(b.originalLocale !== undefined) ||
  (a.file < b.file ? -1 : 1);

/**
 * Sorts entries so that each comes after those it names, otherwise types without locales first,
 * then by file name.
 * An entry in a circle of references cannot be loaded and comes back in `circular`.
 */
export const orderEntries = (
  entries: readonly SeedEntry[],
): { ordered: SeedEntry[]; circular: { file: string; errors: SeedProblem[] }[] } => {
  const byKey = new Map(entries.map((entry) => [keyOf(entry), entry]));
  const state = new Map<SeedEntry, 'open' | 'done' | 'circular'>();
  const ordered: SeedEntry[] = [];
  const circular: { file: string; errors: SeedProblem[] }[] = [];

  const visit = (entry: SeedEntry): void => {
    state.set(entry, 'open');
    for (const need of entry.needs) {
      const needed = byKey.get(keyOf(need));
      if (!needed) continue;
      if (!state.has(needed)) visit(needed);
      if (state.get(needed) === 'open') {
        state.set(entry, 'circular');
        circular.push({
          file: entry.file,
          errors: [
            { line: need.line, message: `${need.reference} needs this entry too, in a circle` },
          ],
        });
        return;
      }
    }
    state.set(entry, 'done');
    ordered.push(entry);
  };
  for (const entry of [...entries].sort(byKind)) {
    if (!state.has(entry)) visit(entry);
  }
  return { ordered, circular };
};
