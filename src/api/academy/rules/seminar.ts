import { checkRequired } from '../../../rules/checks/check-required';
import { checkTextList } from '../../../rules/checks/check-text-list';
import { defineRules, noFacts } from '../../../rules/type-rules';
import { isStratum } from '../../observatory/rules/strata';

export const seminarRules = defineRules({
  reference: () => ({ prefix: 'SEMINAR-', digits: 4 }),
  loadFacts: noFacts,
  onSave: ({ row }) =>
    checkTextList({
      value: row.strata,
      path: ['strata'],
      rule: 'known-strata',
      allows: isStratum,
      expected: 'codes of strata',
    }),
  onPublish: ({ row }) =>
    checkRequired(row, ['title', 'summary', 'objectives', 'strata', 'level', 'themes', 'series']),
});
