import removeMarkdown from 'remove-markdown';

const BLOCK_TAG =
  /<\/?(p|div|br|hr|li|ul|ol|h[1-6]|table|tr|td|th|blockquote|pre|section|article)\b[^>]*>/gi;

/** Markdown or HTML to plain text. Blocks stay apart: words of two paragraphs, cells or items never join. */
export const stripMarkdown = (markdown: string): string =>
  removeMarkdown(
    markdown
      .replace(BLOCK_TAG, '\n')
      .replace(/^\s*\|?[\s:|-]*-{2,}[\s:|-]*\|?\s*$/gm, '')
      .replace(/\|/g, ' ')
      .replace(/!\[([^\]]*)\]\([^)]*\)/g, ' $1 '),
    { stripListLeaders: true, gfm: true, useImgAltText: true },
  )
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
