import { copyLinkLists } from '../store/link-lists';
import { lock } from '../store/lock';
import { lockName } from '../store/lock-name';
import { type Data, editable, type Write } from './context';
import { defaultLocale, originalOf, writtenLocale } from './locales';
import { present } from './present';
import { refusalOf } from './refuse';
import { saveOriginal } from './save-original';
import { saveTranslation } from './save-translation';
import { rowsOf, settleLinks, settleShared } from './settle';
import { settlePublication } from './settle-publication';
import { settleRemovedRows } from './settle-removed-rows';
import { saveLinks, takeLinks } from './take-links';

type Entries = { documentId?: string; entries?: { locale?: string }[] };

const actedLocales = (result: unknown): string[] =>
  ((result as Entries | null)?.entries ?? []).flatMap(({ locale }) => (locale ? [locale] : []));

const save = async (write: Write, documentId: string | undefined): Promise<unknown> => {
  const locale = await writtenLocale(write.session, write.context.params);
  if (locale === undefined) return write.next();
  const rows = documentId === undefined ? [] : await rowsOf(write, documentId);
  if (documentId === undefined || rows.length === 0) {
    // Strapi answers null to an update of what does not exist.
    return write.context.action === 'update'
      ? write.next()
      : saveOriginal({ write, rows: [], locale });
  }
  const original = (await originalOf(write.session, rows)) ?? locale;
  return locale === original
    ? saveOriginal({ write, rows, locale })
    : saveTranslation({ write, documentId, rows, locale, original });
};

const givenDocumentId = (data: Data | undefined): string | undefined =>
  typeof data?.documentId === 'string' ? data.documentId : undefined;

const publish = async (write: Write, documentId: string): Promise<unknown> => {
  const result = await write.next();
  const locales = actedLocales(result);
  const rows = await rowsOf(write, documentId);
  const original = await originalOf(write.session, rows);
  if (original === undefined || locales.length === 0) return result;
  const written = await settlePublication({ write, documentId, rows, original, locales });
  return present({ write, result, written, status: 'published' });
};

const isNamed = (locale: string, wanted: string | string[]): boolean =>
  wanted === '*' || (Array.isArray(wanted) ? wanted.includes(locale) : locale === wanted);

/**
 * Strapi deletes a draft that has no published version to go back to, with all that was
 * written there; here such drafts stay.
 */
const discardDraft = async (write: Write, documentId: string): Promise<unknown> => {
  const { session, type, context } = write;
  const wanted = context.params.locale || (await defaultLocale(session));
  const before = await rowsOf(write, documentId);
  const locales = before
    .filter(({ locale, status }) => status === 'published' && isNamed(locale, wanted))
    .map(({ locale }) => locale);
  if (before.length === 0) return write.next();
  if (locales.length === 0) {
    throw refusalOf('nothing-to-discard');
  }
  context.params = { ...context.params, locale: locales };
  const result = await write.next();
  const original = await originalOf(session, before);
  if (original === undefined) return result;
  const copied = await settleShared({ scope: write, documentId, original });
  if (locales.includes(original)) {
    const document = { uid: type.uid, documentId };
    await copyLinkLists({
      session,
      from: { ...document, status: 'published' },
      to: { ...document, status: 'draft' },
    });
  }
  const linked = await settleLinks({ scope: write, documentId });
  return present({ write, result, written: [...copied, ...linked], status: 'draft' });
};

const settleRemoval = ({ session, type, dependencies }: Write, documentId: string) =>
  settleRemovedRows({ session, type, dependencies, documentIds: [documentId] });

const unpublish = async (write: Write, documentId: string): Promise<unknown> => {
  const result = await write.next();
  await settleRemoval(write, documentId);
  return result;
};

const deleteDocument = async (write: Write, documentId: string): Promise<unknown> => {
  const { session, context } = write;
  const rows = await rowsOf(write, documentId);
  const wanted = context.params.locale || (await defaultLocale(session));
  const original = await originalOf(session, rows);
  const left = [
    ...new Set(rows.filter((row) => !isNamed(row.locale, wanted)).map(({ locale }) => locale)),
  ];
  if (left.length > 0 && original !== undefined && !left.includes(original)) {
    throw refusalOf('original-with-translations', {
      original,
      translations: left.sort().join(', '),
    });
  }
  const result = await write.next();
  await settleRemoval(write, documentId);
  return result;
};

const clone = async (write: Write, from: string): Promise<unknown> => {
  const { session, type, context, dependencies } = write;
  const { originalLocale } = dependencies.settings;
  const source = await originalOf(session, await rowsOf(write, from));
  const { data, changes } = takeLinks(type, context.params.data ?? {});
  delete data[originalLocale];
  context.params = { ...context.params, data };
  const result = await write.next();
  const documentId = (result as Entries | null)?.documentId;
  if (documentId === undefined) return result;
  const locales = actedLocales(result);
  const original = source && locales.includes(source) ? source : (locales.sort()[0] ?? source);
  if (original === undefined) return result;
  const copied = await settleShared({ scope: write, documentId, original });
  const status = editable(type);
  await copyLinkLists({
    session,
    from: { uid: type.uid, documentId: from, status },
    to: { uid: type.uid, documentId, status },
  });
  await saveLinks({ session, document: { uid: type.uid, documentId }, status, changes });
  const linked = await settleLinks({ scope: write, documentId });
  return present({ write, result, written: [...copied, ...linked], status });
};

/** One write on a translated type; the caller has the turn and the transaction. */
export const handleTranslated = async (write: Write): Promise<unknown> => {
  const { session, type, context, next } = write;
  const documentId = context.params.documentId ?? givenDocumentId(context.params.data);
  const name = documentId === undefined ? type.family : lockName({ type, documentId });
  if (name !== undefined) await lock(session, name);
  if (context.action === 'create') return save(write, givenDocumentId(context.params.data));
  if (documentId === undefined) return next();
  switch (context.action) {
    case 'update':
      return save(write, documentId);
    case 'publish':
      return publish(write, documentId);
    case 'unpublish':
      return unpublish(write, documentId);
    case 'discardDraft':
      return discardDraft(write, documentId);
    case 'delete':
      return deleteDocument(write, documentId);
    case 'clone':
      return clone(write, documentId);
    default:
      return next();
  }
};
