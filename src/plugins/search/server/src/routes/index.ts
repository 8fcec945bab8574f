import { CONFIGURE, OPERATE, READ_STATUS } from '../constants';

const route = (method: 'GET' | 'POST', path: string, handler: string, right: string) => ({
  method,
  path,
  handler,
  config: {
    policies: [
      'admin::isAuthenticatedAdmin',
      { name: 'admin::hasPermissions', config: { actions: [right] } },
    ],
  },
});

/** For whoever is signed in: what the answer holds depends on what the account may read. */
const signedIn = (path: string, handler: string) => ({
  method: 'GET' as const,
  path,
  handler,
  config: { policies: ['admin::isAuthenticatedAdmin'] },
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
      route('GET', '/status', 'status.find', READ_STATUS),
      route('GET', '/summary', 'status.summary', READ_STATUS),
      route('GET', '/dead-letters', 'desk.deadLetters', READ_STATUS),
      route('GET', '/preview', 'desk.preview', READ_STATUS),
      signedIn('/types', 'desk.types'),
      signedIn('/entries/:uid/:documentId', 'desk.entry'),
      route('POST', '/retry', 'status.retry', OPERATE),
      route('GET', '/jobs', 'jobs.list', READ_STATUS),
      route('POST', '/check', 'jobs.check', OPERATE),
      route('POST', '/check/cancel', 'jobs.cancelCheck', OPERATE),
      route('POST', '/repair', 'jobs.repair', OPERATE),
      route('POST', '/repair/cancel', 'jobs.cancelRepair', OPERATE),
      route('POST', '/rebuild', 'jobs.rebuild', CONFIGURE),
      route('POST', '/rebuild/cancel', 'jobs.cancelRebuild', CONFIGURE),
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
