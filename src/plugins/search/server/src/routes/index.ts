export const routes = {
  'content-api': {
    type: 'content-api' as const,
    // The plugin's own prefix is /search already: the address is exactly /api/search.
    prefix: '',
    routes: [
      {
        method: 'GET' as const,
        path: '/search',
        handler: 'search.find',
        config: { prefix: '' },
      },
    ],
  },
};
