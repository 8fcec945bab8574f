import { groupBy } from 'lodash';
import type { PlainType } from '../core/build-catalogue';
import { prepareOriginalCodes } from '../core/prepare-original-codes';
import { namedDocuments, withLocales } from '../core/with-locales';
import { loadCodedLists } from '../store/load-coded-lists';
import { loadRows } from '../store/load-rows';
import { lock } from '../store/lock';
import type { Session } from '../store/session';
import type { Data, Dependencies, DocumentContext, Next } from './context';
import { originalOf } from './locales';
import { refuseFaults } from './refuse';

const originalLocales = async (
  { catalogue, settings }: Dependencies,
  session: Session,
  uid: string,
  documentIds: string[],
): Promise<Map<string, string>> => {
  const target = catalogue.translated.get(uid);
  const originals = new Map<string, string>();
  if (!target) return originals;
  const rows = await loadRows({
    session,
    type: target,
    documentIds,
    originalLocale: settings.originalLocale,
  });
  for (const [documentId, own] of Object.entries(groupBy(rows, 'documentId'))) {
    const original = await originalOf(session, own);
    if (original !== undefined) originals.set(documentId, original);
  }
  return originals;
};

const rowIdOf = async (session: Session, uid: string, documentId: string | undefined) => {
  if (documentId === undefined) return undefined;
  const row: { id: number } | null = await session.strapi.db
    .query(uid)
    .findOne({ select: ['id'], where: { documentId } });
  return row?.id;
};

/**
 * One write on a type without locales: links to translated documents go to their original's row,
 * and its lists have codes.
 */
export const handlePlain = async ({
  dependencies,
  session,
  type,
  context,
  next,
}: {
  dependencies: Dependencies;
  session: Session;
  type: PlainType;
  context: DocumentContext;
  next: Next;
}): Promise<unknown> => {
  let data: Data = context.params.data ?? {};
  const links = type.links.filter(({ name }) => data[name] !== undefined && data[name] !== null);
  if (links.length > 0 && type.family !== undefined) await lock(session, type.family);
  for (const { name, target } of links) {
    const originals = await originalLocales(
      dependencies,
      session,
      target,
      namedDocuments(data[name]),
    );
    data = { ...data, [name]: withLocales(data[name], originals) };
  }
  const lists = type.codedLists.filter(({ name }) => data[name] !== undefined);
  if (lists.length > 0) {
    const { code } = dependencies.settings;
    const prepared = prepareOriginalCodes({
      lists: lists.map((list) => ({ ...list, follows: undefined })),
      data,
      stored: await loadCodedLists({
        session,
        uid: type.uid,
        rowId: await rowIdOf(session, type.uid, context.params.documentId),
        names: lists.map(({ name }) => name),
        code,
      }),
      code,
      makeCode: dependencies.makeCode,
    });
    refuseFaults(prepared.faults, type.uid);
    data = prepared.data;
  }
  context.params = { ...context.params, data };
  return next();
};
