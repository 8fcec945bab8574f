import { checkTextList } from '../../../rules/checks/check-text-list';
import { isLanguageCode } from '../../../rules/checks/language-code';
import { defineRules, noFacts } from '../../../rules/type-rules';

export const personRules = defineRules({
  reference: () => ({ prefix: 'PERSON-', digits: 4 }),
  loadFacts: noFacts,
  onSave: ({ row }) =>
    checkTextList({
      value: row.languages,
      path: ['languages'],
      rule: 'languages-are-codes',
      allows: isLanguageCode,
      expected: 'language codes',
    }),
});
