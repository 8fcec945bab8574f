/** Content-API routes, under `/api/regional-dynamics`; each asks for the permission of its action. */
export default {
  'content-api': {
    type: 'content-api',
    routes: [
      { method: 'GET', path: '/rankings', handler: 'rankings.find', config: {} },
      { method: 'GET', path: '/indices', handler: 'indices.find', config: {} },
    ],
  },
};
