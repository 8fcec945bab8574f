import { Field, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { unstable_useContentManagerContext, useForm } from '@strapi/strapi/admin';
import type { GuideQuestion } from '../../api/iris/contracts';
import { type AnswerItem, answersOf } from './answers';
import { useGuide } from './use-guide';
import { useText } from './use-text';

type InputProps = { name?: string; label?: string; disabled?: boolean; value?: string | null };

const indexOf = (name: string): number => Number(name.split('.').at(-2));

/**
 * The input of an answer's question: its words and hint in place of its code. An answer that was
 * added by hand chooses among the questions that have none yet.
 */
const QuestionInput = ({ name = '', label, disabled, value }: InputProps) => {
  const { id } = unstable_useContentManagerContext();
  const { text } = useText();
  const guide = useGuide(id);
  const onChange = useForm('QuestionInput', (state) => state.onChange);
  const answers = useForm('QuestionInput', (state) => answersOf(state.values));
  const item: AnswerItem | undefined = answers[indexOf(name)];
  const questions: GuideQuestion[] = guide?.sections.flatMap((section) => section.questions) ?? [];
  const question = questions.find(({ code }) => code === value);
  const words = item?.question || question?.text || value;

  if (words) {
    return (
      <Flex direction="column" alignItems="flex-start" gap={1}>
        <Typography variant="delta" tag="p">
          {words}
        </Typography>
        {question?.hint ? (
          <Typography variant="pi" textColor="neutral600">
            {question.hint}
          </Typography>
        ) : null}
      </Flex>
    );
  }
  const free = questions.filter(({ code }) => !answers.some((one) => one.questionCode === code));
  return (
    <Field.Root name={name}>
      <Field.Label>{label}</Field.Label>
      <SingleSelect
        disabled={disabled ?? false}
        placeholder={text('question.none')}
        onChange={(code) => onChange(name, String(code))}
      >
        {free.map((one) => (
          <SingleSelectOption key={one.code} value={one.code}>
            {one.text}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Field.Root>
  );
};

export default QuestionInput;
