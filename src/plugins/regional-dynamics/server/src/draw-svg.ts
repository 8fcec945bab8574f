import { parseHTML } from 'linkedom';
import type { Chart, Look } from '../../shared/charts/chart';
import type { ChartDocument } from '../../shared/charts/document';
import { drawChart } from '../../shared/charts/draw-chart';
import { svgText } from '../../shared/charts/svg-text';

let known: ChartDocument | undefined;

/** One document for all pictures: nothing is ever put into it. */
const chartDocument = (): ChartDocument => {
  known ??= parseHTML('<html></html>').document as unknown as ChartDocument;
  return known;
};

/** A chart as the text of an SVG file; the same chart gives the same bytes. */
export const drawSvg = (chart: Chart, look: Look): string =>
  `${svgText(drawChart(chart, { document: chartDocument(), look }))}\n`;
