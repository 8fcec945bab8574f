import type { Core } from '@strapi/strapi';
import { codeViolations } from './code-violations';
import { isEmpty, textOf } from './readers';
import { resultingRow } from './resulting-row';
import { hasDraftAndPublish, isLocalized, type Schema, schemaOf } from './schema';
import { schemaViolations } from './schema-violations';
import { freeReference, settleReference, settleSlug } from './settle-names';
import {
  lockNames,
  type Part,
  readDraft,
  readLocales,
  sharedPart,
  type Transaction,
  withDocumentIds,
} from './store';
import type { Occasion, SealedRules } from './type-rules';
import type { Row, Violation } from './violation';

/** Whether a name may be chosen or changed, for which other transactions must wait. */
const namesChange = ({ stored, data }: { stored: Row | null; data: Row }): boolean =>
  stored === null ||
  ['reference', 'slug'].some(
    (key) => isEmpty(stored[key]) || (textOf(data, key) ?? stored[key]) !== stored[key],
  );

export type SavePlan = {
  data: Record<string, unknown>;
  row: Row;
  violations: Violation[];
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
  const localized = isLocalized(schema);
  const known =
    localized && documentId
      ? await readLocales({ strapi, schema, documentId })
      : { locales: [], originalLocale: undefined };
  const originalLocale = known.originalLocale ?? locale;
  const isOriginal = !localized || originalLocale === locale;
  const read = async (from: string | undefined, part: Part) =>
    documentId ? readDraft({ strapi, schema, documentId, locale: from, part }) : null;
  const found = await read(locale, isOriginal ? 'all' : 'own');
  // The original's texts are asked for at publication only.
  const original = isOriginal ? null : await read(originalLocale, complete ? 'all' : 'shared');
  // What a translation shares is the original's, whatever its own row says of it yet.
  const shared = original ? sharedPart({ strapi, schema, original }) : {};
  const stored = found || original ? { ...found, ...shared } : null;
  const occasion: Occasion = { strapi, documentId, locale, isOriginal, stored, original, now };
  if (namesChange({ stored, data: sent })) await lockNames({ strapi, trx, uid });

  const data: Record<string, unknown> = { ...sent };
  const merge = async () =>
    withDocumentIds({
      strapi,
      schema,
      row: resultingRow({ attributes, components, stored, data }),
    });
  const opened = await rules.open({ ...occasion, row: await merge() });
  Object.assign(data, opened.derived);
  const named = await merge();
  const entry = { strapi, schema, documentId, locale, row: named };
  const kept = (key: string) => (stored ? textOf(stored, key) : undefined);
  const reference = await settleReference({
    ...entry,
    asked: textOf(data, 'reference'),
    kept: kept('reference'),
    make: () => freeReference({ strapi, trx, schema, rules, row: named, now }),
  });
  const slug = await settleSlug({ ...entry, asked: textOf(data, 'slug'), kept: kept('slug') });
  Object.assign(data, reference.patch, slug.patch);

  const row = await merge();
  return {
    data,
    row,
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
