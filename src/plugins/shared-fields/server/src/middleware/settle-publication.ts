import { findMissingCodes } from '../core/find-missing-codes';
import type { Row } from '../core/resolve-original';
import { copyLinkLists } from '../store/link-lists';
import { loadCodedLists } from '../store/load-coded-lists';
import type { Write } from './context';
import { refuseFaults } from './refuse';
import { settleLinks, settleShared } from './settle';

const checkCodes = async (
  { session, type, dependencies }: Write,
  rows: Row[],
  original: string,
  locales: string[],
): Promise<void> => {
  const names = type.codedLists.map(({ name }) => name);
  const { code } = dependencies.settings;
  const load = (rowId: number | undefined) =>
    loadCodedLists({ session, uid: type.uid, rowId, names, code });
  const translations = locales.filter((locale) => locale !== original);
  if (translations.length === 0 || names.length === 0) return;
  const ofOriginal = rows.filter((row) => row.locale === original);
  const seen = ofOriginal.find(({ status }) => status === 'published') ?? ofOriginal[0];
  const originals = await load(seen?.id);
  for (const locale of translations) {
    const row = rows.find((one) => one.locale === locale && one.status === 'published');
    refuseFaults(
      findMissingCodes({
        lists: type.codedLists,
        locale,
        published: await load(row?.id),
        originals,
        code,
      }),
      type.uid,
    );
  }
};

/**
 * After a publication: shared fields and links of the published rows, and what a translation
 * must have to be published.
 * @param rows all rows as they are now
 * @param locales those published just now
 * @returns ids of the rows written
 * @throws ValidationError naming the codes that a translation lacks
 */
export const settlePublication = async ({
  write,
  documentId,
  rows,
  original,
  locales,
}: {
  write: Write;
  documentId: string;
  rows: Row[];
  original: string;
  locales: string[];
}): Promise<number[]> => {
  const { session, type } = write;
  const leadsOriginal = locales.includes(original);
  const lead = leadsOriginal ? original : locales[0];
  const copied = await settleShared({ scope: write, documentId, original, lead });
  const isOriginalPublished = rows.some(
    ({ locale, status }) => locale === original && status === 'published',
  );
  if (type.links.length > 0 && (leadsOriginal || !isOriginalPublished)) {
    const document = { uid: type.uid, documentId };
    await copyLinkLists({
      session,
      from: { ...document, status: 'draft' },
      to: { ...document, status: 'published' },
    });
  }
  const linked = await settleLinks({ scope: write, documentId });
  await checkCodes(write, rows, original, locales);
  return [...copied, ...linked];
};
