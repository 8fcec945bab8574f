import { checkWebAddress } from '../../../rules/checks/check-web-address';
import { defineRules, noFacts } from '../../../rules/type-rules';

export const harvestSourceRules = defineRules({
  reference: () => ({ prefix: 'HARVEST-', digits: 4 }),
  loadFacts: noFacts,
  onSave: ({ row }) => checkWebAddress(row, 'url'),
});
