import { checkRequired } from '../../../rules/checks/check-required';
import { defineRules, noFacts } from '../../../rules/type-rules';

export const guideChapterRules = defineRules({
  reference: () => ({ prefix: 'CHAPTER-', digits: 4 }),
  loadFacts: noFacts,
  onPublish: ({ row }) => checkRequired(row, ['title', 'summary', 'body', 'level', 'axis']),
});
