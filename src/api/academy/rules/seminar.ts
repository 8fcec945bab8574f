import { checkRequired } from '../../../rules/checks/check-required';
import { defineRules, noFacts } from '../../../rules/type-rules';

export const seminarRules = defineRules({
  reference: () => ({ prefix: 'SEMINAR-', digits: 4 }),
  loadFacts: noFacts,
  onPublish: ({ row }) =>
    checkRequired(row, ['title', 'summary', 'objectives', 'strata', 'level', 'themes', 'series']),
});
