import { isLanguageCode } from '../../../rules/checks/language-code';
import { isRecord, itemsOf, textOf } from '../../../rules/readers';
import type { ReferencePattern } from '../../../rules/reference-pattern';
import { type Row, type Violation, violation } from '../../../rules/violation';

export type InterviewFacts = {
  /** Codes of the questionnaire's questions; null without a questionnaire. */
  questionCodes: string[] | null;
  /** Fingerprint of the initiative's original text; null without an initiative. */
  textHash: string | null;
};

/** INTERVIEW-2026-0001, by the year it took place. */
export const interviewReference = ({ row, now }: { row: Row; now: Date }): ReferencePattern => ({
  prefix: `INTERVIEW-${textOf(row, 'date')?.slice(0, 4) ?? now.getUTCFullYear()}-`,
  digits: 4,
});

/**
 * An approval is of the text as it stands when it is given: its fingerprint and time are recorded
 * then, unless they are given with it.
 */
export const deriveInterview = ({
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

export const onSaveInterview = ({
  row,
  facts,
}: {
  row: Row;
  facts: InterviewFacts;
}): Violation[] => {
  const { questionCodes } = facts;
  const language = textOf(row, 'language');
  return [
    ...(language === undefined || isLanguageCode(language)
      ? []
      : [
          violation({
            path: ['language'],
            rule: 'language-code',
            sentence: `"${language}" is no language code`,
          }),
        ]),
    ...itemsOf(row, 'answers').flatMap((answer, index) => {
      const code = textOf(answer, 'questionCode');
      if (code === undefined || questionCodes === null || questionCodes.includes(code)) return [];
      return [
        violation({
          path: ['answers', index, 'questionCode'],
          rule: 'known-question',
          sentence: `"${code}" is no question of the questionnaire`,
        }),
      ];
    }),
  ];
};
