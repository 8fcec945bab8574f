export const SYNONYM = 'plugin::search.synonym';
export const READ_STATUS = 'plugin::search.status.read';
export const OPERATE = 'plugin::search.operate';
export const CONFIGURE = 'plugin::search.configure';

/**
 * Rights in the admin: who sees how search is doing, who may make it try, compare and mend, and who
 * may replace its indexes.
 */
export const PERMISSIONS = [
  {
    section: 'plugins',
    displayName: 'See the state of search',
    uid: 'status.read',
    pluginName: 'search',
  },
  {
    section: 'plugins',
    displayName: 'Retry what failed, compare with the database and mend',
    uid: 'operate',
    pluginName: 'search',
  },
  {
    section: 'plugins',
    displayName: 'Rebuild the indexes',
    uid: 'configure',
    pluginName: 'search',
  },
];
