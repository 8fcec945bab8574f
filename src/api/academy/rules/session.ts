import { checkRequired } from '../../../rules/checks/check-required';
import { checkTimeZone } from '../../../rules/checks/check-time-zone';
import { checkWebAddress } from '../../../rules/checks/check-web-address';
import { checkInstants, instantOf } from '../../../rules/checks/instants';
import { itemsOf, numberOf, textOf } from '../../../rules/readers';
import { defineRules, noFacts } from '../../../rules/type-rules';
import { type Row, type Violation, violation } from '../../../rules/violation';

const checkQuotas = (row: Row): Violation[] => {
  const capacity = numberOf(row, 'capacity');
  const quotas = itemsOf(row, 'quotas');
  const strata = quotas.map((quota) => textOf(quota, 'stratum'));
  const total = quotas.reduce((sum, quota) => sum + (numberOf(quota, 'places') ?? 0), 0);
  return [
    ...strata.flatMap((stratum, index) =>
      stratum === undefined || strata.indexOf(stratum) === index
        ? []
        : [
            violation({
              path: ['quotas', index, 'stratum'],
              rule: 'one-quota-per-stratum',
              values: { stratum: { choices: [stratum] } },
            }),
          ],
    ),
    ...(capacity === undefined || total <= capacity
      ? []
      : [
          violation({
            path: ['quotas'],
            rule: 'quotas-within-capacity',
            values: { places: total, field: { field: 'capacity' }, capacity },
          }),
        ]),
  ];
};

/** Registration opens before it closes, and closes before the session starts. */
const checkWindow = (row: Row): Violation[] => {
  const start = instantOf(row, 'startsAt');
  const late = ['registrationOpensAt', 'registrationClosesAt'].filter((key) => {
    const instant = instantOf(row, key);
    return start !== undefined && instant !== undefined && instant > start;
  });
  return [
    ...checkInstants(row, ['registrationOpensAt', 'registrationClosesAt']),
    ...late.map((key) =>
      violation({
        path: [key],
        rule: 'registration-before-start',
        values: { start: { field: 'startsAt' } },
      }),
    ),
  ];
};

const place = (row: Row): string[] => [
  ...(row.mode === 'onsite' || row.mode === 'mixed' ? ['venue'] : []),
  ...(row.mode === 'online' || row.mode === 'mixed' ? ['onlineUrl'] : []),
];

export const sessionRules = defineRules({
  reference: ({ row, now }) => ({
    prefix: `SESSION-${new Date(instantOf(row, 'startsAt') ?? now).getUTCFullYear()}-`,
    digits: 4,
  }),
  loadFacts: noFacts,
  onSave: ({ row }) => [
    ...checkInstants(row, ['startsAt', 'endsAt']),
    ...checkWindow(row),
    ...checkTimeZone(row, 'timezone'),
    ...checkWebAddress(row, 'onlineUrl'),
    ...checkQuotas(row),
  ],
  onPublish: ({ row }) =>
    checkRequired(row, [
      'title',
      'seminar',
      'startsAt',
      'endsAt',
      'timezone',
      'mode',
      'capacity',
      ...place(row),
    ]),
});
