/** What charts need of a document: the browser's own, or one that is only for drawing. */
export type ChartDocument = { createElementNS(namespace: string, name: string): SvgNode };

/** What charts need of an element, wherever it lives. */
export type SvgNode = {
  readonly nodeType: number;
  readonly localName: string;
  readonly nodeValue: string | null;
  readonly childNodes: ArrayLike<{ readonly nodeType: number; readonly nodeValue: string | null }>;
  readonly attributes: ArrayLike<{ readonly name: string; readonly value: string }>;
  textContent: string | null;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  append(...children: SvgNode[]): void;
};
