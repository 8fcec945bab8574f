import { isRecord } from '../rules/readers';
import type { Attributes } from '../rules/schema';
import {
  type Extra,
  hasNameColumns,
  linksOf,
  NO_EXTRA,
  type SchemaLookup,
  targetOf,
  withoutColumns,
} from './names-in-query';
import { nameIn } from './native-name';

/**
 * The entry, which was read for this answer alone and is changed, with the `name` of each reference type
 * in it, at any depth, in the asked locale, and without the columns that were read for that only.
 */
export const localizeNames = ({
  entry,
  attributes,
  lookup,
  locale,
  extra,
}: {
  entry: Record<string, unknown>;
  attributes: Attributes;
  lookup: SchemaLookup;
  locale: string;
  extra: Extra;
}): Record<string, unknown> => {
  const localized = withoutColumns(entry, extra);
  for (const key of linksOf(attributes)) {
    const value = entry[key];
    if (typeof value !== 'object' || value === null) continue;
    const target = targetOf({ attributes, key, lookup });
    if (!target) continue;
    const inner = { attributes: target.attributes, lookup, locale };
    const child = extra.children[key] ?? NO_EXTRA;
    const localizeOne = (item: unknown) =>
      isRecord(item) ? localizeNames({ ...inner, entry: item, extra: child }) : item;
    localized[key] = Array.isArray(value) ? value.map(localizeOne) : localizeOne(value);
  }
  if ('name' in entry && hasNameColumns(attributes)) {
    localized.name = nameIn({ row: entry, locale }) ?? null;
  }
  return localized;
};
