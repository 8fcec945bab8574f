import { checkName } from '../../../names/check-name';
import { deriveName } from '../../../names/native-name';
import { defineRules, noFacts } from '../../../rules/type-rules';

export const strategicPriorityRules = defineRules({
  reference: () => ({ prefix: 'PRIORITY-', digits: 4 }),
  loadFacts: noFacts,
  derive: deriveName,
  onSave: ({ row }) => checkName(row),
});
