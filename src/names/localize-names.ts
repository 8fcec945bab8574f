import { isRecord } from '../rules/readers';
import type { Attributes } from '../rules/schema';
import {
  type Extra,
  hasNameColumns,
  NO_EXTRA,
  type SchemaLookup,
  targetOf,
} from './names-in-query';
import { nameIn } from './native-name';

/**
 * The entry with the `name` of each reference type in it, at any depth, in the asked locale, and
 * without the columns that were read for that only.
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
  const localized = Object.fromEntries(
    Object.entries(entry)
      .filter(([key]) => !extra.columns.includes(key))
      .map(([key, value]): [string, unknown] => {
        if (typeof value !== 'object' || value === null) return [key, value];
        const target = targetOf({ attributes, key, lookup });
        if (!target) return [key, value];
        const inner = { attributes: target.attributes, lookup, locale };
        const child = extra.children[key] ?? NO_EXTRA;
        const localizeOne = (item: unknown) =>
          isRecord(item) ? localizeNames({ ...inner, entry: item, extra: child }) : item;
        return [key, Array.isArray(value) ? value.map(localizeOne) : localizeOne(value)];
      }),
  );
  return 'name' in entry && hasNameColumns(attributes)
    ? { ...localized, name: nameIn({ row: entry, locale }) ?? null }
    : localized;
};
