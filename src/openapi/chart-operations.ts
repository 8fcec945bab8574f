import type { Json } from './attribute-schema';
import { operation, parameter, text, whole } from './json-schema';

const others = [{ status: 404, response: 'NotFound' }];

const oneOf = (name: string, values: string[], description: string): Json =>
  parameter(name, { type: 'string', enum: values, default: values[0] }, description);

const mode = oneOf('mode', ['light', 'dark'], 'Colours for a light or a dark page');

const chart = (values: string[]): Json => oneOf('chart', values, 'Which picture');

const inPath = (name: string, description: string): Json => ({
  ...{ name, in: 'path', required: true, schema: text, description },
});

const picture = (id: string, summary: string, parameters: Json[]): Json => {
  const described = operation({
    ...{ id, tag: 'regional-dynamics', summary, schema: text, others },
    parameters: [...parameters, mode],
  }) as { get: { responses: Record<string, Json> } };
  described.get.responses[200] = {
    description: 'A picture with a title and a description of its own',
    content: { 'image/svg+xml': { schema: text } },
  };
  return described;
};

/** Pictures of rankings, regions and editions, for an `<img>`. */
export const chartPaths = ({
  locale,
  cited,
  ranking,
}: {
  locale: Json;
  /** The parameter that names an edition. */
  cited: Json;
  /** Parameters of the ranking. */
  ranking: Json[];
}): Record<string, Json> => {
  const year = parameter('year', whole, 'A year of the edition; the newest where none is asked');
  const index = parameter('index', text, 'Code of an index; needed where there are several');
  return {
    '/regional-dynamics/rankings/chart.svg': picture(
      'drawRankings',
      'A page of the ranking as a picture: ranks as dots on their ranges',
      ranking,
    ),
    '/regional-dynamics/territories/{unit}/chart.svg': picture(
      'drawTerritory',
      'One region as a picture: ranks and ranges through the years, domains, contributions, profile',
      [
        inPath('unit', 'Code of a region, former codes included'),
        chart(['history', 'domains', 'contributions', 'radar']),
        ...[index, year, cited, locale],
      ],
    ),
    '/regional-dynamics/compare/chart.svg': picture(
      'drawComparison',
      'Two to ten regions side by side as a picture',
      [
        {
          ...parameter('territories', text, 'Codes of regions, with commas between them'),
          required: true,
        },
        chart(['ranges', 'domains', 'contributions', 'heat', 'radar', 'slope']),
        ...[index, year, cited, locale],
      ],
    ),
    '/regional-dynamics/editions/{reference}/chart.svg': picture(
      'drawEdition',
      'A published edition as a picture: map, level and growth, or a page of its regions',
      [
        inPath('reference', 'Reference of an edition, as ranks name it'),
        chart(['map', 'quadrants', 'slope', 'ranges', 'domains', 'contributions', 'heat']),
        parameter('territory', text, 'Code of a region to set off'),
        parameter('page', { ...whole, minimum: 1, default: 1 }, 'Page of the regions'),
        parameter(
          'pageSize',
          { ...whole, minimum: 1, maximum: 100, default: 25 },
          'Regions on a page',
        ),
        ...[year, locale],
      ],
    ),
  };
};
