import { Button, Checkbox, Field, Flex, Modal, TextInput, Typography } from '@strapi/design-system';
import { useAPIErrorHandler, useClipboard, useForm, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { ApprovalOfInterview, AskApproval, GetApproval } from '../../api/iris/contracts';
import { useAskApprovalMutation } from './api';
import { useText } from './use-text';

type Contact = NonNullable<GetApproval['data']['contact']>;

const Made = ({ asked }: { asked: AskApproval['response']['data'] }) => {
  const { text, day } = useText();
  const { copy } = useClipboard();
  const { toggleNotification } = useNotification();
  const values = { day: day(asked.expiresAt), email: asked.sentTo ?? '' };
  const key = asked.mailFailed ? 'ask.mailFailed' : asked.sentTo ? 'ask.sent' : 'ask.made';
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography role="status">{text(key, values)}</Typography>
      <Field.Root name="approval-link">
        <Field.Label>{text('ask.link')}</Field.Label>
        <TextInput
          value={asked.link}
          readOnly
          onFocus={({ target }: { target: HTMLInputElement }) => target.select()}
        />
      </Field.Root>
      <Button
        variant="secondary"
        onClick={async () => {
          if (await copy(asked.link)) {
            toggleNotification({ type: 'success', message: text('ask.copied') });
          }
        }}
      >
        {text('ask.copy')}
      </Button>
    </Flex>
  );
};

const Ask = ({ interview, contact }: { interview: string; contact: Contact }) => {
  const { text, language } = useText();
  const modified = useForm('AskButton', (state) => state.modified);
  const { _unstableFormatAPIError: formatError } = useAPIErrorHandler();
  const [send, setSend] = useState(contact.email !== null);
  const [ask, asking] = useAskApprovalMutation();
  if (asking.data) return <Made asked={asking.data} />;
  if (modified) return <Typography>{text('ask.unsaved')}</Typography>;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography>{text('ask.help')}</Typography>
      <Typography>{text('ask.language', { language: language(contact.language) })}</Typography>
      {contact.email === null ? (
        <Typography>{text('ask.noEmail')}</Typography>
      ) : (
        <Checkbox checked={send} onCheckedChange={(checked) => setSend(checked === true)}>
          {text('ask.send', { email: contact.email })}
        </Checkbox>
      )}
      {asking.error ? (
        <Typography role="alert" textColor="danger600">
          {formatError(asking.error as Parameters<typeof formatError>[0])}
        </Typography>
      ) : null}
      <Button loading={asking.isLoading} onClick={() => ask({ documentId: interview, send })}>
        {text('ask.confirm')}
      </Button>
    </Flex>
  );
};

/** Asks the owner of one interview for an approval, and shows the link once. */
export const AskButton = ({
  approval,
  contact,
}: {
  approval: ApprovalOfInterview;
  contact: Contact;
}) => {
  const { text } = useText();
  const label = text(approval.state === 'none' ? 'ask.label' : 'ask.again');
  return (
    <Modal.Root>
      <Modal.Trigger>
        <Button variant="secondary" fullWidth>
          {label}
        </Button>
      </Modal.Trigger>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{label}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Ask interview={approval.interview} contact={contact} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
};
