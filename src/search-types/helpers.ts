import type { Entry, Populate } from '../plugins/search/shared/contracts';
import { itemsOf, textOf, textsOf } from '../plugins/search/shared/read-entry';

const LANGUAGES = ['Fr', 'El', 'Pt', 'Es', 'Pl', 'En'] as const;
export const each = (stem: string) => LANGUAGES.map((language) => `${stem}${language}`);

export const NAMED = ['reference', 'name', ...each('name')];
export const named: Populate = { fields: NAMED };
export const theme: Populate = {
  fields: NAMED,
  populate: { broader: { fields: NAMED, populate: { broader: named } } },
};
/** A territory and so many of those above it. */
export const up = (levels: number): Populate =>
  levels === 0 ? named : { fields: NAMED, populate: { parent: up(levels - 1) } };
/** From an island or a municipality up to its country. */
export const territory = up(5);

const suffix = (locale: string) => locale.charAt(0).toUpperCase() + locale.slice(1, 2);

/** A text that a reference type keeps in one column per language: the asked one, else French, English, any. */
export const inLanguage = (entry: Entry, stem: string, locale: string): string | undefined =>
  textsOf(entry, [`${stem}${suffix(locale)}`, `${stem}Fr`, `${stem}En`, stem, ...each(stem)])[0];

/** The name in the asked language and the native one: either may be searched. */
export const namesOf = (entries: readonly Entry[], locale: string): string[] =>
  entries.flatMap((entry) =>
    [inLanguage(entry, 'name', locale) ?? [], textOf(entry, 'name') ?? []].flat(),
  );

/** References of the entries and of all that lies above them, so that a filter includes what lies below it. */
export const withAbove = (entries: readonly Entry[], above: string): string[] => [
  ...new Set(
    entries.flatMap((entry): string[] => [
      ...textsOf(entry, ['reference']),
      ...withAbove(itemsOf(entry, above), above),
    ]),
  ),
];

export const references = (entries: readonly Entry[]): string[] =>
  entries.flatMap((entry) => textsOf(entry, ['reference']));

/** For members unless the entry says that it is public, as REST has it. */
export const accessOf = (entry: Entry) => (entry.access === 'public' ? 'public' : 'members');

export const translated = (entry: Entry, title: string) =>
  ({
    title: textOf(entry, title) ?? '',
    summary: textOf(entry, 'summary'),
    slug: textOf(entry, 'slug'),
    reference: textOf(entry, 'reference'),
    access: accessOf(entry),
  }) as const;

export const reference = (entry: Entry, locale: string) => ({
  title: inLanguage(entry, 'name', locale) ?? '',
  slug: textOf(entry, 'slug'),
  reference: textOf(entry, 'reference'),
});
