import type { SealedRules } from '../../../rules/type-rules';
import { programmeRules } from './programme';

/** The rules of the HUB's room. */
export const hubRules: Readonly<Record<string, SealedRules>> = {
  'api::hub.programme': programmeRules,
};
