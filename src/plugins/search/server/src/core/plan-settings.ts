import { changedSettings, type IndexSettings } from './index-settings';

/** These change how answers are made, not how documents are stored: the engine re-indexes nothing. */
const COMPATIBLE = new Set<string>([
  'displayedAttributes',
  'faceting',
  'pagination',
  'rankingRules',
  'synonyms',
  'typoTolerance',
]);

export type SettingsPlan =
  | { state: 'same' }
  | { state: 'compatible'; change: Partial<IndexSettings> }
  | { state: 'rebuild'; change: Partial<IndexSettings> };

/**
 * What it takes to bring an index to the wanted settings: nothing, a change in place, or a new index
 * beside it, since most settings re-index every document and keep edits waiting meanwhile.
 */
export const planSettings = (input: {
  wanted: IndexSettings;
  current: Readonly<Record<string, unknown>>;
}): SettingsPlan => {
  const change = changedSettings(input);
  const keys = Object.keys(change);
  if (keys.length === 0) return { state: 'same' };
  return keys.every((key) => COMPATIBLE.has(key))
    ? { state: 'compatible', change }
    : { state: 'rebuild', change };
};
