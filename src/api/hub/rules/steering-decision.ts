import { defineRules, noFacts } from '../../../rules/type-rules';

export const steeringDecisionRules = defineRules({
  reference: ({ now }) => ({ prefix: `DECISION-${now.getUTCFullYear()}-`, digits: 4 }),
  loadFacts: noFacts,
});
