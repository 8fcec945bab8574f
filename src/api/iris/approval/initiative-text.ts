import { isRecord, itemsOf, textOf } from '../../../rules/readers';
import type { Row } from '../../../rules/violation';

/** One text of an initiative, by its attribute; of a list, each item's texts. */
export type TextPart =
  | { field: string; kind: 'plain' | 'markdown'; text: string }
  | { field: string; kind: 'items'; items: string[][] };

const MARKDOWN = 'richtext';

/** Ties the items of lists together, and is no text. */
const CODE = 'code';

/**
 * What there is to read of an initiative: its texts that are not empty, in the order of the schema.
 * Nothing else of the row: no code, no id, no mark.
 * @param fields its localized attributes with their types
 */
export const initiativeText = ({
  row,
  fields,
}: {
  row: Row;
  fields: readonly { key: string; type: string }[];
}): TextPart[] =>
  fields.flatMap(({ key: field, type }): TextPart[] => {
    if (type === 'component') {
      const items = itemsOf(row, field)
        .map((item) =>
          Object.keys(item)
            .filter((key) => key !== CODE && !isRecord(item[key]))
            .flatMap((key) => textOf(item, key) ?? []),
        )
        .filter((texts) => texts.length > 0);
      return items.length > 0 ? [{ field, kind: 'items', items }] : [];
    }
    const text = textOf(row, field);
    return text === undefined
      ? []
      : [{ field, kind: type === MARKDOWN ? 'markdown' : 'plain', text }];
  });
