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
export const safeHighlight = (text: string): string =>
  text
    .replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character)
    .replaceAll(MARK_OPEN, '<mark>')
    .replaceAll(MARK_CLOSE, '</mark>');
