import { escape as escapeHtml } from 'lodash';

/** Private-use characters that the engine puts around a match: documents are made without them. */
export const MARK_OPEN = '\u{E000}';
export const MARK_CLOSE = '\u{E001}';

export const textOrNull = (value: unknown): string | null =>
  typeof value === 'string' ? value : null;

/** A text without the characters that stand around a match. */
export const unmarked = (text: string): string =>
  text.replaceAll(MARK_OPEN, '').replaceAll(MARK_CLOSE, '');

/** A formatted text of the engine as it was before. */
export const unmarkedOrNull = (value: unknown): string | null => {
  const found = textOrNull(value);
  return found === null ? null : unmarked(found);
};

/**
 * A formatted text of the engine as HTML that is safe to show: all is escaped, matches stand in `<mark>`.
 * Null where nothing in it was found.
 */
export const highlighted = (value: unknown): string | null => {
  const found = textOrNull(value);
  if (!found?.includes(MARK_OPEN)) return null;
  return escapeHtml(found).replaceAll(MARK_OPEN, '<mark>').replaceAll(MARK_CLOSE, '</mark>');
};
