import type { Core } from '@strapi/strapi';
import { checkRequired } from './checks/check-required';
import { codeViolations } from './code-violations';
import { isEmpty } from './readers';
import { resultingRow } from './resulting-row';
import { isLocalized, type Schema, schemaOf } from './schema';
import { schemaViolations } from './schema-violations';
import { readDraft, readLocales, sharedPart, withDocumentIds } from './store';
import type { SealedRules } from './type-rules';
import type { Violation } from './violation';

/**
 * Judges the drafts that a publication would publish, each as a whole.
 * @param locales the locales asked for, or `'*'` for all that have a draft
 * @returns what is wrong in any of them; the message names the locale where there are several
 */
export const judgePublication = async ({
  strapi,
  schema,
  rules,
  documentId,
  locales,
  now,
}: {
  strapi: Core.Strapi;
  schema: Schema;
  rules: SealedRules;
  documentId: string;
  locales: readonly string[] | '*';
  now: Date;
}): Promise<Violation[]> => {
  const { attributes } = schema;
  const components = (uid: string) => schemaOf({ strapi, uid }).attributes;
  const known = await readLocales({ strapi, schema, documentId });
  const asked: (string | undefined)[] = !isLocalized(schema)
    ? [undefined]
    : known.locales.filter((locale) => locales === '*' || locales.includes(locale));
  const violations: Violation[] = [];
  const source =
    asked.some((locale) => locale !== known.originalLocale) && isLocalized(schema)
      ? await readDraft({ strapi, schema, documentId, locale: known.originalLocale })
      : null;
  // One after the other: queries of one transaction share one connection.
  for (const locale of asked) {
    const isOriginal = !isLocalized(schema) || locale === known.originalLocale;
    const original = isOriginal ? null : source;
    const draft = await readDraft({ strapi, schema, documentId, locale });
    if (!draft) continue;
    // What a translation shares is the original's, whatever its own row says of it yet.
    const stored = original ? { ...draft, ...sharedPart({ strapi, schema, original }) } : draft;
    const row = await withDocumentIds({
      strapi,
      schema,
      row: resultingRow({ attributes, components, stored, data: {} }),
    });
    const opened = await rules.open({
      strapi,
      documentId,
      locale,
      isOriginal,
      stored,
      original,
      now,
      row,
    });
    // A slug follows from the title: without one, that is what is missing.
    const target = attributes.slug?.targetField;
    const named =
      target !== undefined && isEmpty(row[target]) ? ['reference'] : ['reference', 'slug'];
    const found = [
      ...schemaViolations({ attributes, components, row, complete: true }),
      ...checkRequired(row, named),
      ...codeViolations({ attributes, components, row }),
      ...opened.judge({ row, complete: true }),
    ];
    violations.push(
      ...found.map((one) =>
        asked.length > 1
          ? { ...one, ...(locale && { locale }), message: `[${locale}] ${one.message}` }
          : one,
      ),
    );
  }
  return violations;
};
