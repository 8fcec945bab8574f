import { omit } from 'lodash';
import { prepareTranslationCodes } from '../core/prepare-translation-codes';
import type { Row } from '../core/resolve-original';
import type { Schema } from '../core/schema';
import { toInput } from '../core/to-input';
import { loadCodedLists } from '../store/load-coded-lists';
import { loadValuedRows } from '../store/load-rows';
import { type Data, editable, type Write } from './context';
import { present } from './present';
import { refuseFaults } from './refuse';
import { rowsOf, settleLinks, settleShared } from './settle';
import { settlePublication } from './settle-publication';

const prepareCodes = async (
  { session, type, dependencies }: Write,
  data: Data,
  rowId: number | undefined,
  originalRowId: number | undefined,
): Promise<Data> => {
  const lists = type.codedLists.filter(({ name, localized }) => localized && data[name]);
  if (lists.length === 0) return data;
  const { code } = dependencies.settings;
  const load = (id: number | undefined, names: string[]) =>
    loadCodedLists({ session, uid: type.uid, rowId: id, names: [...new Set(names)], code });
  const prepared = prepareTranslationCodes({
    lists,
    data,
    stored: await load(
      rowId,
      lists.map(({ name }) => name),
    ),
    originals: await load(
      originalRowId,
      lists.map(({ name, follows }) => follows ?? name),
    ),
    code,
  });
  refuseFaults(prepared.faults, type.uid);
  return prepared.data;
};

const sharedInput = async (
  { session, type, dependencies }: Write,
  documentId: string,
  originalRowId: number,
): Promise<Data> => {
  const [row] = await loadValuedRows({
    session,
    type,
    documentId,
    originalLocale: dependencies.settings.originalLocale,
    names: type.shared.map(({ name }) => name),
    ids: [originalRowId],
  });
  const { strapi } = session;
  const schema = strapi.contentTypes[
    type.uid as keyof typeof strapi.contentTypes
  ] as unknown as Schema;
  const components = strapi.components as unknown as Record<string, Schema>;
  return Object.fromEntries(
    type.shared.flatMap(({ name }) => {
      const attribute = schema.attributes[name];
      return attribute
        ? [[name, toInput({ value: row?.values[name], attribute, components })]]
        : [];
    }),
  );
};

/**
 * Saves the texts of a translation; whatever else was sent is dropped. A new translation is
 * filled from the original's draft.
 */
export const saveTranslation = async ({
  write,
  documentId,
  rows,
  locale,
  original,
}: {
  write: Write;
  documentId: string;
  rows: Row[];
  locale: string;
  original: string;
}): Promise<unknown> => {
  const { type, context, next, dependencies } = write;
  const status = editable(type);
  const find = (wanted: string) =>
    rows.find((one) => one.locale === wanted && one.status === status);
  const row = find(locale);
  const originalRow = find(original);
  const texts = omit(context.params.data ?? {}, [
    ...type.shared.map(({ name }) => name),
    ...type.links.map(({ name }) => name),
    dependencies.settings.originalLocale,
  ]);
  const prepared = await prepareCodes(write, texts, row?.id, originalRow?.id);
  const filled =
    row || !originalRow
      ? {}
      : {
          ...(await sharedInput(write, documentId, originalRow.id)),
          [dependencies.settings.originalLocale]: original,
        };
  context.params = { ...context.params, data: { ...prepared, ...filled } };
  const result = await next();
  if (type.hasDrafts && context.params.status === 'published') {
    const written = await settlePublication({
      write,
      documentId,
      rows: await rowsOf(write, documentId),
      original,
      locales: [locale],
    });
    return present({ write, result, written, status: 'published' });
  }
  if (row) return result;
  const copied = await settleShared({ scope: write, documentId, original });
  const linked = await settleLinks({ scope: write, documentId });
  return present({ write, result, written: [...copied, ...linked], status });
};
