/** Letters that have no decomposition in Unicode, so that Meilisearch does not fold them. */
const FOLDED: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'L',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ħ: 'h',
  Ħ: 'H',
  ı: 'i',
  ŧ: 't',
  Ŧ: 'T',
  þ: 'th',
  Þ: 'Th',
  ð: 'd',
  Ð: 'D',
};
const UNFOLDED = new RegExp(`[${Object.keys(FOLDED).join('')}]`, 'g');

/** `Łódź` → `Lodz`: the undecomposable letters replaced and all accents taken away. */
export const foldLetters = (text: string): string =>
  text
    .replace(UNFOLDED, (letter) => FOLDED[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC');

/**
 * The words of `texts` that the engine would not fold by itself, folded, each once.
 * Empty for most languages: the shadow costs nothing where it is not needed.
 */
export const foldedWords = (texts: readonly string[]): string => {
  const words = new Set<string>();
  for (const text of texts) {
    for (const word of text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []) {
      if (word.search(UNFOLDED) >= 0) words.add(foldLetters(word));
    }
  }
  return [...words].join(' ');
};
