import { isRecord } from './model';

const DRAFT_PARAMETERS = new Set([
  'publicationState',
  '_publicationState',
  'publicationFilter',
  'hasPublishedVersion',
]);

/** Operators that a draft's `publishedAt`, which is null, can never satisfy. */
const DATE_OPERATORS = new Set(['$gt', '$gte', '$lt', '$lte', '$between']);

const isDateComparison = (value: unknown): boolean =>
  isRecord(value) &&
  Object.keys(value).length > 0 &&
  Object.entries(value).every(
    ([operator, operand]) => DATE_OPERATORS.has(operator) && operand !== null,
  );

const find = (value: unknown, path: string): string | undefined => {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      const found = find(item, `${path}[${index}]`);
      if (found) return found;
    }
    return undefined;
  }
  if (!isRecord(value)) return undefined;
  for (const [key, item] of Object.entries(value)) {
    const here = path === '' ? key : `${path}[${key}]`;
    // An empty status counts: Strapi then falls back to the draft.
    if (key === 'status' && item !== 'published') return here;
    if (DRAFT_PARAMETERS.has(key)) return here;
    if (key === 'publishedAt' && !isDateComparison(item)) return here;
    const found = find(item, here);
    if (found) return found;
  }
  return undefined;
};

/**
 * Tells by which parameter a request asks for drafts, or for what is known of them
 * (which entries have one, which were changed since publication), at whatever depth.
 * @param query the parsed query string
 * @param body the parsed body; its `data` is what is written, not what is asked for
 * @returns the parameter's path, as `populate[parent][status]`, or undefined
 */
export const asksForDrafts = ({
  query,
  body,
}: {
  query: unknown;
  body?: unknown;
}): string | undefined => {
  const inQuery = find(query, '');
  if (inQuery) return inQuery;
  if (!isRecord(body)) return undefined;
  const { data: _written, ...asked } = body;
  return find(asked, '');
};
