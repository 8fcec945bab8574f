import { memoize } from 'lodash';
import type { AttributeSettings, FacetValue } from '../../../shared/contracts';

/** Titles of the entries that name values, by type in search and reference. */
export type Titles = ReadonlyMap<string, ReadonlyMap<string, string>>;

type Settings = Readonly<Record<string, AttributeSettings>>;
type Distribution = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Which entries' titles a distribution needs: references by type in search. */
export const namesNeeded = ({
  distribution,
  settings,
}: {
  distribution: Distribution;
  settings: Settings;
}): Map<string, string[]> => {
  const needed = new Map<string, string[]>();
  for (const [attribute, counts] of Object.entries(distribution)) {
    const type = settings[attribute]?.namedBy;
    if (type === undefined) continue;
    needed.set(type, [...new Set([...(needed.get(type) ?? []), ...Object.keys(counts)])]);
  }
  return needed;
};

/** Undefined where a locale is called what no language is. */
const unlessRange = <T>(work: () => T): T | undefined => {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

/** They take a tenth of a millisecond to make, and there are as many as locales. */
const languagesIn = memoize((locale: string) =>
  unlessRange(() => new Intl.DisplayNames([locale], { type: 'language' })),
);
const collatorOf = memoize(
  (locale: string) => unlessRange(() => new Intl.Collator(locale)) ?? new Intl.Collator(),
);

const languageName = (code: string, locale: string): string | undefined =>
  unlessRange(() => languagesIn(locale)?.of(code));

/**
 * Counts of facet values with the name of each in the asked locale: the title of the entry that it is
 * the reference of, the name in the settings (of the default locale where it has none in the asked
 * one), or the value itself.
 */
export const toFacets = ({
  distribution,
  asked,
  settings,
  titles,
  locale,
  defaultLocale,
}: {
  distribution: Distribution;
  asked: readonly string[];
  settings: Settings;
  titles: Titles;
  locale: string;
  defaultLocale: string;
}): Record<string, FacetValue[]> => {
  const labelOf = (attribute: string, value: string): string => {
    const { namedBy = '', names } = settings[attribute] ?? {};
    const own = names && Object.hasOwn(names, value) ? names[value] : undefined;
    return (
      titles.get(namedBy)?.get(value) ??
      own?.[locale] ??
      own?.[defaultLocale] ??
      (attribute === 'locale' ? languageName(value, locale) : undefined) ??
      value
    );
  };
  const collator = collatorOf(locale);
  return Object.fromEntries(
    asked.map((attribute) => [
      attribute,
      Object.entries(distribution[attribute] ?? {})
        .map(([value, count]) => ({ value, label: labelOf(attribute, value), count }))
        .sort((a, b) => b.count - a.count || collator.compare(a.label, b.label)),
    ]),
  );
};
