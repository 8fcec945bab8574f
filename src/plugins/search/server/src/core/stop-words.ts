/**
 * Words that are too common to search by, per base language. Lower case here; the settings ship both
 * cases, since Meilisearch compares stop words with their case. French, and the others where they
 * write it, split at the apostrophe, so the elided articles stand here too.
 */
const WORDS: Readonly<Record<string, string>> = {
  fr: `au aux avec ce ces cette cet dans de des du elle elles en est et eux il ils la le les leur leurs
    lui ma mais me même mes moi mon ne nos notre nous on ou où par pas pour qu que qui sa se ses son sur
    ta te tes toi ton tu un une vos votre vous y à c d j l m n s t lorsqu puisqu jusqu quoiqu`,
  el: `ο η το οι τα του της των τον την τους τις ένα ένας μια μία και κι ή να θα με σε στο στη στην στον
    στους στις στα από για ως προς που πως ότι δεν μη μην είναι κατά μετά παρά αντί`,
  pt: `a o as os um uma uns umas de do da dos das em no na nos nas por pelo pela pelos pelas para com e
    ou que se ao aos à às é são como mais mas sem sobre entre seu sua seus suas`,
  es: `el la los las un una unos unas de del a al en por para con y e o u que se su sus es son como más
    pero sin sobre entre lo le les ya muy este esta estos estas`,
  pl: `a i o u w z na do od po za ze we nad pod przy przez dla oraz lub albo ale że się jest są to ten ta
    te tego tej jak co nie być jako ich jego jej`,
  en: `a an and are as at be by for from in into is it its of on or s t that the their this to was were
    with`,
};

/** Too common in one language, and a word to search by in another: "south", "forests", "pair". */
const ELSEWHERE_A_WORD = new Set(['sur', 'las', 'par', 'pod']);

/** Stop words of texts in several languages. */
export const sharedStopWords = (locales: readonly string[]): string[] => {
  const words = new Set(locales.flatMap(stopWords));
  return [...words].filter((word) => !ELSEWHERE_A_WORD.has(word.toLocaleLowerCase())).sort();
};

/** Stop words of a locale (`pt-BR` takes `pt`'s), lower case and capitalised; empty for other languages. */
export const stopWords = (locale: string): string[] => {
  const words = (WORDS[locale.split('-')[0] ?? ''] ?? '').split(/\s+/).filter(Boolean);
  const capitalised = words.map((word) => word.charAt(0).toLocaleUpperCase() + word.slice(1));
  return [...new Set([...words, ...capitalised])].sort();
};
