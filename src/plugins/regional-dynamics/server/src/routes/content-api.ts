/** Under `/api/regional-dynamics`; each route asks for the permission of its action. */
export default {
  type: 'content-api',
  routes: [
    { method: 'GET', path: '/rankings', handler: 'rankings.find', config: {} },
    { method: 'GET', path: '/rankings/chart.svg', handler: 'rankings.chart', config: {} },
    { method: 'GET', path: '/territories/:unit', handler: 'territories.findOne', config: {} },
    {
      method: 'GET',
      path: '/territories/:unit/activity',
      handler: 'territories.activity',
      config: {},
    },
    {
      method: 'GET',
      path: '/territories/:unit/groups',
      handler: 'uncertainty.groups',
      config: {},
    },
    { method: 'GET', path: '/uncertainty', handler: 'uncertainty.find', config: {} },
    { method: 'GET', path: '/statistics', handler: 'statistics.find', config: {} },
    { method: 'GET', path: '/pairwise', handler: 'uncertainty.pairwise', config: {} },
    { method: 'GET', path: '/compare', handler: 'territories.compare', config: {} },
    {
      method: 'GET',
      path: '/territories/:unit/chart.svg',
      handler: 'charts.territory',
      config: {},
    },
    { method: 'GET', path: '/compare/chart.svg', handler: 'charts.compare', config: {} },
    {
      method: 'GET',
      path: '/editions/:reference/chart.svg',
      handler: 'charts.edition',
      config: {},
    },
    { method: 'GET', path: '/editions/:reference', handler: 'editions.findOne', config: {} },
    { method: 'GET', path: '/indices', handler: 'indices.find', config: {} },
  ],
};
