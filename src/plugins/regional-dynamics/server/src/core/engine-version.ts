/** Part of every edition. Raise it when the same recipe and data would give other figures. */
export const ENGINE_VERSION = '1.2.0';
