import { mapKeys } from 'lodash';
import { keyOf, type Sentence } from '../core/say';
import en from '../refusals/en.json';
import fr from '../refusals/fr.json';

const keyed = (wordings: Record<Sentence, string>): Record<string, string> =>
  mapKeys(wordings, (_, sentence) => keyOf(sentence as Sentence));

/**
 * The service `refusals`: the wordings of what the plugin refuses, by language and by the
 * `sentence` that its errors carry beside their English message, with the `values` to put in.
 */
export const createRefusalsService = () => ({
  wordings: (): Record<string, Record<string, string>> => ({ en: keyed(en), fr: keyed(fr) }),
});
