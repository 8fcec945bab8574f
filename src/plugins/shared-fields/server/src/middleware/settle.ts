import { isEqual } from 'lodash';
import { type Copy, planCopies, type ValuedRow } from '../core/plan-copies';
import type { Schema } from '../core/schema';
import { findLinkSources } from '../store/link-lists';
import { loadRows, loadValuedRows } from '../store/load-rows';
import { writeValue } from '../store/write-value';
import type { Write } from './context';
import { deriveLinks } from './derive-links';

type Scope = Pick<Write, 'dependencies' | 'session' | 'type'>;

const writeCopies = async ({ session, type }: Scope, copies: Copy[], updatedAt: Date) => {
  const schema = session.strapi.getModel(
    type.uid as Parameters<typeof session.strapi.getModel>[0],
  ) as unknown as Schema;
  for (const { attribute, value, rows } of copies) {
    const found = schema.attributes[attribute.name];
    if (attribute.kind === 'scalar' || !found) continue;
    await writeValue({
      session,
      uid: type.uid,
      name: attribute.name,
      attribute: found,
      owners: rows.map((id) => ({ id, value })),
    });
  }
  for (const status of ['draft', 'published'] as const) {
    const own = copies.filter((copy) => copy.status === status);
    const ids = [...new Set(own.flatMap(({ rows }) => rows))];
    if (ids.length === 0) continue;
    const scalars = own
      .filter(({ attribute }) => attribute.kind === 'scalar')
      .map(({ attribute, value }) => [attribute.name, value]);
    await session.strapi.db.query(type.uid).updateMany({
      where: { id: { $in: ids } },
      data: { ...Object.fromEntries(scalars), updatedAt },
    });
  }
};

/**
 * Strapi calls a draft modified when it is younger than its published row. These published rows
 * have just become the youngest: drafts whose texts differ from them must stay younger.
 */
const keepModified = async (
  { dependencies, session, type }: Scope,
  rows: ValuedRow[],
  published: number[],
  updatedAt: Date,
) => {
  const locales = new Set(
    rows.filter(({ id }) => published.includes(id)).map(({ locale }) => locale),
  );
  const pairs = rows.filter(({ locale }) => locales.has(locale));
  const [first] = pairs;
  if (!first) return;
  const valued = await loadValuedRows({
    session,
    type,
    documentId: first.documentId,
    originalLocale: dependencies.settings.originalLocale,
    names: type.texts,
    ids: pairs.map(({ id }) => id),
  });
  const modified = valued.filter(
    (row) =>
      row.status === 'draft' &&
      valued.some(
        (other) =>
          other.status === 'published' &&
          other.locale === row.locale &&
          !isEqual(other.values, row.values),
      ),
  );
  if (modified.length === 0) return;
  await session.strapi.db.query(type.uid).updateMany({
    where: { id: { $in: modified.map(({ id }) => id) } },
    data: { updatedAt: new Date(updatedAt.getTime() + 1) },
  });
};

/**
 * Makes the shared fields of a document's rows agree.
 * @param names attributes that may have moved; all where it is left out
 * @param lead locale of the row published just now, if one was
 * @returns ids of the rows written
 */
export const settleShared = async ({
  scope,
  documentId,
  original,
  names,
  lead,
}: {
  scope: Scope;
  documentId: string;
  original: string;
  names?: string[];
  lead?: string;
}): Promise<number[]> => {
  const { session, type, dependencies } = scope;
  const { originalLocale } = dependencies.settings;
  const attributes = type.shared.filter(({ name }) => names?.includes(name) ?? true);
  const rows = await loadValuedRows({
    session,
    type,
    documentId,
    originalLocale,
    names: attributes.map(({ name }) => name),
  });
  const strays = rows.filter((row) => row.originalLocale !== original).map(({ id }) => id);
  if (strays.length > 0) {
    await session.strapi.db.query(type.uid).updateMany({
      where: { id: { $in: strays } },
      data: { [originalLocale]: original },
    });
  }
  const copies = planCopies({ rows, attributes, original, lead });
  const updatedAt = dependencies.now();
  await writeCopies(scope, copies, updatedAt);
  const published = copies.filter(({ status }) => status === 'published');
  await keepModified(
    scope,
    rows,
    published.flatMap((copy) => copy.rows),
    updatedAt,
  );
  return [...strays, ...copies.flatMap((copy) => copy.rows)];
};

/**
 * Derives the links of a document, and of those that link to it.
 * @returns ids of the document's own rows whose links changed
 */
export const settleLinks = async ({
  scope: { session, type, dependencies },
  documentId,
}: {
  scope: Scope;
  documentId: string;
}): Promise<number[]> => {
  const own = { uid: type.uid, documentId };
  const changed = await deriveLinks({
    dependencies,
    session,
    documents: [
      own,
      ...(await findLinkSources({ session, uid: type.uid, documentIds: [documentId] })),
    ],
  });
  return changed.get(type.uid) ?? [];
};

/** All rows of a document. */
export const rowsOf = ({ session, type, dependencies }: Scope, documentId: string) =>
  loadRows({
    session,
    type,
    documentIds: [documentId],
    originalLocale: dependencies.settings.originalLocale,
  });
