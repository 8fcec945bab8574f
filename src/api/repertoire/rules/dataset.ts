import { checkPeriod } from '../../../rules/checks/check-period';
import { checkRequired } from '../../../rules/checks/check-required';
import { checkWebAddress } from '../../../rules/checks/check-web-address';
import { isWebAddress } from '../../../rules/checks/web-address';
import { isEmpty, isRecord, itemsOf, textOf } from '../../../rules/readers';
import { defineRules, noFacts } from '../../../rules/type-rules';
import { type Row, type Violation, violation, within } from '../../../rules/violation';
import { frequencies, isFrequency } from './frequencies';

/**
 * Articles of the CRPA that limit what may be put online: secrets (L311-5), what concerns persons
 * (L311-6), personal data to be made anonymous first (L312-1-2).
 */
const LEGAL_LIMITS = ['L311-5', 'L311-6', 'L312-1-2'];

/** Steps of the workflow from which on the public may read of a dataset. */
const READY = ['approved', 'published'];

const oneOf = (
  row: Row,
  key: string,
  rule: string,
  allowed: (text: string) => boolean,
  list: string,
) => {
  const text = textOf(row, key);
  return text === undefined || allowed(text)
    ? []
    : [violation({ path: [key], rule, sentence: 'one-of', values: { values: list } })];
};

const checkDistributionAddresses = (row: Row): Violation[] =>
  itemsOf(row, 'distributions').flatMap((distribution, index) =>
    ['accessUrl', 'downloadUrl'].flatMap((key) => {
      const address = textOf(distribution, key);
      return address === undefined || isWebAddress(address)
        ? []
        : [
            violation({
              path: ['distributions', index, key],
              rule: 'web-address',
            }),
          ];
    }),
  );

/** The repertoire says when it took the dataset in, and when it last saw to it (CRPA L322-6). */
const checkEntry = (row: Row): Violation[] =>
  isRecord(row.repertoireEntry)
    ? checkPeriod(row.repertoireEntry, { start: 'createdOn', end: 'lastUpdate' }).map((found) =>
        within('repertoireEntry', found),
      )
    : [];

const checkDistributions = (row: Row): Violation[] =>
  itemsOf(row, 'distributions').flatMap((distribution, index) => [
    ...(isEmpty(distribution.accessUrl) && isEmpty(distribution.downloadUrl)
      ? [
          violation({
            path: ['distributions', index, 'accessUrl'],
            rule: 'distribution-has-address',
            values: { field: { field: 'downloadUrl' } },
          }),
        ]
      : []),
    ...(isEmpty(distribution.licence)
      ? [
          violation({
            path: ['distributions', index, 'licence'],
            rule: 'required',
            sentence: 'distribution-has-licence',
          }),
        ]
      : []),
  ]);

const checkLaw = (row: Row): Violation[] => {
  const open = row.accessRights === 'public';
  return [
    ...(!open && isEmpty(row.legalLimit)
      ? [
          violation({
            path: ['legalLimit'],
            rule: 'limit-is-lawful',
            values: {
              field: { field: 'accessRights' },
              public: { choices: ['public'] },
              limits: LEGAL_LIMITS.join(', '),
            },
          }),
        ]
      : []),
    ...(open && row.personalData === 'present'
      ? [
          violation({
            path: ['personalData'],
            rule: 'anonymise-first',
          }),
        ]
      : []),
    ...(READY.includes(String(row.workflow))
      ? []
      : [
          violation({
            path: ['workflow'],
            rule: 'workflow-approved',
            values: { choices: { choices: READY } },
          }),
        ]),
  ];
};

export const datasetRules = defineRules({
  reference: () => ({ prefix: 'DATASET-', digits: 4 }),
  loadFacts: noFacts,
  onSave: ({ row }) => [
    ...checkPeriod(row, { start: 'temporalStart', end: 'temporalEnd' }),
    ...checkPeriod(row, { start: 'issued', end: 'modified' }),
    ...checkEntry(row),
    ...checkWebAddress(row, 'landingPage'),
    ...checkWebAddress(row, 'conformsTo'),
    ...oneOf(row, 'frequency', 'known-frequency', isFrequency, frequencies),
    ...oneOf(
      row,
      'legalLimit',
      'known-limit',
      (text) => LEGAL_LIMITS.includes(text),
      LEGAL_LIMITS.join(', '),
    ),
    ...checkDistributionAddresses(row),
  ],
  onPublish: ({ row }) => [
    ...checkRequired(row, ['title', 'description', 'publisher', 'themes', 'accessRights']),
    ...checkDistributions(row),
    ...checkLaw(row),
  ],
});
