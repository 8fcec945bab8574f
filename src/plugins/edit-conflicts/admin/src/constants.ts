export const PLUGIN_ID = 'edit-conflicts';
