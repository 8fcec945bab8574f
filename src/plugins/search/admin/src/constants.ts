export const PLUGIN_ID = 'search';
export const READ_STATUS = 'plugin::search.status.read';
export const OPERATE = 'plugin::search.operate';
export const CONFIGURE = 'plugin::search.configure';
/** The index of every locale, among the targets of a rebuild. */
export const EVERY_LOCALE = '*';
