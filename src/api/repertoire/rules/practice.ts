import { checkRequired } from '../../../rules/checks/check-required';
import { defineRules, noFacts } from '../../../rules/type-rules';

export const practiceRules = defineRules({
  reference: () => ({ prefix: 'PRACTICE-', digits: 4 }),
  loadFacts: noFacts,
  onPublish: ({ row }) => [
    ...checkRequired(row, ['title', 'summary', 'body', 'kind', 'axis']),
    // A case happened somewhere; a good practice is anybody's.
    ...(row.kind === 'case' ? checkRequired(row, ['organisation']) : []),
  ],
});
