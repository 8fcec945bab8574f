import type { Right } from './write-permission';

/** A call of the Document Service, as far as rights depend on it. */
export type WriteCall = {
  action: string;
  /** One, a list, `*` for all that exist, or none for the default one. */
  locale?: unknown;
  status?: unknown;
  data?: Record<string, unknown>;
};

/** A right that a call needs, in a locale where the type has locales. */
export type Demand = { right: Right; locale?: string };

const RIGHTS: Record<string, Right> = {
  create: 'create',
  update: 'update',
  clone: 'create',
  publish: 'publish',
  unpublish: 'publish',
  discardDraft: 'update',
  delete: 'delete',
};

const localesOf = ({ locale }: WriteCall, existing: string[], defaultLocale: string): string[] => {
  if (locale === undefined || locale === null || locale === '') return [defaultLocale];
  return (Array.isArray(locale) ? locale : [locale]).flatMap((one) =>
    one === '*' ? existing : [String(one)],
  );
};

/**
 * What a write needs in rights. An update of a locale that the entry lacks creates it.
 * @param versions the locales the entry has, and the one that Strapi takes when none is named;
 *   undefined for a type without locales
 * @returns nothing for a call that reads
 */
export const writeDemands = ({
  call,
  versions,
}: {
  call: WriteCall;
  versions: { existing: string[]; defaultLocale: string } | undefined;
}): Demand[] => {
  const right = RIGHTS[call.action];
  if (right === undefined) return [];
  const publishes = call.status === 'published' && ['create', 'update'].includes(call.action);
  if (versions === undefined) return publishes ? [{ right }, { right: 'publish' }] : [{ right }];
  const { existing, defaultLocale } = versions;
  const locales = localesOf(call, existing, defaultLocale);
  // A clone is written in the locale that its data name, whichever was copied.
  const smuggled = call.action === 'clone' ? call.data?.locale : undefined;
  if (typeof smuggled === 'string') locales.push(smuggled);
  return [...new Set(locales)].flatMap((locale): Demand[] => [
    { right: right === 'update' && !existing.includes(locale) ? 'create' : right, locale },
    ...(publishes ? [{ right: 'publish' as const, locale }] : []),
  ]);
};
