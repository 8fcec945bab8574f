import {
  Button,
  Dialog,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { useState } from 'react';
import { useLanguageTitle } from '../use-names';
import { useText } from '../use-text';

const ALL = 'all';

/** Asks before a rebuild, and of which indexes. */
export const RebuildDialog = ({
  targets,
  isLoading,
  onConfirm,
}: {
  targets: readonly string[];
  isLoading: boolean;
  onConfirm: (locales: string[] | undefined) => void;
}) => {
  const text = useText();
  const languageTitle = useLanguageTitle();
  const [which, setWhich] = useState(ALL);
  return (
    <Dialog.Root>
      <Dialog.Trigger>
        <Button variant="secondary" loading={isLoading}>
          {text('work.rebuild.begin')}
        </Button>
      </Dialog.Trigger>
      <Dialog.Content>
        <Dialog.Header>{text('rebuild.title')}</Dialog.Header>
        <Dialog.Body>
          <Flex direction="column" alignItems="stretch" gap={4} width="100%">
            <Typography>{text('rebuild.text')}</Typography>
            <Field.Root>
              <Field.Label>{text('rebuild.which')}</Field.Label>
              <SingleSelect value={which} onChange={(value) => setWhich(String(value))}>
                <SingleSelectOption value={ALL}>{text('rebuild.all')}</SingleSelectOption>
                {targets.map((target) => (
                  <SingleSelectOption key={target} value={target}>
                    {languageTitle(target)}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </Field.Root>
          </Flex>
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button fullWidth variant="tertiary">
              {text('cancel')}
            </Button>
          </Dialog.Cancel>
          <Dialog.Action>
            <Button
              fullWidth
              variant="danger-light"
              onClick={() => onConfirm(which === ALL ? undefined : [which])}
            >
              {text('rebuild.confirm')}
            </Button>
          </Dialog.Action>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
};
