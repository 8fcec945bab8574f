import { checkName } from '../../../names/check-name';
import { deriveName } from '../../../names/native-name';
import { checkWebAddress } from '../../../rules/checks/check-web-address';
import { numberOf } from '../../../rules/readers';
import { defineRules, noFacts } from '../../../rules/type-rules';
import { type Row, type Violation, violation } from '../../../rules/violation';

const checkYears = (row: Row): Violation[] => {
  const start = numberOf(row, 'periodStart');
  const end = numberOf(row, 'periodEnd');
  return start === undefined || end === undefined || end >= start
    ? []
    : [
        violation({
          path: ['periodEnd'],
          rule: 'end-after-start',
          sentence: 'end-after-start.from',
          values: { start: { field: 'periodStart' }, from: start },
        }),
      ];
};

export const programmeRules = defineRules({
  reference: () => ({ prefix: 'PRG-', digits: 4 }),
  loadFacts: noFacts,
  derive: deriveName,
  onSave: ({ row }) => [...checkName(row), ...checkYears(row), ...checkWebAddress(row, 'website')],
});
