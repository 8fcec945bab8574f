import { plot } from '@observablehq/plot';
import { type Chart, type LegendItem, type Look, WIDTH } from './chart';
import type { ChartDocument, SvgNode } from './document';
import { clip, textWidth, wrap } from './text-width';

const SVG = 'http://www.w3.org/2000/svg';
const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif';
const [EDGE, TITLE, LEGEND_LINE, NOTE_LINE] = [16, 17, 20, 16];
const ELEMENT = 1;

/** In a square of 12. */
const OUTLINES = {
  square: 'M0,0h12v12h-12z',
  triangle: 'M6,0l6,11h-12z',
  diamond: 'M6,-1l4.5,7l-4.5,7l-4.5,-7z',
  tick: 'M4,-1h4v14h-4z',
};

type Attributes = Record<string, string | number>;

const isElement = (node: SvgNode['childNodes'][number]): node is SvgNode =>
  node.nodeType === ELEMENT;

/** Where each item of a legend stands, in as many lines as it takes. */
const placeLegend = (items: LegendItem[]): { item: LegendItem; x: number; line: number }[] => {
  let [x, line] = [EDGE, 0];
  return items.map((item) => {
    const width = textWidth(item.label, 12) + 40;
    if (x > EDGE && x + width > WIDTH - EDGE) [x, line] = [EDGE, line + 1];
    const place = { item, x, line };
    x += width;
    return place;
  });
};

/**
 * Draws a chart into an element of the document: title, legend, picture and notes on a ground of
 * its own, so that it can be saved as it is. Assistive technology is told its title and
 * description, and nothing of the marks.
 */
export const drawChart = (
  chart: Chart,
  { document, look }: { document: ChartDocument; look: Look },
): SvgNode => {
  const { theme } = look;
  const make = (
    name: string,
    attributes: Attributes,
    ...content: (SvgNode | string)[]
  ): SvgNode => {
    const node = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
    for (const part of content) {
      if (typeof part === 'string') node.textContent = part;
      else node.append(part);
    }
    return node;
  };

  const mark = ({ shape, colour }: LegendItem, x: number, y: number): SvgNode => {
    if (shape === 'circle') return make('circle', { cx: x + 6, cy: y - 4, r: 5, fill: colour });
    if (shape === 'dashes') {
      const ends = { x1: x, x2: x + 14, y1: y - 4, y2: y - 4, stroke: colour };
      return make('line', { ...ends, 'stroke-width': 2, 'stroke-dasharray': '4 3' });
    }
    const d = OUTLINES[shape];
    return make('path', { transform: `translate(${x},${y - 10})`, d, fill: colour });
  };

  const legend = placeLegend(chart.legend);
  const legendHeight = legend.length === 0 ? 0 : ((legend.at(-1)?.line ?? 0) + 1) * LEGEND_LINE;
  const titles = wrap(chart.title, { size: TITLE, width: WIDTH - 2 * EDGE });
  const notes = chart.notes.flatMap((note) => wrap(note, { size: 11, width: WIDTH - 2 * EDGE }));
  const legendTop = 14 + titles.length * 22;
  const top = legendTop + legendHeight + 8;
  const bottom = top + chart.plot.height;
  const height = bottom + notes.length * NOTE_LINE + 16;

  const drawn = plot({
    ...chart.plot,
    document: document as never,
    style: { fontSize: '12px' },
  }) as unknown as SvgNode;
  const picture = make('g', {
    transform: `translate(0,${top})`,
    'text-anchor': 'middle',
    'font-size': 12,
    fill: theme.ink,
    color: theme.ink,
  });
  // Its style sheet is for a page, not for a part of a picture.
  const marks = Array.from(drawn.childNodes).filter(isElement);
  picture.append(...marks.filter(({ localName }) => localName !== 'style'));

  const ids = { title: `${chart.id}-title`, description: `${chart.id}-description` };
  return make(
    'svg',
    {
      xmlns: SVG,
      viewBox: `0 0 ${WIDTH} ${height}`,
      width: WIDTH,
      height,
      role: 'img',
      'aria-labelledby': ids.title,
      'aria-describedby': ids.description,
      'font-family': FONT,
    },
    make('title', { id: ids.title }, chart.title),
    make('desc', { id: ids.description }, chart.description),
    make('rect', { width: WIDTH, height, fill: theme.background }),
    ...titles.map((line, k) =>
      make(
        'text',
        { x: EDGE, y: 28 + k * 22, 'font-size': TITLE, 'font-weight': 'bold', fill: theme.ink },
        line,
      ),
    ),
    ...legend.flatMap(({ item, x, line }) => {
      const y = legendTop + 14 + line * LEGEND_LINE;
      return [
        mark(item, x, y),
        make('text', { x: x + 20, y, 'font-size': 12, fill: theme.ink }, clip(item.label, 90)),
      ];
    }),
    picture,
    ...notes.map((line, k) =>
      make(
        'text',
        { x: EDGE, y: bottom + 14 + k * NOTE_LINE, 'font-size': 11, fill: theme.muted },
        line,
      ),
    ),
  );
};
