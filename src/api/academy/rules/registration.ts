import { checkRequired } from '../../../rules/checks/check-required';
import { isEmpty, itemsOf } from '../../../rules/readers';
import { defineRules, noFacts } from '../../../rules/type-rules';
import { type Row, type Violation, violation } from '../../../rules/violation';

/** A consent that was given says when: without that it proves nothing. */
const checkConsents = (row: Row): Violation[] =>
  itemsOf(row, 'consents').flatMap((consent, index) =>
    consent.given === true && isEmpty(consent.givenAt)
      ? [
          violation({
            path: ['consents', index, 'givenAt'],
            rule: 'consent-is-dated',
          }),
        ]
      : [],
  );

export const registrationRules = defineRules({
  reference: ({ now }) => ({ prefix: `REGISTRATION-${now.getUTCFullYear()}-`, digits: 4 }),
  loadFacts: noFacts,
  onSave: ({ row }) => [...checkRequired(row, ['session', 'name']), ...checkConsents(row)],
});
