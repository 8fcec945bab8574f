import type { Core, UID } from '@strapi/strapi';
import type { SeedMark } from './seed-memory';
import type { SeedAttribute, SeedContent, SeedModel } from './types';

type Values = Record<string, unknown>;

const emptied = (attribute: SeedAttribute | undefined): unknown => {
  const fallback = attribute?.default;
  if (fallback !== undefined) return fallback;
  return attribute?.repeatable || attribute?.relation?.endsWith('ToMany') ? [] : null;
};

/** The fields to send: what the file says, and nothing for what it said before and no longer says. */
const withDropped = (model: SeedModel, values: Values, before: readonly string[] = []): Values => ({
  ...Object.fromEntries(
    before
      .filter((name) => !(name in values) && name in model.attributes)
      .map((name) => [name, emptied(model.attributes[name])]),
  ),
  ...values,
});

/**
 * Writes an entry through the Document Service, so that every rule and plugin has its say: the
 * original first, then the translations, then what is to be published. Call it in a transaction.
 * @param shared the entry's shared values, with relations resolved
 * @param mark what is remembered of its last load; undefined makes a new document
 */
export const writeEntry = async ({
  strapi,
  model,
  entry,
  documentId,
  shared,
  mark,
}: {
  strapi: Core.Strapi;
  model: SeedModel;
  entry: SeedContent;
  documentId: string;
  shared: Values;
  mark: SeedMark | undefined;
}): Promise<void> => {
  const { reference, originalLocale } = entry;
  const documents = strapi.documents(entry.type as UID.ContentType);
  const write = async (locale: string | undefined, data: Values, create: boolean) => {
    const place = locale === undefined ? {} : { locale };
    await (create
      ? documents.create({ ...place, data: { ...data, documentId } as never })
      : documents.update({ ...place, documentId, data: data as never }));
  };

  const sharedData = { ...withDropped(model, shared, mark?.fields.shared), reference };
  if (originalLocale === undefined) {
    await write(undefined, sharedData, mark === undefined);
    if (model.draftAndPublish) await documents.publish({ documentId });
    return;
  }
  const texts = (locale: string) =>
    withDropped(model, entry.locales[locale] ?? {}, mark?.fields[locale]);
  await write(
    originalLocale,
    { ...sharedData, ...texts(originalLocale), originalLocale },
    mark === undefined,
  );
  const translations = Object.keys(entry.locales).filter((locale) => locale !== originalLocale);
  for (const locale of translations) await write(locale, texts(locale), false);
  if (!model.draftAndPublish) return;
  for (const locale of [originalLocale, ...translations]) {
    if (entry.published.includes(locale)) await documents.publish({ documentId, locale });
    else if (mark) await documents.unpublish({ documentId, locale });
  }
};
