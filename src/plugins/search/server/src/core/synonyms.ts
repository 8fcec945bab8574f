/** An editor's entry: words that mean the same, or words whose search finds others besides. */
export type SynonymEntry = { words: string; alsoFinds: string | null; language: string };

/** The engine's form: what a search for a word finds besides. */
export type Synonyms = Record<string, string[]>;

/** Words between commas, in lower case: the engine compares synonyms without their case. */
export const wordsOf = (list: string | null | undefined): string[] =>
  (list ?? '')
    .split(',')
    .map((word) => word.trim().replace(/\s+/g, ' ').normalize('NFC').toLowerCase())
    .filter((word) => word !== '');

/** Synonyms of some languages for the engine's settings. Entries that name the same word add up. */
export const synonymsOf = (entries: readonly SynonymEntry[]): Synonyms => {
  const found = new Map<string, Set<string>>();
  const add = (word: string, others: readonly string[]) => {
    const known = found.get(word) ?? new Set<string>();
    for (const other of others) if (other !== word) known.add(other);
    if (known.size > 0) found.set(word, known);
  };
  for (const { words, alsoFinds } of entries) {
    const own = wordsOf(words);
    const others = wordsOf(alsoFinds);
    for (const word of own) add(word, others.length > 0 ? others : own);
  }
  return Object.fromEntries(
    [...found]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([word, others]) => [word, [...others].sort()]),
  );
};
