import type { SentenceKey } from '../../../refusals/sentence';
import { checkItems } from '../../../rules/checks/check-items';
import { checkMentions } from '../../../rules/checks/check-mentions';
import { checkRequired } from '../../../rules/checks/check-required';
import { isEmpty, itemsOf, textOf } from '../../../rules/readers';
import type { ReferencePattern } from '../../../rules/reference-pattern';
import { type Row, type Violation, violation } from '../../../rules/violation';

/** A study compares possible futures, so it draws two at least. */
const LEAST_SCENARIOS = 2;

export type StudyFacts = {
  /** Those of the references under `factorSources` that are initiatives. */
  initiatives: ReadonlySet<string>;
};

/** STUDY-2026-0001, by the year of its entry. */
export const studyReference = ({ now }: { now: Date }): ReferencePattern => ({
  prefix: `STUDY-${now.getUTCFullYear()}-`,
  digits: 4,
});

/** Codes of the factors; those of the texts are the same, and a translation may lack some yet. */
const factorCodes = (row: Row): ReadonlySet<string> =>
  new Set(
    [...itemsOf(row, 'factorSources'), ...itemsOf(row, 'successFactors')].flatMap(
      (item) => textOf(item, 'code') ?? [],
    ),
  );

export const onSaveStudy = ({ row, facts }: { row: Row; facts: StudyFacts }): Violation[] => {
  const known = factorCodes(row);
  const codes = [...known].join(', ');
  const expected =
    codes === ''
      ? { sentence: 'holds.no-factors' }
      : { sentence: 'holds.factors', values: { codes } };
  return [
    ...checkMentions(row, {
      list: 'factorSources',
      key: 'initiatives',
      known: facts.initiatives,
      rule: 'known-initiative',
      expected: { sentence: 'holds.initiatives' },
    }),
    ...['scenarios', 'recommendations'].flatMap((list) =>
      checkMentions(row, { list, key: 'factors', known, rule: 'known-factor', expected }),
    ),
  ];
};

const checkCited = (
  row: Row,
  { list, key, rule }: { list: string; key: string; rule: SentenceKey },
): Violation[] =>
  itemsOf(row, list).flatMap((item, index) =>
    isEmpty(item[key]) ? [violation({ path: [list, index, key], rule })] : [],
  );

export const onPublishStudy = ({ row }: { row: Row }): Violation[] => [
  ...checkRequired(row, [
    'title',
    'summary',
    'question',
    'stateOfTheArt',
    'experiences',
    'replicableElements',
    'successFactors',
    'recommendations',
  ]),
  ...(itemsOf(row, 'scenarios').length >= LEAST_SCENARIOS
    ? []
    : [
        violation({
          path: ['scenarios'],
          rule: 'two-scenarios',
          values: { least: LEAST_SCENARIOS },
        }),
      ]),
  ...checkItems(row, 'replicableElements', ['name']),
  ...checkItems(row, 'successFactors', ['text']),
  ...checkItems(row, 'scenarios', ['name', 'description']),
  ...checkItems(row, 'recommendations', ['text']),
  ...checkCited(row, {
    list: 'factorSources',
    key: 'initiatives',
    rule: 'factor-cites-initiative',
  }),
  ...checkCited(row, {
    list: 'recommendations',
    key: 'factors',
    rule: 'recommendation-cites-factor',
  }),
];
