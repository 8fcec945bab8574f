import { checkName } from '../../../names/check-name';
import { deriveName } from '../../../names/native-name';
import { checkWebAddress } from '../../../rules/checks/check-web-address';
import { isSiret } from '../../../rules/checks/siret';
import { textOf } from '../../../rules/readers';
import { defineRules, noFacts } from '../../../rules/type-rules';
import { type Row, type Violation, violation } from '../../../rules/violation';

const checkSiret = (row: Row): Violation[] => {
  const siret = textOf(row, 'siret');
  return siret === undefined || isSiret(siret)
    ? []
    : [
        violation({
          path: ['siret'],
          rule: 'siret',
          values: { siret },
        }),
      ];
};

export const organisationRules = defineRules({
  reference: () => ({ prefix: 'ORG-', digits: 4 }),
  loadFacts: noFacts,
  derive: deriveName,
  onSave: ({ row }) => [...checkName(row), ...checkSiret(row), ...checkWebAddress(row, 'website')],
});
