import { type Expression, isIn } from './filter-expression';

export type Languages = {
  /** The language of the answer's labels: the one or first that was asked for. */
  locale: string;
  /** Several locales to search at once, in the order they were asked for; undefined for one. */
  across?: { locales: readonly string[]; isEvery: boolean };
};

/** The condition that an entry is published in one of several languages; '' where that is not asked. */
export const ofLanguages = ({ across }: Languages): Expression =>
  across && !across.isEvery ? isIn('locale', across.locales) : '';

/** Which language the answer is in, and which are searched at once; none asked for is the default one. */
export const readLocales = ({
  asked,
  rules: { locales, defaultLocale },
}: {
  asked: readonly string[];
  rules: { locales: readonly string[]; defaultLocale: string };
}): Languages => {
  const [first = defaultLocale, ...others] = new Set(asked);
  if (asked.includes('*')) {
    const order = [
      ...new Set([...asked.filter((code) => code !== '*'), defaultLocale, ...locales]),
    ];
    return { locale: order[0] ?? defaultLocale, across: { locales: order, isEvery: true } };
  }
  if (others.length === 0) return { locale: first };
  return { locale: first, across: { locales: [first, ...others], isEvery: false } };
};
