/** See editions, drafts too, with their charts and all that stands behind them. */
export const READ = 'plugin::regional-dynamics.read';

/** Have editions computed, and stop what is computing. */
export const OPERATE = 'plugin::regional-dynamics.operate';
