import type { Core } from '@strapi/strapi';

const READS = ['find', 'findOne'];

/** Actions of our plugins that everybody may call, given where the plugin has them. */
const PLUGIN_READS = [
  'plugin::search.search.find',
  'plugin::search.search.suggest',
  'plugin::search.search.token',
  'plugin::search.search.health',
  'plugin::regional-dynamics.rankings.find',
  'plugin::regional-dynamics.rankings.chart',
  'plugin::regional-dynamics.charts.territory',
  'plugin::regional-dynamics.charts.compare',
  'plugin::regional-dynamics.charts.edition',
  'plugin::regional-dynamics.indices.find',
  'plugin::regional-dynamics.territories.findOne',
  'plugin::regional-dynamics.territories.activity',
  'plugin::regional-dynamics.territories.compare',
  'plugin::regional-dynamics.editions.findOne',
  'plugin::regional-dynamics.statistics.find',
  'plugin::regional-dynamics.uncertainty.find',
  'plugin::regional-dynamics.uncertainty.groups',
  'plugin::regional-dynamics.uncertainty.pairwise',
];

/**
 * What the public reads: `find` and `findOne` of every content type of ours that has a route on the
 * content API (private types have none), and our plugins' own reads.
 * @returns action names that exist in this start, sorted
 */
export const publicActions = (strapi: Core.Strapi): string[] => {
  const existing = new Set<string>(strapi.contentAPI.permissions.providers.action.keys());
  const reads = Object.keys(strapi.contentTypes)
    .filter((uid) => uid.startsWith('api::'))
    .flatMap((uid) => READS.map((read) => `${uid}.${read}`));
  return [...reads, ...PLUGIN_READS].filter((action) => existing.has(action)).sort();
};
