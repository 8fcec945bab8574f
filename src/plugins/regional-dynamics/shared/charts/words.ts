import { LANGUAGES } from '../languages';
import el from './texts/el';
import en from './texts/en';
import es from './texts/es';
import fr from './texts/fr';
import pl from './texts/pl';
import pt from './texts/pt';

const TEXTS: Record<(typeof LANGUAGES)[number], Record<keyof typeof en, string>> = {
  fr,
  en,
  el,
  es,
  pl,
  pt,
};

const textsIn = (language: string): Record<keyof typeof en, string> => {
  const spoken = LANGUAGES.find((one) => one === language);
  return spoken ? TEXTS[spoken] : en;
};

type Values = Record<string, string | number>;

/** What charts write in a language: its words, and its numbers. A language without words has English ones. */
export const words = (locale: string) => {
  const language = locale.slice(0, 2).toLowerCase();
  const texts = textsIn(language);
  const number = (value: number, digits = 0): string =>
    new Intl.NumberFormat(language, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(value);
  // French sets a space before colons and semicolons.
  const before = language === 'fr' ? ' ' : '';
  return {
    /** What is said of something. */
    of: (what: string | number, said: string): string => `${what}${before}: ${said}`,
    /** Clauses that follow one another. */
    clauses: (parts: string[]): string => parts.join(`${before}; `),
    /** A text with its `{places}` filled. */
    text: (key: keyof typeof en, values: Values = {}): string =>
      texts[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole)),
    number,
    score: (value: number | null): string => (value === null ? '–' : number(value, 1)),
    /** A share of 1, as per cent. */
    percent: (value: number, digits = 1): string =>
      new Intl.NumberFormat(language, {
        style: 'percent',
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
        signDisplay: 'exceptZero',
      }).format(value),
    /** A rank and in brackets its range. */
    rank: ({ value, low, high }: { value: number; low: number; high: number }): string =>
      `${number(value)} (${number(low)}–${number(high)})`,
    list: (items: string[]): string => new Intl.ListFormat(language).format(items),
  };
};

export type Words = ReturnType<typeof words>;
