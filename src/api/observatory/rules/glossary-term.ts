import { checkRequired } from '../../../rules/checks/check-required';
import { checkSources } from '../../../rules/checks/check-sources';
import { defineRules, noFacts } from '../../../rules/type-rules';

export const glossaryTermRules = defineRules({
  reference: () => ({ prefix: 'TERM-', digits: 4 }),
  loadFacts: noFacts,
  onSave: ({ row }) => checkSources(row),
  onPublish: ({ row }) => checkRequired(row, ['term', 'plainDefinition']),
});
