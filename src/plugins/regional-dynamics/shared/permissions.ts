/** See editions, drafts too, with their charts and all that stands behind them. */
export const READ = 'plugin::regional-dynamics.read';

/** Have editions computed, and stop what is computing. */
export const OPERATE = 'plugin::regional-dynamics.operate';
/** Import figures. */
export const EDIT_DATA = 'plugin::regional-dynamics.edit-data';
/** Change the recipe of an index. */
export const EDIT_RECIPES = 'plugin::regional-dynamics.edit-recipes';
