export const PLUGIN_ID = 'shared-fields';
/** Where the address of an edit view holds the locale shown, and the locale in which the entry started. */
export const LOCALE_PARAMETER = 'plugins[i18n][locale]';
export const ORIGINAL_PARAMETER = `plugins[${PLUGIN_ID}]`;
/** Stands for the original locale of an entry of which only other locales can be seen yet. */
export const ANOTHER = '*';
