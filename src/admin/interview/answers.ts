import type { Guide } from '../../api/iris/contracts';

/** An answer as it stands in the form. */
export type AnswerItem = {
  questionCode?: string | null;
  question?: string | null;
  answer?: string | null;
  confidential?: boolean | null;
};

const isAnswered = ({ answer }: AnswerItem): boolean => (answer ?? '').trim() !== '';

/** The answers of a form's values; an empty list where there are none. */
export const answersOf = (values: unknown): AnswerItem[] => {
  const answers =
    typeof values === 'object' && values !== null && 'answers' in values ? values.answers : [];
  return Array.isArray(answers) ? (answers as AnswerItem[]) : [];
};

/** The items that are missing for each question to have one, in the order of the questions. */
export const missingItems = (guide: Guide, answers: readonly AnswerItem[]): AnswerItem[] =>
  guide.sections
    .flatMap(({ questions }) => questions)
    .filter(({ code }) => !answers.some(({ questionCode }) => questionCode === code))
    .map(({ code, text }) => ({
      questionCode: code,
      question: text,
      answer: '',
      confidential: false,
    }));

export type Progress = { answered: number; questions: number };

/** How many questions of a section have an answer. */
export const progressOf = (
  section: Guide['sections'][number],
  answers: readonly AnswerItem[],
): Progress => ({
  questions: section.questions.length,
  answered: section.questions.filter(({ code }) =>
    answers.some((item) => item.questionCode === code && isAnswered(item)),
  ).length,
});

/** Minutes of the sections in which a question still waits for its answer. */
export const minutesLeft = (guide: Guide, answers: readonly AnswerItem[]): number =>
  guide.sections.reduce((sum, section) => {
    const { answered, questions } = progressOf(section, answers);
    return answered < questions ? sum + section.minutes : sum;
  }, 0);
