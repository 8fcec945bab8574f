import type { Choice } from './choice';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const itemsOf = (row: unknown, key: string | undefined): Record<string, unknown>[] => {
  const value = isRecord(row) && key !== undefined ? row[key] : undefined;
  return Array.isArray(value) ? value.filter(isRecord) : [];
};

/**
 * The coded items of a row with their titles. Items without a code get one when the entry is saved.
 * @param titles where the titles stand, as `list.attribute`
 */
export const codedItems = ({
  row,
  from,
  titles = '',
}: {
  row: unknown;
  from: string | undefined;
  titles: string | undefined;
}): Choice[] => {
  const [list, attribute = ''] = titles.split('.');
  const named = itemsOf(row, list);
  return itemsOf(row, from).flatMap(({ code }) => {
    if (typeof code !== 'string' || code === '') return [];
    const title = named.find((item) => item.code === code)?.[attribute];
    return [{ value: code, title: typeof title === 'string' && title !== '' ? title : code }];
  });
};

/** The documentId that a relation of one entry has in the form, where it was changed there. */
export const connectedDocument = (value: unknown): string | null | undefined => {
  if (!isRecord(value)) return undefined;
  const [last] = itemsOf(value, 'connect').slice(-1);
  const data = isRecord(last?.apiData) ? last.apiData : last;
  if (typeof data?.documentId === 'string') return data.documentId;
  return itemsOf(value, 'disconnect').length > 0 ? null : undefined;
};

/** Rows of several locales as one choice per entry, the form's locale first. */
export const entryChoices = ({
  rows,
  title,
  locale,
}: {
  rows: readonly Record<string, unknown>[];
  title: string;
  locale: string | undefined;
}): Choice[] => {
  const choices = new Map<string, Choice>();
  const ordered = [
    ...rows.filter((row) => row.locale === locale),
    ...rows.filter((row) => row.locale !== locale),
  ];
  for (const { reference, [title]: text } of ordered) {
    if (typeof reference !== 'string' || choices.has(reference)) continue;
    choices.set(reference, {
      value: reference,
      title: typeof text === 'string' && text !== '' ? `${text} (${reference})` : reference,
    });
  }
  return [...choices.values()];
};

/** The first sentence in what the form knows of a field's errors: of the list or one of its items. */
export const firstError = (error: unknown): string | undefined => {
  if (typeof error === 'string') return error;
  if (!isRecord(error) && !Array.isArray(error)) return undefined;
  if (isRecord(error) && typeof error.id === 'string') return error.id;
  for (const inner of Object.values(error)) {
    const found = firstError(inner);
    if (found !== undefined) return found;
  }
  return undefined;
};
