import { checkRequired } from '../../../rules/checks/check-required';
import { defineRules, noFacts } from '../../../rules/type-rules';

export const projectIdeaRules = defineRules({
  reference: ({ now }) => ({ prefix: `IDEA-${now.getUTCFullYear()}-`, digits: 4 }),
  loadFacts: noFacts,
  onPublish: ({ row }) => checkRequired(row, ['title', 'need', 'owner']),
});
