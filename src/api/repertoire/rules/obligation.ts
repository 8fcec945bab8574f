import { checkRequired } from '../../../rules/checks/check-required';
import { defineRules, noFacts } from '../../../rules/type-rules';

export const obligationRules = defineRules({
  reference: () => ({ prefix: 'OBLIGATION-', digits: 4 }),
  loadFacts: noFacts,
  onPublish: ({ row }) => checkRequired(row, ['title', 'text', 'article', 'who']),
});
