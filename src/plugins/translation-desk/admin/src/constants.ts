export const PLUGIN_ID = 'translation-desk';
export const READ_STATUS = 'plugin::translation-desk.status.read';
