import { checkRequired } from '../../../rules/checks/check-required';
import { defineRules, noFacts } from '../../../rules/type-rules';

export const glossaryTermRules = defineRules({
  reference: () => ({ prefix: 'TERM-', digits: 4 }),
  loadFacts: noFacts,
  onPublish: ({ row }) => checkRequired(row, ['term', 'plainDefinition']),
});
