import { answerToItems, answerToLine, answerToMarkdown, answerToPlain } from './answer-to-text';

export type Question = { code: string; mapsTo: string | undefined; required: boolean };
export type Answer = { question: string | undefined; text: string; confidential: boolean };

/** A text of the initiative that answers may fill. */
export type Target =
  | { kind: 'line' | 'plain' | 'markdown'; maxLength: number | undefined }
  | { kind: 'items'; key: string; maxLength: number | undefined };

export type Filling = {
  field: string;
  questions: string[];
  value: string | Record<string, string>[];
};

/** What becomes of every answer: each stands in exactly one of the lists. */
export type MonographPlan = {
  filled: Filling[];
  /** Fields that hold a text already, which stays as it is. */
  kept: { field: string; questions: string[] }[];
  /** Fields whose answers are longer than the field takes: nothing is cut, an editor shortens them. */
  tooLong: { field: string; questions: string[]; length: number; maxLength: number }[];
  /** Questions with a confidential answer. */
  confidential: string[];
  /** Answered questions that name no text of the initiative. */
  unmapped: string[];
  /** Answers that belong to no question of the questionnaire. */
  withoutQuestion: number;
  /** Required questions without an answer. */
  unanswered: string[];
};

const isFilled = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : typeof value === 'string' && value.trim() !== '';

const toValue = (target: Target, texts: readonly string[]): Filling['value'] => {
  switch (target.kind) {
    case 'items':
      return texts.flatMap(answerToItems).map((text) => ({ [target.key]: text }));
    case 'line':
      return texts.map(answerToLine).join(' ');
    case 'plain':
      return texts.map(answerToPlain).join('\n\n');
    case 'markdown':
      return texts.map(answerToMarkdown).join('\n\n');
  }
};

/** Length of the longest text in it, in characters as the database counts them. */
const lengthOf = (value: Filling['value']): number =>
  Math.max(
    0,
    ...(typeof value === 'string' ? [value] : value.flatMap((item) => Object.values(item))).map(
      (text) => text.length,
    ),
  );

/**
 * Decides what the answers of an interview fill in an initiative: texts that are empty, by each
 * question's `mapsTo`, in the order of the questions. Several answers to one field are joined.
 * @param questions all of the questionnaire, in the order they are asked
 * @param stored the initiative's draft in its original language; null when there is none yet
 * @param targets the texts that answers may fill, by attribute
 */
export const planMonograph = ({
  questions,
  answers,
  stored,
  targets,
}: {
  questions: readonly Question[];
  answers: readonly Answer[];
  stored: Readonly<Record<string, unknown>> | null;
  targets: Readonly<Record<string, Target>>;
}): MonographPlan => {
  const given = answers.filter(({ text }) => text.trim() !== '');
  const plan: MonographPlan = {
    filled: [],
    kept: [],
    tooLong: [],
    confidential: [],
    unmapped: [],
    withoutQuestion: given.filter(
      ({ question }) => !questions.some(({ code }) => code === question),
    ).length,
    unanswered: [],
  };
  const byField = new Map<string, { target: Target; questions: string[]; texts: string[] }>();
  for (const { code, mapsTo, required } of questions) {
    const own = given.filter(({ question }) => question === code);
    const open = own.filter(({ confidential }) => !confidential);
    if (own.length === 0 && required) plan.unanswered.push(code);
    if (own.length > open.length) plan.confidential.push(code);
    if (open.length === 0) continue;
    const target = mapsTo === undefined ? undefined : targets[mapsTo];
    if (mapsTo === undefined || target === undefined) {
      plan.unmapped.push(code);
      continue;
    }
    const entry = byField.get(mapsTo) ?? { target, questions: [], texts: [] };
    entry.questions.push(code);
    entry.texts.push(...open.map(({ text }) => text));
    byField.set(mapsTo, entry);
  }
  for (const [field, { target, questions: from, texts }] of byField) {
    if (isFilled(stored?.[field])) {
      plan.kept.push({ field, questions: from });
      continue;
    }
    const value = toValue(target, texts);
    const length = lengthOf(value);
    if (target.maxLength !== undefined && length > target.maxLength) {
      plan.tooLong.push({ field, questions: from, length, maxLength: target.maxLength });
    } else if (length > 0) {
      plan.filled.push({ field, questions: from, value });
    } else {
      // Marks alone, such as a lone bullet: there is no text in it.
      plan.unmapped.push(...from);
    }
  }
  return plan;
};
