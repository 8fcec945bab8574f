import { checkPeriod } from '../../../rules/checks/check-period';
import { checkRequired } from '../../../rules/checks/check-required';
import { defineRules, noFacts } from '../../../rules/type-rules';

export const projectRules = defineRules({
  reference: () => ({ prefix: 'PROJECT-', digits: 4 }),
  loadFacts: noFacts,
  onSave: ({ row }) => checkPeriod(row, { start: 'periodStart', end: 'periodEnd' }),
  onPublish: ({ row }) => checkRequired(row, ['title', 'summary']),
});
