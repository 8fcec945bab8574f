import { checkRequired } from '../../../rules/checks/check-required';
import { checkWebAddress } from '../../../rules/checks/check-web-address';
import { textOf } from '../../../rules/readers';
import { defineRules, noFacts } from '../../../rules/type-rules';

export const watchItemRules = defineRules({
  reference: ({ row, now }) => ({
    prefix: `WATCH-${textOf(row, 'date')?.slice(0, 4) ?? now.getUTCFullYear()}-`,
    digits: 4,
  }),
  loadFacts: noFacts,
  onSave: ({ row }) => checkWebAddress(row, 'url'),
  onPublish: ({ row }) => checkRequired(row, ['title', 'url', 'date']),
});
