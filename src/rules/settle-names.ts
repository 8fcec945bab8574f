import type { Core } from '@strapi/strapi';
import { formerSlugsLike, type SlugRow } from '../slugs/former-slugs';
import { chooseSlug } from './choose-slug';
import { isEmpty } from './readers';
import { nextReference } from './reference-pattern';
import type { Schema } from './schema';
import { referenceOwner, slugsLike, type Transaction, takenReferences } from './store';
import type { SealedRules } from './type-rules';
import { type Row, type Violation, violation } from './violation';

/** What to write of a name, if anything, and what is wrong with the one that was asked for. */
type Settled = { patch: Record<string, unknown>; violations: Violation[] };

type Entry = {
  strapi: Core.Strapi;
  schema: Schema;
  /** The entry as it will stand. */
  row: Row;
  documentId: string | undefined;
  locale: string | undefined;
};

/** Strapi's own transliteration, as the admin's form uses it; whether it is free we ask ourselves. */
const baseSlug = async ({ strapi, schema, row, locale }: Entry): Promise<string> => {
  const generate = strapi.plugin('content-manager').service('uid').generateUIDField;
  return generate.call(
    { findUniqueUID: async ({ value }: { value: string }) => value },
    { contentTypeUID: schema.uid, field: 'slug', data: row, locale },
  );
};

/**
 * Slugs that begin with `base` and are not free: those of now, then the former ones. In this order,
 * a slug that becomes a former one meanwhile is found in one of the two.
 */
const takenSlugs = async ({
  strapi,
  schema,
  documentId,
  locale,
  base,
}: Omit<Entry, 'row'> & { base: string }): Promise<(SlugRow & { former: boolean })[]> => {
  const now = await slugsLike({ strapi, schema, base, documentId, locale });
  const former = await formerSlugsLike({ strapi, uid: schema.uid, base, documentId });
  return [
    ...now.map((row) => ({ ...row, former: false })),
    ...former.map((row) => ({ ...row, former: true })),
  ];
};

/** A slug made of the title or name, free over all locales of the type; none without a title. */
export const freeSlug = async (entry: Entry): Promise<string | undefined> => {
  const target = entry.schema.attributes.slug?.targetField;
  if (target === undefined || isEmpty(entry.row[target])) return undefined;
  const base = await baseSlug(entry);
  const taken = await takenSlugs({ ...entry, base });
  return chooseSlug({ base, locale: entry.locale, taken });
};

/**
 * The slug to write: the one asked for, the one it has, or one made of its title. One that another
 * entry has, or once had in public, is refused.
 */
export const settleSlug = async ({
  asked,
  kept,
  ...entry
}: Entry & { asked: string | undefined; kept: string | undefined }): Promise<Settled> => {
  if (asked === undefined || asked === kept) {
    const slug = kept ?? (await freeSlug(entry));
    return { patch: slug === undefined ? {} : { slug }, violations: [] };
  }
  const { documentId, locale } = entry;
  const taken = await takenSlugs({ ...entry, base: asked });
  const foreign = taken.find((other) => other.slug === asked && other.documentId !== documentId);
  if (foreign) {
    const former = foreign.former ? '.former' : '';
    const values = { slug: asked, locale: foreign.locale ?? '' };
    const sentence = foreign.locale
      ? (`unique-slug${former ? '.former-' : '.'}in-locale` as const)
      : (`unique-slug${former}` as const);
    return {
      patch: {},
      violations: [violation({ path: ['slug'], rule: 'unique-slug', sentence, values })],
    };
  }
  // The form proposes the title's slug again when a translation's title is the original's.
  return { patch: { slug: chooseSlug({ base: asked, locale, taken }) }, violations: [] };
};

/** The next reference of the type, by its rules. */
export const freeReference = async ({
  strapi,
  trx,
  schema,
  rules,
  row,
  now,
}: {
  strapi: Core.Strapi;
  trx: Transaction;
  schema: Schema;
  rules: SealedRules;
  row: Row;
  now: Date;
}): Promise<string> => {
  const pattern = rules.reference({ row, now });
  const { prefix, exact } = pattern;
  const taken = await takenReferences({ strapi, trx, uid: schema.uid, prefix, exact });
  return nextReference({ pattern, taken });
};

/** The reference to write: the one asked for, the one it has, or the next. Never another entry's. */
export const settleReference = async ({
  asked,
  kept,
  make,
  strapi,
  schema,
  documentId,
}: Omit<Entry, 'row' | 'locale'> & {
  asked: string | undefined;
  kept: string | undefined;
  make: () => Promise<string>;
}): Promise<Settled> => {
  const reference = asked ?? kept;
  if (reference === undefined) return { patch: { reference: await make() }, violations: [] };
  const { uid } = schema;
  if (reference !== kept && (await referenceOwner({ strapi, uid, reference, documentId }))) {
    return {
      patch: {},
      violations: [
        violation({ path: ['reference'], rule: 'unique-reference', values: { reference } }),
      ],
    };
  }
  return { patch: { reference }, violations: [] };
};
