import { isLanguageCode } from '../../../rules/checks/language-code';
import { isRecord, itemsOf, textOf } from '../../../rules/readers';
import type { ReferencePattern } from '../../../rules/reference-pattern';
import { type Row, type Violation, violation } from '../../../rules/violation';

export type InterviewFacts = {
  /** The questionnaire's questions, by code, in the interview's language; null without one. */
  questions: ReadonlyMap<string, string> | null;
  /** Fingerprint of the initiative's original text; null without an initiative. */
  textHash: string | null;
};

/** INTERVIEW-2026-0001, by the year it took place. */
export const interviewReference = ({ row, now }: { row: Row; now: Date }): ReferencePattern => ({
  prefix: `INTERVIEW-${textOf(row, 'date')?.slice(0, 4) ?? now.getUTCFullYear()}-`,
  digits: 4,
});

/** An answer keeps the question as it was asked: an editor reads it there, whatever becomes of it. */
const deriveQuestions = ({ row, facts }: { row: Row; facts: InterviewFacts }) => {
  const answers = itemsOf(row, 'answers');
  const asked = answers.map((answer) => {
    const code = textOf(answer, 'questionCode');
    const question = code === undefined ? undefined : facts.questions?.get(code);
    return question === undefined || textOf(answer, 'question') !== undefined
      ? answer
      : { ...answer, question };
  });
  return asked.some((answer, index) => answer !== answers[index]) ? { answers: asked } : {};
};

/**
 * An approval is of the text as it stands when it is given: its fingerprint and time are recorded
 * then, unless they are given with it.
 */
const deriveApproval = ({
  row,
  stored,
  facts,
  now,
}: {
  row: Row;
  stored: Row | null;
  facts: InterviewFacts;
  now: Date;
}): Record<string, unknown> => {
  const approval = row.ownerApproval;
  if (!isRecord(approval) || approval.state !== 'approved' || facts.textHash === null) return {};
  const before = isRecord(stored?.ownerApproval) ? stored.ownerApproval : {};
  const hash = textOf(approval, 'hash');
  const isNew = before.state !== 'approved';
  const isStale = isNew && hash === textOf(before, 'hash');
  if (hash !== undefined && !isStale) return {};
  const at = textOf(approval, 'at');
  return {
    ownerApproval: {
      ...approval,
      hash: facts.textHash,
      at: at === undefined || (isNew && at === before.at) ? now.toISOString() : at,
    },
  };
};

export const deriveInterview = (input: {
  row: Row;
  stored: Row | null;
  facts: InterviewFacts;
  now: Date;
}): Record<string, unknown> => ({ ...deriveQuestions(input), ...deriveApproval(input) });

export const onSaveInterview = ({
  row,
  facts,
}: {
  row: Row;
  facts: InterviewFacts;
}): Violation[] => {
  const { questions } = facts;
  const language = textOf(row, 'language');
  return [
    ...(language === undefined || isLanguageCode(language)
      ? []
      : [
          violation({
            path: ['language'],
            rule: 'language-code',
            values: { language },
          }),
        ]),
    ...itemsOf(row, 'answers').flatMap((answer, index) => {
      const code = textOf(answer, 'questionCode');
      if (code === undefined || questions === null || questions.has(code)) return [];
      return [
        violation({
          path: ['answers', index, 'questionCode'],
          rule: 'known-question',
          values: { code },
        }),
      ];
    }),
  ];
};
