import { OPERATE, READ_STATUS } from '../constants';

const withRight = (action: string) => ({
  policies: [
    'admin::isAuthenticatedAdmin',
    { name: 'admin::hasPermissions', config: { actions: [action] } },
  ],
});

const read = (path: string, handler: string) => ({
  method: 'GET' as const,
  path,
  handler,
  config: { prefix: '' },
});

export const routes = {
  admin: {
    type: 'admin' as const,
    routes: [
      {
        method: 'GET' as const,
        path: '/status',
        handler: 'status.find',
        config: withRight(READ_STATUS),
      },
      {
        method: 'POST' as const,
        path: '/retry',
        handler: 'status.retry',
        config: withRight(OPERATE),
      },
      {
        method: 'POST' as const,
        path: '/reconcile',
        handler: 'status.reconcile',
        config: withRight(OPERATE),
      },
    ],
  },
  'content-api': {
    type: 'content-api' as const,
    // The plugin's own prefix is /search already: the address is exactly /api/search.
    prefix: '',
    routes: [
      read('/search', 'search.find'),
      read('/search/suggest', 'search.suggest'),
      read('/search/token', 'search.token'),
      read('/search/health', 'search.health'),
    ],
  },
};
