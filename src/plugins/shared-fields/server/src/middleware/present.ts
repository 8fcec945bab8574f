import type { Write } from './context';

type Entry = { id?: unknown; documentId?: unknown; locale?: unknown };

const isEntry = (value: unknown): value is Entry => typeof value === 'object' && value !== null;

const presentEntry = async (
  { session, type, context }: Write,
  entry: Entry,
  status: 'draft' | 'published',
): Promise<unknown> => {
  const { fields, populate } = context.params;
  const documents = session.strapi.documents(
    type.uid as Parameters<typeof session.strapi.documents>[0],
  );
  return documents.findOne({
    documentId: String(entry.documentId),
    locale: String(entry.locale),
    ...(type.hasDrafts ? { status } : {}),
    ...(fields ? { fields } : {}),
    ...(populate ? { populate } : {}),
  } as Parameters<typeof documents.findOne>[0]);
};

/**
 * The result of a call as it stands now: entries whose rows were written after Strapi had read
 * them are read again, with what the caller asked for.
 */
export const present = async ({
  write,
  result,
  written,
  status,
}: {
  write: Write;
  result: unknown;
  written: number[];
  status: 'draft' | 'published';
}): Promise<unknown> => {
  const ids = new Set(written);
  if (!isEntry(result) || ids.size === 0) return result;
  const fresh = async (entry: unknown) =>
    isEntry(entry) && ids.has(Number(entry.id)) ? presentEntry(write, entry, status) : entry;
  if ('entries' in result && Array.isArray(result.entries)) {
    const entries: unknown[] = [];
    for (const entry of result.entries) entries.push(await fresh(entry));
    return { ...result, entries };
  }
  return fresh(result);
};
