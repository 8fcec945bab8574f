import { Box, Checkbox, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import { useForm } from '@strapi/strapi/admin';
import type { Guide, GuideQuestion } from '../../api/iris/contracts';
import { answersOf } from './answers';
import { useText } from './use-text';

const Question = ({ question }: { question: GuideQuestion }) => {
  const { text } = useText();
  const onChange = useForm('ConductForm', (state) => state.onChange);
  const answers = useForm('ConductForm', (state) => answersOf(state.values));
  const index = answers.findIndex(({ questionCode }) => questionCode === question.code);
  const item = answers[index];
  if (!item) return null;
  return (
    <Flex direction="column" alignItems="stretch" gap={2} role="group" aria-label={question.text}>
      <Field.Root
        name={`conduct.${question.code}`}
        hint={[question.hint, question.required ? text('conduct.required') : null]
          .filter(Boolean)
          .join(' · ')}
      >
        <Field.Label>{question.text}</Field.Label>
        <Textarea
          value={item.answer ?? ''}
          onChange={({ target }: { target: { value: string } }) =>
            onChange(`answers.${index}.answer`, target.value)
          }
        />
        <Field.Hint />
      </Field.Root>
      <Checkbox
        checked={item.confidential === true}
        onCheckedChange={(checked) => onChange(`answers.${index}.confidential`, checked === true)}
      >
        {text('conduct.confidential')}
      </Checkbox>
    </Flex>
  );
};

/** All questions in their order, each with room for its answer: written straight into the entry's form. */
export const ConductForm = ({ guide }: { guide: Guide }) => {
  const { text } = useText();
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Typography textColor="neutral600">{text('conduct.help')}</Typography>
      {guide.sections.map((section) => (
        <Box key={section.code} tag="section" lang={guide.language}>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography variant="beta" tag="h3">
              {text('guide.section', {
                heading: section.heading || text('guide.others'),
                minutes: section.minutes,
              })}
            </Typography>
            {section.questions.map((question) => (
              <Question key={question.code} question={question} />
            ))}
          </Flex>
        </Box>
      ))}
    </Flex>
  );
};
