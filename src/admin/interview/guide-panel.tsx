import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useForm } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { Guide } from '../../api/iris/contracts';
import { answersOf, minutesLeft, missingItems, progressOf } from './answers';
import { ConductForm } from './conduct-form';
import { INTERVIEW } from './constants';
import { useGuide } from './use-guide';
import { useText } from './use-text';

const Progress = ({ guide }: { guide: Guide }) => {
  const { text } = useText();
  const answers = useForm('Progress', (state) => answersOf(state.values));
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      {guide.sections.map((section) => (
        <Flex key={section.code} justifyContent="space-between" gap={2}>
          <Typography variant="pi">
            {text('guide.section', {
              heading: section.heading || text('guide.others'),
              minutes: section.minutes,
            })}
          </Typography>
          <Typography variant="pi" textColor="neutral600">
            {text('guide.answered', { ...progressOf(section, answers) })}
          </Typography>
        </Flex>
      ))}
      <Typography variant="pi" fontWeight="bold">
        {text('guide.remaining', { minutes: minutesLeft(guide, answers) })}
      </Typography>
    </Flex>
  );
};

const Content = ({ documentId }: { documentId: string | undefined }) => {
  const { text } = useText();
  const guide = useGuide(documentId);
  const [isOpen, setOpen] = useState(false);
  const addFieldRow = useForm('GuidePanel', (state) => state.addFieldRow);
  const answers = useForm('GuidePanel', (state) => answersOf(state.values));
  if (!guide) {
    return (
      <Typography variant="pi" textColor="neutral600">
        {text('guide.choose')}
      </Typography>
    );
  }
  const start = () => {
    for (const item of missingItems(guide, answers)) addFieldRow('answers', item);
    setOpen(true);
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Progress guide={guide} />
      <Button variant="secondary" onClick={start} fullWidth>
        {text('guide.conduct')}
      </Button>
      <Modal.Root open={isOpen} onOpenChange={setOpen}>
        <Modal.Content>
          <Modal.Header>
            <Modal.Title>{text('conduct.title')}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <ConductForm guide={guide} />
          </Modal.Body>
          <Modal.Footer>
            <Typography variant="pi" fontWeight="bold">
              {text('guide.remaining', { minutes: minutesLeft(guide, answers) })}
            </Typography>
            <Button onClick={() => setOpen(false)}>{text('conduct.close')}</Button>
          </Modal.Footer>
        </Modal.Content>
      </Modal.Root>
    </Flex>
  );
};

/** Side panel of an interview: how far it is, section by section, and the window to conduct it in. */
export const GuidePanel = ({ model, documentId }: { model: string; documentId?: string }) => {
  const { text } = useText();
  if (model !== INTERVIEW) return null;
  return { title: text('guide.title'), content: <Content documentId={documentId} /> };
};
