import type { Item } from '../core/code-items';
import type { Session } from './session';

/** The ids and codes of some lists of one row, by list, in order. */
export const loadCodedLists = async ({
  session,
  uid,
  rowId,
  names,
  code,
}: {
  session: Session;
  uid: string;
  rowId: number | undefined;
  names: string[];
  code: string;
}): Promise<Record<string, Item[]>> => {
  if (rowId === undefined || names.length === 0) return {};
  const row: Record<string, Item[]> | null = await session.strapi.db.query(uid).findOne({
    select: ['id'],
    where: { id: rowId },
    populate: Object.fromEntries(names.map((name) => [name, { select: ['id', code] }])),
  });
  return Object.fromEntries(names.map((name) => [name, row?.[name] ?? []]));
};
