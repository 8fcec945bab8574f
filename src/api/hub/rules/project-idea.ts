import { checkRequired } from '../../../rules/checks/check-required';
import { checkTextList } from '../../../rules/checks/check-text-list';
import { defineRules, noFacts } from '../../../rules/type-rules';

/** What the owner of an idea may look for. */
const SEEKS = ['partners', 'lead', 'funding', 'expertise', 'site', 'other'];

export const projectIdeaRules = defineRules({
  reference: ({ now }) => ({ prefix: `IDEA-${now.getUTCFullYear()}-`, digits: 4 }),
  loadFacts: noFacts,
  onSave: ({ row }) =>
    checkTextList({
      value: row.seeks,
      path: ['seeks'],
      rule: 'known-search',
      allows: (text) => SEEKS.includes(text),
      expected: `any of ${SEEKS.join(', ')}`,
    }),
  onPublish: ({ row }) => checkRequired(row, ['title', 'need', 'owner']),
});
