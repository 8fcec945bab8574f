/** Private-use characters that the engine puts around a match: no text of ours holds them. */
export const MARK_OPEN = '\u{E000}';
export const MARK_CLOSE = '\u{E001}';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** The engine's formatted text as HTML that is safe to show: all is escaped, matches stand in `<mark>`. */
const safeHighlight = (text: string): string =>
  text
    .replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character)
    .replaceAll(MARK_OPEN, '<mark>')
    .replaceAll(MARK_CLOSE, '</mark>');

export const textOrNull = (value: unknown): string | null =>
  typeof value === 'string' ? value : null;

/** A formatted text of the engine as safe HTML; null where nothing in it was found. */
export const highlighted = (value: unknown): string | null => {
  const found = textOrNull(value);
  return found?.includes(MARK_OPEN) ? safeHighlight(found) : null;
};
