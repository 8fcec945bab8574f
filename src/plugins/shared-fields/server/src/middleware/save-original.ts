import { prepareOriginalCodes } from '../core/prepare-original-codes';
import type { Row } from '../core/resolve-original';
import { loadCodedLists } from '../store/load-coded-lists';
import { type Data, editable, type Write } from './context';
import { present } from './present';
import { refuseFaults } from './refuse';
import { rowsOf, settleLinks, settleShared } from './settle';
import { settlePublication } from './settle-publication';
import { saveLinks, takeLinks } from './take-links';

const prepareCodes = async (
  { session, type, dependencies }: Write,
  data: Data,
  rowId: number | undefined,
): Promise<Data> => {
  const lists = type.codedLists.filter(
    ({ name, follows }) =>
      data[name] !== undefined ||
      (follows !== undefined && data[follows] !== undefined) ||
      type.codedLists.some((other) => other.follows === name && data[other.name] !== undefined),
  );
  if (lists.length === 0) return data;
  const { code } = dependencies.settings;
  const prepared = prepareOriginalCodes({
    lists,
    data,
    stored: await loadCodedLists({
      session,
      uid: type.uid,
      rowId,
      names: lists.map(({ name }) => name),
      code,
    }),
    code,
    makeCode: dependencies.makeCode,
  });
  refuseFaults(prepared.faults, type.uid);
  return prepared.data;
};

/**
 * Saves the original, and brings what it shares to its translations. A new document starts with
 * its original.
 * @param rows the document's rows before; none for a new one
 */
export const saveOriginal = async ({
  write,
  rows,
  locale,
}: {
  write: Write;
  rows: Row[];
  locale: string;
}): Promise<unknown> => {
  const { session, type, context, next, dependencies } = write;
  const status = editable(type);
  const row = rows.find((one) => one.locale === locale && one.status === status);
  const { data, changes } = takeLinks(type, context.params.data ?? {});
  const prepared = await prepareCodes(write, data, row?.id);
  context.params = {
    ...context.params,
    data: { ...prepared, [dependencies.settings.originalLocale]: locale },
  };
  const result = await next();
  const documentId =
    context.params.documentId ?? String((result as { documentId?: unknown } | null)?.documentId);
  await saveLinks({ session, document: { uid: type.uid, documentId }, status, changes });
  if (type.hasDrafts && context.params.status === 'published') {
    const written = await settlePublication({
      write,
      documentId,
      rows: await rowsOf(write, documentId),
      original: locale,
      locales: [locale],
    });
    return present({ write, result, written, status: 'published' });
  }
  const names = type.shared.map(({ name }) => name).filter((name) => prepared[name] !== undefined);
  const isAlone = rows.every((one) => one.locale === locale);
  const copied =
    isAlone || names.length === 0
      ? []
      : await settleShared({ scope: write, documentId, original: locale, names });
  const isNewRow = row === undefined && rows.length > 0;
  const linked =
    changes.length > 0 || isNewRow ? await settleLinks({ scope: write, documentId }) : [];
  return present({ write, result, written: [...copied, ...linked], status });
};
