export const PLUGIN = 'regional-dynamics';
export const INDICATOR = 'plugin::regional-dynamics.indicator';
export const OBSERVATION = 'plugin::regional-dynamics.observation';
export const INDEX = 'plugin::regional-dynamics.index';
export const IMPORT = 'plugin::regional-dynamics.import';
export const EDITION = 'plugin::regional-dynamics.edition';

/** Emitted on Strapi's event hub when an edition is published and committed. */
export const EDITION_PUBLISH = 'regional-dynamics.edition.publish';

/** Emitted when figures have changed and are committed: `{ indicators, vintage, indices }`. */
export const FIGURES_CHANGE = 'regional-dynamics.figures.change';
