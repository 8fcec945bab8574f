import { checkRequired } from '../../../rules/checks/check-required';
import { itemsOf, numberOf, textOf } from '../../../rules/readers';
import type { ReferencePattern } from '../../../rules/reference-pattern';
import { type Row, type Violation, violation } from '../../../rules/violation';

export type QuestionnaireFacts = {
  /** The texts of an initiative, which answers may fill. */
  initiativeTexts: string[];
  /** Codes of questions that are taken out here and that interviews have answered. */
  answered: string[];
};

export const questionnaireReference = (): ReferencePattern => ({
  prefix: 'QUESTIONNAIRE-',
  digits: 4,
});

const checkMinutes = (row: Row): Violation[] => {
  const target = numberOf(row, 'targetMinutes');
  const total = itemsOf(row, 'sections').reduce(
    (sum, section) => sum + (numberOf(section, 'minutes') ?? 0),
    0,
  );
  return target === undefined || total <= target
    ? []
    : [
        violation({
          path: ['sections'],
          rule: 'minutes-within-target',
          values: { minutes: total, field: { field: 'targetMinutes' }, target },
        }),
      ];
};

export const onSaveQuestionnaire = ({
  row,
  facts,
}: {
  row: Row;
  facts: QuestionnaireFacts;
}): Violation[] => [
  ...checkMinutes(row),
  ...facts.answered.map((code) =>
    violation({
      path: ['questions'],
      rule: 'known-question',
      sentence: 'answered-question',
      values: { code },
    }),
  ),
  ...itemsOf(row, 'questions').flatMap((question, index) => {
    const mapsTo = textOf(question, 'mapsTo');
    return mapsTo === undefined || facts.initiativeTexts.includes(mapsTo)
      ? []
      : [
          violation({
            path: ['questions', index, 'mapsTo'],
            rule: 'maps-to-initiative-text',
            values: { attribute: mapsTo },
          }),
        ];
  }),
];

export const onPublishQuestionnaire = ({ row }: { row: Row }): Violation[] => {
  const sections = itemsOf(row, 'sections').map((section) => textOf(section, 'code'));
  return [
    ...checkRequired(row, ['title', 'sections', 'questions']),
    ...itemsOf(row, 'questions').flatMap((question, index) => {
      const section = textOf(question, 'section');
      if (section !== undefined && sections.includes(section)) return [];
      return [
        violation({
          path: ['questions', index, 'section'],
          rule: 'known-section',
          ...(section === undefined
            ? { sentence: 'required' as const }
            : { sentence: 'known-section' as const, values: { section } }),
        }),
      ];
    }),
  ];
};
