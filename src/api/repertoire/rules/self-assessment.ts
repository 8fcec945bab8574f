import { checkRequired } from '../../../rules/checks/check-required';
import { defineRules, noFacts } from '../../../rules/type-rules';

export const selfAssessmentRules = defineRules({
  reference: ({ now }) => ({ prefix: `ASSESSMENT-${now.getUTCFullYear()}-`, digits: 4 }),
  loadFacts: noFacts,
  onSave: ({ row }) => [
    ...checkRequired(row, ['organisation', 'obligation']),
    // An authority that says it is in order says by what one sees it.
    ...(row.state === 'met' ? checkRequired(row, ['evidence']) : []),
  ],
});
