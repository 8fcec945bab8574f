/** Types of plugins that editors keep as they keep our own. */
const OF_PLUGINS = ['plugin::search.synonym'];

/** Whether the roles of the first start may be given rights on a content type. */
export const isEditedType = (uid: string): boolean =>
  uid.startsWith('api::') || OF_PLUGINS.includes(uid);
