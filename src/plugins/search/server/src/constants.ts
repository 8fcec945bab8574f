export const READ_STATUS = 'plugin::search.status.read';
export const OPERATE = 'plugin::search.operate';

/** Rights in the admin: who sees how search is doing, and who may make it try again. */
export const PERMISSIONS = [
  {
    section: 'plugins',
    displayName: 'See the state of search',
    uid: 'status.read',
    pluginName: 'search',
  },
  {
    section: 'plugins',
    displayName: 'Retry what failed, compare with the database',
    uid: 'operate',
    pluginName: 'search',
  },
];
