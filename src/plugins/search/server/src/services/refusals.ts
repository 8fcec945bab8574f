import { mapKeys } from 'lodash';
import en from '../refusals/en.json';
import fr from '../refusals/fr.json';

const keyed = (wordings: Record<string, string>): Record<string, string> =>
  mapKeys(wordings, (_, sentence) => `search.${sentence}`);

/** The wordings of what the plugin refuses, by language and by the `sentence` that its errors carry. */
export const refusals = () => ({
  wordings: (): Record<string, Record<string, string>> => ({ en: keyed(en), fr: keyed(fr) }),
});
