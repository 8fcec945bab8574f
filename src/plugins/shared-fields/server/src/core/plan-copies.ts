import { isEqual } from 'lodash';
import type { SharedAttribute } from './build-catalogue';
import type { Row } from './resolve-original';

/** A row with the values of its shared attributes, as `toPlainValue` writes them. */
export type ValuedRow = Row & { values: Record<string, unknown> };

export type Copy = {
  status: Row['status'];
  attribute: SharedAttribute;
  value: unknown;
  /** Ids of the rows that hold another value. */
  rows: number[];
};

/**
 * The writes that make siblings agree. Drafts follow the original's draft. Published rows follow
 * the original's published row; where it has none, the row published just now, else nothing.
 * @param lead locale of the row published in this action, if one was
 */
export const planCopies = ({
  rows,
  attributes,
  original,
  lead,
}: {
  rows: ValuedRow[];
  attributes: SharedAttribute[];
  original: string;
  lead: string | undefined;
}): Copy[] =>
  (['draft', 'published'] as const).flatMap((status) => {
    const group = rows.filter((row) => row.status === status);
    const truth =
      group.find(({ locale }) => locale === original) ??
      (status === 'published' ? group.find(({ locale }) => locale === lead) : undefined);
    if (!truth) return [];
    return attributes.flatMap((attribute) => {
      const value = truth.values[attribute.name];
      const differing = group.filter((row) => !isEqual(row.values[attribute.name], value));
      return differing.length > 0
        ? [{ status, attribute, value, rows: differing.map(({ id }) => id) }]
        : [];
    });
  });
