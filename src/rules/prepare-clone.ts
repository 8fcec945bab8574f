import type { Core } from '@strapi/strapi';
import { codeViolations } from './code-violations';
import { isRecord, textOf } from './readers';
import { resultingRow } from './resulting-row';
import { hasDraftAndPublish, isLocalized, type Schema, schemaOf } from './schema';
import { schemaViolations } from './schema-violations';
import { freeReference, freeSlug, settleReference, settleSlug } from './settle-names';
import { lockNames, readDraft, readLocales, type Transaction, withDocumentIds } from './store';
import type { SealedRules } from './type-rules';
import type { Row, Violation } from './violation';

export type ClonePlan = {
  data: Record<string, unknown>;
  violations: Violation[];
  /** Gives each locale of the new document a slug of its own, once the rows are there. */
  nameClones: (result: unknown) => Promise<void>;
};

/** A name that is asked for, unless it is the source's own, which the clone cannot have. */
const askedName = (sent: Row, source: Row, key: string): string | undefined => {
  const asked = textOf(sent, key);
  return asked === textOf(source, key) ? undefined : asked;
};

/**
 * Works out what a clone is to write, and judges the rows that it will make. The clone gets a
 * reference and slugs of its own. Runs inside the clone's transaction.
 * @param locales the locales to clone, or `'*'` for all
 */
export const prepareClone = async ({
  strapi,
  trx,
  schema,
  rules,
  documentId,
  locales,
  sent,
  now,
}: {
  strapi: Core.Strapi;
  trx: Transaction;
  schema: Schema;
  rules: SealedRules;
  documentId: string;
  locales: readonly string[] | '*';
  sent: Row;
  now: Date;
}): Promise<ClonePlan> => {
  const { attributes, uid } = schema;
  const components = (component: string) => schemaOf({ strapi, uid: component }).attributes;
  const localized = isLocalized(schema);
  const known = await readLocales({ strapi, schema, documentId });
  const cloned: (string | undefined)[] = localized
    ? known.locales.filter((locale) => locales === '*' || locales.includes(locale))
    : [undefined];
  await lockNames({ strapi, trx, uid });

  const violations: Violation[] = [];
  const data: Record<string, unknown> = { ...sent };
  for (const locale of cloned) {
    const stored = await readDraft({ strapi, schema, documentId, locale });
    if (!stored) continue;
    const row = await withDocumentIds({
      strapi,
      schema,
      row: resultingRow({ attributes, components, stored, data: sent }),
    });
    const nobody = { strapi, schema, documentId: undefined, locale, row };
    // One reference for all locales: the first row's settles it.
    if (locale === cloned[0]) {
      const reference = await settleReference({
        ...nobody,
        asked: askedName(sent, stored, 'reference'),
        kept: undefined,
        make: () => freeReference({ strapi, trx, schema, rules, row, now }),
      });
      Object.assign(data, reference.patch);
      violations.push(...reference.violations);
    }
    if (!localized) {
      const asked = askedName(sent, stored, 'slug');
      const slug = await settleSlug({ ...nobody, asked, kept: undefined });
      Object.assign(data, slug.patch);
      violations.push(...slug.violations);
    }
    const isOriginal = !localized || locale === known.originalLocale;
    const opened = await rules.open({
      strapi,
      documentId: undefined,
      locale,
      isOriginal,
      stored: null,
      original: null,
      now,
      row,
    });
    violations.push(
      ...schemaViolations({ attributes, components, row, complete: !hasDraftAndPublish(schema) }),
      ...codeViolations({ attributes, components, row }),
      ...opened.judge({ row, complete: false }),
    );
  }

  return {
    data,
    violations,
    nameClones: async (result) => {
      if (!localized || !attributes.slug) return;
      const entries = isRecord(result) && Array.isArray(result.entries) ? result.entries : [];
      for (const entry of entries.filter(isRecord)) {
        const { id, documentId: own, locale } = entry;
        if (typeof own !== 'string' || typeof locale !== 'string') continue;
        const row = await readDraft({ strapi, schema, documentId: own, locale });
        if (!row) continue;
        const slug = await freeSlug({ strapi, schema, row, documentId: own, locale });
        await strapi.db.query(uid).update({ where: { id }, data: { slug: slug ?? null } });
        if ('slug' in entry) entry.slug = slug ?? null;
      }
    },
  };
};
