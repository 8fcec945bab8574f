const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

const plain = (html: string): string =>
  html.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);

export type MarkedPart = { text: string; isMarked: boolean; at: number };

/** The text of a highlight, in the parts that were found and those between them. */
export const markedParts = (html: string): MarkedPart[] => {
  let at = 0;
  return html.split(/(<mark>.*?<\/mark>)/s).flatMap((piece): MarkedPart[] => {
    const start = at;
    at += piece.length;
    if (piece === '') return [];
    const inner = /^<mark>(.*)<\/mark>$/s.exec(piece)?.[1];
    return [{ text: plain(inner ?? piece), isMarked: inner !== undefined, at: start }];
  });
};
