import { defineRules, noFacts } from '../../../rules/type-rules';

export const personRules = defineRules({
  reference: () => ({ prefix: 'PERSON-', digits: 4 }),
  loadFacts: noFacts,
});
