import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { EditionFigures } from '../../../shared/admin-contracts';
import type { Chart, ChartUnit, Look } from '../../../shared/charts/chart';
import { contributionsChart } from '../../../shared/charts/contributions-chart';
import { domainBars } from '../../../shared/charts/domain-bars';
import { heatChart } from '../../../shared/charts/heat-chart';
import { historyChart } from '../../../shared/charts/history-chart';
import { leagueChart } from '../../../shared/charts/league-chart';
import { mapChart } from '../../../shared/charts/map-chart';
import { quadrantChart } from '../../../shared/charts/quadrant-chart';
import { radarChart } from '../../../shared/charts/radar-chart';
import { slopeChart } from '../../../shared/charts/slope-chart';
import { DARK, LIGHT } from '../../../shared/charts/theme';
import type {
  CompareChartQuery,
  EditionChartQuery,
  TerritoryChartQuery,
} from '../controllers/chart-query';
import { drawSvg } from '../draw-svg';
import { getService } from '../get-service';
import { readTerritories } from '../store/territories';
import { chartFigures } from './chart-figures';

const lookOf = (
  { locale, mode }: { locale: string; mode: 'light' | 'dark' },
  highlight?: string,
): Look => ({ locale, theme: mode === 'dark' ? DARK : LIGHT, highlight });

const sourceOf = ({ index, year, reference }: EditionFigures) => ({
  index: index.name,
  year,
  edition: reference,
});

const noPanel = ({ reference }: EditionFigures) =>
  new errors.NotFoundError(`${reference} has one year only: there is no change to be drawn`);

/** Charts that show some units of an edition. */
const chartOf = (
  chart: 'ranges' | 'domains' | 'contributions' | 'heat' | 'radar' | 'slope',
  { figures, rows, look }: { figures: EditionFigures; rows: ChartUnit[]; look: Look },
): Chart => {
  const source = sourceOf(figures);
  const { domains, series } = figures;
  switch (chart) {
    case 'ranges':
      return leagueChart(rows, { source, look });
    case 'domains':
      return domainBars(rows, { domains, source, look });
    case 'contributions':
      return contributionsChart(rows, { domains, source, look });
    case 'heat':
      return heatChart(rows, { domains, source, look });
    case 'radar':
      return radarChart(rows, { domains, source, look });
    case 'slope': {
      if (series.length === 0) throw noPanel(figures);
      const shown = rows.flatMap(({ unit }) => series.filter((one) => one.unit === unit));
      return slopeChart(shown, { source, look });
    }
  }
};

/** Pictures of published editions, as SVG. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const { reader, read } = chartFigures(strapi);

  const unitsOf = async (figures: EditionFigures, codes: string[]): Promise<ChartUnit[]> => {
    const { resolve } = await readTerritories(strapi);
    return codes.map((code) => {
      const unit = figures.units.find((one) => one.unit === resolve(code));
      if (unit) return unit;
      throw new errors.NotFoundError(
        `${figures.reference} has no unit "${code}" in ${figures.year}`,
      );
    });
  };

  return {
    /** @throws NotFoundError for an unknown unit or edition */
    async territory(code: string, query: TerritoryChartQuery): Promise<string> {
      const { chart, index, year, edition: cited, locale } = query;
      const look = lookOf(query);
      if (chart === 'history') {
        const wanted = { index, year, edition: cited, locale };
        const { data, meta } = await getService(strapi, 'territories').findOne(code, wanted);
        const unit = { unit: data.unit, name: data.name, points: data.history };
        const source = { index: meta.index.name, year: meta.year, edition: meta.edition };
        return drawSvg(historyChart(unit, { source, look }), look);
      }
      const edition = await reader.editionFor({ index, year, edition: cited });
      const figures = await read(edition, { year, locale });
      const rows = await unitsOf(figures, [code]);
      return drawSvg(chartOf(chart, { figures, rows, look }), look);
    },

    /** @throws NotFoundError for an unknown unit or edition, or change asked of a single year */
    async compare(query: CompareChartQuery): Promise<string> {
      const { chart, index, year, edition: cited, locale, territories } = query;
      const look = lookOf(query);
      const edition = await reader.editionFor({ index, year, edition: cited });
      const figures = await read(edition, { year, locale });
      const rows = await unitsOf(figures, territories);
      return drawSvg(chartOf(chart, { figures, rows, look }), look);
    },

    /** @throws NotFoundError for an unknown edition, or change asked of a single year */
    async edition(reference: string, query: EditionChartQuery): Promise<string> {
      const { chart, year, locale, page, pageSize, territory } = query;
      const edition = await reader.editionFor({ edition: reference });
      const figures = await read(edition, { year, locale });
      const [own] = territory === undefined ? [] : await unitsOf(figures, [territory]);
      const look = lookOf(query, own?.unit);
      const source = sourceOf(figures);
      if (chart === 'map') return drawSvg(mapChart(figures.units, { source, look }), look);
      if (chart === 'quadrants') {
        const { courses } = figures;
        if (!courses) throw noPanel(figures);
        const { from, to, units } = courses;
        return drawSvg(quadrantChart(units, { from, to, source, look }), look);
      }
      const rows = figures.units.slice((page - 1) * pageSize, page * pageSize);
      return drawSvg(chartOf(chart, { figures, rows, look }), look);
    },
  };
};
