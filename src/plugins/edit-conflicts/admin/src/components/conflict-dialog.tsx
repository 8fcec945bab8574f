import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useIntl } from 'react-intl';
import { type Conflict, currentConflict, hostConflicts, speakLike } from '../conflict-desk';
import type { Choice } from '../core/apply-choices';
import { useText } from '../use-text';
import { DifferenceChoice } from './difference-choice';

type Decide = (choices: Choice[] | undefined) => void;

/** What nobody but the other has touched is theirs; where both have written, the editor chooses. */
const firstChoices = ({ differences, deleted }: Conflict): (Choice | undefined)[] =>
  differences.map(({ both }) => {
    if (deleted) return 'mine';
    return both ? undefined : 'theirs';
  });

const useIntroduction = ({ savedBy, savedAt, deleted }: Conflict): string => {
  const say = useText();
  const { formatDate } = useIntl();
  if (deleted !== undefined) return say(`deleted.${deleted}`);
  const date = formatDate(savedAt ?? undefined, { dateStyle: 'long', timeStyle: 'short' });
  return savedBy ? say('intro', { name: savedBy, date }) : say('intro.unknown', { date });
};

const Decision = ({ conflict, decide }: { conflict: Conflict; decide: Decide }) => {
  const say = useText();
  const introduction = useIntroduction(conflict);
  const [choices, setChoices] = useState(() => firstChoices(conflict));
  const { differences, deleted, models, savedBy } = conflict;
  const decided = choices.flatMap((choice) => choice ?? []);
  const undecided = differences.length - decided.length;
  const all = (choice: Choice) => setChoices(differences.map(() => choice));

  // What waits here is saved nowhere yet.
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, []);

  return (
    <Modal.Root open onOpenChange={() => decide(undefined)}>
      <Modal.Content style={{ maxWidth: '96rem' }}>
        <Modal.Header closeLabel={say('close')}>
          <Modal.Title>{say(deleted ? 'deleted.title' : 'title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={2} paddingBottom={5}>
            <Typography>{introduction}</Typography>
            {deleted ? null : <Typography textColor="neutral600">{say('rest')}</Typography>}
          </Flex>
          {differences.map((difference, index) => (
            <DifferenceChoice
              key={difference.path.join('.')}
              difference={difference}
              components={models.components}
              savedBy={savedBy}
              choice={choices[index]}
              onChoose={
                deleted ? undefined : (choice) => setChoices((before) => before.with(index, choice))
              }
            />
          ))}
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={() => decide(undefined)}>
            {say('cancel')}
          </Button>
          <Flex gap={2} wrap="wrap" justifyContent="flex-end">
            <Typography variant="pi" textColor="neutral600" aria-live="polite">
              {undecided > 0 ? say('undecided', { count: undecided }) : ''}
            </Typography>
            {deleted ? null : (
              <>
                <Button variant="secondary" onClick={() => all('mine')}>
                  {say('all-mine')}
                </Button>
                <Button variant="secondary" onClick={() => all('theirs')}>
                  {say('all-theirs')}
                </Button>
              </>
            )}
            {deleted === 'entry' ? null : (
              <Button disabled={undecided > 0} onClick={() => decide(decided)}>
                {say(deleted ? 'deleted.save' : 'save')}
              </Button>
            )}
          </Flex>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};

/** Shows the refused save that waits for a decision, if there is one. Lives in the edit view. */
export const ConflictDialog = () => {
  const open = useSyncExternalStore(hostConflicts, currentConflict);
  const { formatMessage } = useIntl();
  useEffect(() => {
    speakLike((id, inEnglish) => formatMessage({ id, defaultMessage: inEnglish }));
  }, [formatMessage]);
  return open ? <Decision conflict={open.conflict} decide={open.decide} /> : null;
};
