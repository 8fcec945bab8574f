const MAX_LENGTH = 200;

/**
 * The first free one of `base`, `base-2`, `base-3`, …; where another locale has `base`,
 * `base-<locale>` comes before the numbers.
 * @param taken slugs of the type that begin with `base`, over all locales
 */
export const chooseSlug = ({
  base,
  locale,
  taken,
}: {
  base: string;
  locale: string | undefined;
  taken: readonly { slug: string; locale: string | null }[];
}): string => {
  const short = base.slice(0, MAX_LENGTH).replace(/-+$/, '');
  const slugs = new Set(taken.map(({ slug }) => slug));
  if (!slugs.has(short)) return short;
  const suffixed = `${short}-${locale?.toLowerCase()}`;
  const isOfOtherLocale = taken.every((row) => row.slug !== short || row.locale !== locale);
  if (locale !== undefined && isOfOtherLocale && !slugs.has(suffixed)) return suffixed;
  for (let count = 2; ; count += 1) {
    const candidate = `${short}-${count}`;
    if (!slugs.has(candidate)) return candidate;
  }
};
