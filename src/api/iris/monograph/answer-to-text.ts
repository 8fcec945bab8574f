import removeMarkdown from 'remove-markdown';

const BULLET = /^\s*(?:[-*+•–]|\d{1,3}[.)])\s+/;

/** Markdown as it was written, without the blank ends. */
export const answerToMarkdown = (answer: string): string => answer.replace(/\r\n?/g, '\n').trim();

/** The words alone, paragraphs kept: for fields that show no Markdown. */
export const answerToPlain = (answer: string): string =>
  removeMarkdown(answerToMarkdown(answer), {
    stripListLeaders: true,
    gfm: true,
    useImgAltText: true,
  })
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** The words alone, in one line. */
export const answerToLine = (answer: string): string =>
  answerToPlain(answer).replace(/\s+/g, ' ').trim();

/** A list's points, each in one line; without bullets or numbers, the paragraphs. */
export const answerToItems = (answer: string): string[] => {
  const lines = answerToMarkdown(answer).split('\n');
  const hasBullets = lines.some((line) => BULLET.test(line));
  const items: string[] = [];
  let open = false;
  for (const line of lines) {
    const starts = hasBullets ? BULLET.test(line) : !open;
    if (line.trim() === '') {
      open = false;
    } else if (starts || (hasBullets && !open) || items.length === 0) {
      items.push(line.replace(BULLET, ''));
      open = true;
    } else {
      items.push(`${items.pop()} ${line}`);
    }
  }
  return items.map(answerToLine).filter((item) => item !== '');
};
