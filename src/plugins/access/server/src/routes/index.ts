export default {
  'content-api': {
    type: 'content-api',
    routes: [
      { method: 'GET', path: '/drafts', handler: 'drafts.read', config: {} },
      { method: 'GET', path: '/members', handler: 'members.read', config: {} },
    ],
  },
};
