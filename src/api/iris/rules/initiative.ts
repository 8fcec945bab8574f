import type { SentenceKey } from '../../../refusals/sentence';
import { addMonths } from '../../../rules/checks/add-months';
import { checkPeriod } from '../../../rules/checks/check-period';
import { checkRequired } from '../../../rules/checks/check-required';
import { checkWebAddress } from '../../../rules/checks/check-web-address';
import { checkCurrencies, checkFundingWithinCosts } from '../../../rules/checks/money';
import { partialDateSpan } from '../../../rules/checks/partial-date';
import { isEmpty, isRecord, itemsOf, numberOf, targetsOf, textOf } from '../../../rules/readers';
import type { ReferencePattern } from '../../../rules/reference-pattern';
import { type Row, type Violation, violation } from '../../../rules/violation';
import { textHash } from './text-hash';

/** Months from a review to the next one. */
const REVIEW_INTERVAL = 18;

/** The owner's approval as an interview records it. */
export type Approval = { interview: string; state: string | undefined; hash: string | undefined };

/** What a transfer takes from the initiative, and where it leads. */
export type TransferOut = {
  reference: string;
  targetTerritory: string | undefined;
  components: readonly string[];
};

export type InitiativeFacts = {
  /** Transfers that a change of territories or replicable components may contradict. */
  transfers: TransferOut[];
  /** One per interview of the initiative. */
  approvals: Approval[];
  /** The localized attributes of the type. */
  textKeys: string[];
  /** The original's draft, when the row is a translation's. */
  original: Row | null;
};

/** IRIS-2006-0417: the year it started, or else that of its entry. */
export const initiativeReference = ({ row, now }: { row: Row; now: Date }): ReferencePattern => ({
  prefix: `IRIS-${textOf(row, 'startDate')?.slice(0, 4) ?? now.getUTCFullYear()}-`,
  digits: 4,
});

/** Fingerprint of the original's texts, which an approval must match. */
const originalHash = ({ row, facts }: { row: Row; facts: InitiativeFacts }): string =>
  textHash({ row: facts.original ?? row, keys: facts.textKeys });

const isApproved = ({ row, facts }: { row: Row; facts: InitiativeFacts }): boolean => {
  const hash = originalHash({ row, facts });
  return facts.approvals.some((one) => one.state === 'approved' && one.hash === hash);
};

/** Approvals of another text than the one with this fingerprint. */
export const outdatedApprovals = ({
  approvals,
  hash,
}: {
  approvals: readonly Approval[];
  hash: string;
}): Approval[] => approvals.filter((one) => one.state === 'approved' && one.hash !== hash);

/**
 * The next review, and a quality that its edit has outdated: an approval of the text before is
 * none of the text after. A quality that is newly claimed is left to the judgement at publication.
 */
export const deriveInitiative = ({
  row,
  stored,
  facts,
  isOriginal,
}: {
  row: Row;
  stored: Row | null;
  facts: InitiativeFacts;
  isOriginal: boolean;
}): Record<string, unknown> => {
  const reviewedAt = textOf(row, 'reviewedAt');
  const wasApproved = stored?.quality === 'owner-approved' && row.quality === 'owner-approved';
  return {
    ...(reviewedAt !== undefined && isEmpty(row.reviewDueAt)
      ? { reviewDueAt: addMonths({ day: reviewedAt, months: REVIEW_INTERVAL }) }
      : {}),
    ...(isOriginal && wasApproved && !isApproved({ row, facts })
      ? { quality: facts.approvals.length > 0 ? 'interviewed' : 'documented' }
      : {}),
  };
};

/** The best quality that interviews bear out, of one that claims to rest on them. */
export const supportedQuality = ({
  quality,
  approvals,
}: {
  quality: unknown;
  approvals: readonly Approval[];
}): unknown => {
  if (quality !== 'interviewed' && quality !== 'owner-approved') return quality;
  if (approvals.length === 0) return 'documented';
  return approvals.some(({ state }) => state === 'approved') ? quality : 'interviewed';
};

const checkContextFit = (row: Row): Violation[] => {
  const fit = row.contextFit;
  if (!isRecord(fit)) return [];
  const least = numberOf(fit, 'minPopulation');
  const most = numberOf(fit, 'maxPopulation');
  return [
    ...(least !== undefined && most !== undefined && most < least
      ? [
          violation({
            path: ['contextFit', 'maxPopulation'],
            rule: 'max-not-below-min',
            values: { field: { field: 'minPopulation' }, least },
          }),
        ]
      : []),
  ];
};

const checkEvidenceDates = (row: Row): Violation[] =>
  itemsOf(row, 'evidence').flatMap((item, index) => {
    const date = textOf(item, 'date');
    return date === undefined || partialDateSpan(date)
      ? []
      : [
          violation({
            path: ['evidence', index, 'date'],
            rule: 'real-date',
            values: { text: date },
          }),
        ];
  });

/** An initiative keeps what its transfers rest on, as a transfer is judged by its source. */
const checkTransfers = ({ row, facts }: { row: Row; facts: InitiativeFacts }): Violation[] => {
  const territories = targetsOf(row, 'territories');
  const codes = itemsOf(row, 'replicableComponents').map((item) => textOf(item, 'code'));
  return facts.transfers.flatMap(({ reference, targetTerritory, components }) => [
    ...(targetTerritory !== undefined && territories.includes(targetTerritory)
      ? [
          violation({
            path: ['territories'],
            rule: 'target-not-in-source',
            values: { transfer: reference },
          }),
        ]
      : []),
    ...components
      .filter((code) => !codes.includes(code))
      .map((code) =>
        violation({
          path: ['replicableComponents'],
          rule: 'known-components',
          sentence: 'component-is-taken',
          values: { code: String(code), transfer: reference },
        }),
      ),
  ]);
};

export const onSaveInitiative = ({
  row,
  facts,
}: {
  row: Row;
  facts: InitiativeFacts;
}): Violation[] => [
  ...checkTransfers({ row, facts }),
  ...checkPeriod(row, { start: 'startDate', end: 'endDate' }),
  ...checkPeriod(row, { start: 'reviewedAt', end: 'reviewDueAt' }),
  ...checkWebAddress(row, 'website'),
  ...checkContextFit(row),
  ...checkEvidenceDates(row),
  ...(row.costsComplete === true ? checkFundingWithinCosts(row) : []),
];

const checkQuality = ({ row, facts }: { row: Row; facts: InitiativeFacts }): Violation[] => {
  const quality = { choices: [String(row.quality)] };
  const refusal = (rule: SentenceKey) => [
    violation({ path: ['quality'], rule, values: { quality } }),
  ];
  switch (row.quality) {
    case 'documented':
      return isEmpty(row.sources)
        ? [
            violation({
              path: ['sources'],
              rule: 'documented-needs-source',
              values: { field: { field: 'quality' }, quality },
            }),
          ]
        : [];
    case 'interviewed':
      return facts.approvals.length > 0 ? [] : refusal('interviewed-needs-interview');
    case 'owner-approved':
      if (isApproved({ row, facts })) return [];
      return facts.approvals.some(({ state }) => state === 'approved')
        ? refusal('approval-matches-text')
        : refusal('owner-approved-needs-approval');
    default:
      return [];
  }
};

export const onPublishInitiative = ({
  row,
  facts,
}: {
  row: Row;
  facts: InitiativeFacts;
}): Violation[] => [
  ...checkRequired(row, ['title', 'summary', 'themes', 'territories']),
  // The source of a desk research may not name the owner, and we invent none.
  ...(row.quality === 'documented' ? [] : checkRequired(row, ['owner'])),
  ...(row.stage === 'stopped' ? checkRequired(row, ['whyStopped']) : []),
  ...(isEmpty(row.image) ? [] : checkRequired(row, ['imageAlt'])),
  ...checkCurrencies(row, { list: 'costs', amount: 'amount' }),
  ...checkCurrencies(row, { list: 'funding', amount: 'amount' }),
  ...checkCurrencies(row, { list: 'replicableComponents', amount: 'cost' }),
  ...checkQuality({ row, facts }),
];
