export const PLUGIN_ID = 'regional-dynamics';
/** Where the panel shows the plugin's pages. */
export const HOME = `/plugins/${PLUGIN_ID}`;
