import type { SealedRules } from '../../../rules/type-rules';
import { applicationRules } from './application';
import { fundingCallRules } from './funding-call';
import { programmeRules } from './programme';
import { projectIdeaRules } from './project-idea';
import { steeringDecisionRules } from './steering-decision';
import { strategicPriorityRules } from './strategic-priority';

/** The rules of the HUB's room. */
export const hubRules: Readonly<Record<string, SealedRules>> = {
  'api::hub.application': applicationRules,
  'api::hub.funding-call': fundingCallRules,
  'api::hub.programme': programmeRules,
  'api::hub.project-idea': projectIdeaRules,
  'api::hub.steering-decision': steeringDecisionRules,
  'api::hub.strategic-priority': strategicPriorityRules,
};
