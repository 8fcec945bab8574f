/** See editions, drafts too, with their charts and all that stands behind them. */
export const READ = 'plugin::regional-dynamics.read';
