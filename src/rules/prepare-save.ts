import type { Core } from '@strapi/strapi';
import { chooseSlug } from './choose-slug';
import { codeViolations } from './code-violations';
import { isEmpty, textOf } from './readers';
import { nextReference } from './reference-pattern';
import { resultingRow } from './resulting-row';
import { hasDraftAndPublish, isLocalized, type Schema, schemaOf } from './schema';
import { schemaViolations } from './schema-violations';
import {
  lockNames,
  readDraft,
  readLocales,
  referenceOwner,
  sharedPart,
  slugsLike,
  type Transaction,
  takenReferences,
  withDocumentIds,
} from './store';
import type { Occasion, OpenedRules, SealedRules } from './type-rules';
import { type Row, type Violation, violation } from './violation';

/** Strapi's own transliteration, as the admin's form uses it; whether it is free we ask ourselves. */
const baseSlug = async ({
  strapi,
  schema,
  row,
  locale,
}: {
  strapi: Core.Strapi;
  schema: Schema;
  row: Row;
  locale: string | undefined;
}): Promise<string> => {
  const generate = strapi.plugin('content-manager').service('uid').generateUIDField;
  return generate.call(
    { findUniqueUID: async ({ value }: { value: string }) => value },
    { contentTypeUID: schema.uid, field: 'slug', data: row, locale },
  );
};

const slugTarget = (schema: Schema): string => schema.attributes.slug?.targetField ?? 'title';

/** The slug to write, if any, and what is wrong with the one that was asked for. */
const settleSlug = async ({
  strapi,
  schema,
  row,
  data,
  occasion,
}: {
  strapi: Core.Strapi;
  schema: Schema;
  row: Row;
  data: Row;
  occasion: Occasion;
}): Promise<{ patch: Record<string, unknown>; violations: Violation[] }> => {
  const { documentId, locale, stored } = occasion;
  if (!schema.attributes.slug) return { patch: {}, violations: [] };
  const kept = stored ? textOf(stored, 'slug') : undefined;
  const asked = textOf(data, 'slug');
  if (asked === undefined || asked === kept) {
    if (kept !== undefined) return { patch: { slug: kept }, violations: [] };
    if (isEmpty(row[slugTarget(schema)])) return { patch: {}, violations: [] };
    const base = await baseSlug({ strapi, schema, row, locale });
    const taken = await slugsLike({ strapi, schema, base, documentId, locale });
    return { patch: { slug: chooseSlug({ base, locale, taken }) }, violations: [] };
  }
  const taken = await slugsLike({ strapi, schema, base: asked, documentId, locale });
  const foreign = taken.find((other) => other.slug === asked && other.documentId !== documentId);
  if (foreign) {
    const sentence = `"${asked}" is the slug of another entry${foreign.locale ? ` (${foreign.locale})` : ''}`;
    return {
      patch: {},
      violations: [violation({ path: ['slug'], rule: 'unique-slug', sentence })],
    };
  }
  // The form proposes the title's slug again when a translation's title is the original's.
  return { patch: { slug: chooseSlug({ base: asked, locale, taken }) }, violations: [] };
};

const settleReference = async ({
  strapi,
  trx,
  schema,
  rules,
  row,
  data,
  occasion,
}: {
  strapi: Core.Strapi;
  trx: Transaction;
  schema: Schema;
  rules: SealedRules;
  row: Row;
  data: Row;
  occasion: Occasion;
}): Promise<{ patch: Record<string, unknown>; violations: Violation[] }> => {
  const { stored, documentId, now } = occasion;
  const kept = stored ? textOf(stored, 'reference') : undefined;
  const asked = textOf(data, 'reference') ?? kept;
  const { uid } = schema;
  if (asked === undefined) {
    const pattern = rules.reference({ row, now });
    const { prefix, exact } = pattern;
    const taken = await takenReferences({ strapi, trx, uid, prefix, exact });
    return { patch: { reference: nextReference({ pattern, taken }) }, violations: [] };
  }
  if (asked !== kept && (await referenceOwner({ strapi, uid, reference: asked, documentId }))) {
    const sentence = `"${asked}" is the reference of another entry`;
    return {
      patch: {},
      violations: [violation({ path: ['reference'], rule: 'unique-reference', sentence })],
    };
  }
  return { patch: { reference: asked }, violations: [] };
};

const isTaken = ({ stored, data }: { stored: Row | null; data: Row }): boolean =>
  stored === null ||
  ['reference', 'slug'].some(
    (key) => isEmpty(stored[key]) || (textOf(data, key) ?? stored[key]) !== stored[key],
  );

export type SavePlan = {
  data: Record<string, unknown>;
  row: Row;
  violations: Violation[];
  opened: OpenedRules;
};

/**
 * Works out what a create or update is to write, with all that the server fills in, and judges the
 * entry as it will then stand. Runs inside the save's transaction and writes nothing.
 * @param complete whether it is published at once
 */
export const prepareSave = async ({
  strapi,
  trx,
  schema,
  rules,
  documentId,
  locale,
  sent,
  complete,
  now,
}: {
  strapi: Core.Strapi;
  trx: Transaction;
  schema: Schema;
  rules: SealedRules;
  documentId: string | undefined;
  locale: string | undefined;
  sent: Row;
  complete: boolean;
  now: Date;
}): Promise<SavePlan> => {
  const { attributes, uid } = schema;
  const components = (component: string) => schemaOf({ strapi, uid: component }).attributes;
  const found = documentId ? await readDraft({ strapi, schema, documentId, locale }) : null;
  const localized = isLocalized(schema);
  const known =
    localized && documentId
      ? await readLocales({ strapi, schema, documentId })
      : { locales: [], originalLocale: undefined };
  const originalLocale = known.originalLocale ?? locale;
  const isOriginal = !localized || originalLocale === locale;
  const original =
    !isOriginal && documentId
      ? await readDraft({ strapi, schema, documentId, locale: originalLocale })
      : null;
  // What a translation shares is the original's, whatever its own row says of it yet.
  const shared = original ? sharedPart({ strapi, schema, original }) : {};
  const stored = found || original ? { ...found, ...shared } : null;
  const occasion: Occasion = { strapi, documentId, locale, isOriginal, stored, original, now };
  if (isTaken({ stored, data: sent })) await lockNames({ strapi, trx, uid });

  const data: Record<string, unknown> = { ...sent };
  const merge = async () =>
    withDocumentIds({
      strapi,
      schema,
      row: resultingRow({ attributes, components, stored, data }),
    });
  const opened = await rules.open({ ...occasion, row: await merge() });
  Object.assign(data, opened.derived);
  const reference = await settleReference({
    strapi,
    trx,
    schema,
    rules,
    row: await merge(),
    data,
    occasion,
  });
  Object.assign(data, reference.patch);
  const slug = await settleSlug({ strapi, schema, row: await merge(), data, occasion });
  Object.assign(data, slug.patch);

  const row = await merge();
  return {
    data,
    row,
    opened,
    violations: [
      ...schemaViolations({
        attributes,
        components,
        row,
        complete: complete || !hasDraftAndPublish(schema),
      }),
      ...codeViolations({ attributes, components, row }),
      ...reference.violations,
      ...slug.violations,
      ...opened.judge({ row, complete }),
    ],
  };
};
