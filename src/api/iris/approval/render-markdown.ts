import { escape as escapeHtml } from 'lodash';

const BULLET = /^\s*[-*+•]\s+/;
const NUMBER = /^\s*\d{1,3}[.)]\s+/;
const HEADING = /^#{1,6}\s+/;

/** Bold and italics; links as their words and address. The text is escaped before. */
const inline = (text: string): string =>
  escapeHtml(text)
    .replace(/!?\[([^\]]*)\]\(([^)\s]*)[^)]*\)/g, (_, words, address) =>
      words ? `${words} (${address})` : address,
    )
    .replace(/\*\*(\S(?:[^*]*\S)?)\*\*/g, '<strong>$1</strong>')
    .replace(/\*(\S(?:[^*]*\S)?)\*/g, '<em>$1</em>');

const list = (tag: 'ul' | 'ol', lines: readonly string[], mark: RegExp): string =>
  `<${tag}>${lines.map((line) => `<li>${inline(line.replace(mark, ''))}</li>`).join('')}</${tag}>`;

const block = (lines: readonly string[]): string => {
  if (lines.every((line) => BULLET.test(line))) return list('ul', lines, BULLET);
  if (lines.every((line) => NUMBER.test(line))) return list('ol', lines, NUMBER);
  const [first, ...rest] = lines;
  if (first !== undefined && HEADING.test(first)) {
    const heading = `<p><strong>${inline(first.replace(HEADING, ''))}</strong></p>`;
    return rest.length > 0 ? `${heading}${block(rest)}` : heading;
  }
  return `<p>${lines.map(inline).join('<br>')}</p>`;
};

/**
 * The part of Markdown that editors use, as HTML: paragraphs, lists, headings, bold and italics.
 * Everything else shows as it was typed, HTML included; no address in it can be followed.
 */
export const renderMarkdown = (markdown: string): string =>
  markdown
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .flatMap((part) => {
      // A list may follow its paragraph without a blank line.
      const groups: string[][] = [];
      let kind: string | undefined;
      for (const line of part.split('\n').filter((text) => text.trim() !== '')) {
        const own = BULLET.test(line) ? 'ul' : NUMBER.test(line) ? 'ol' : 'text';
        const group = groups.at(-1);
        if (group && own === kind) group.push(line);
        else groups.push([line]);
        kind = own;
      }
      return groups.map(block);
    })
    .join('\n');
