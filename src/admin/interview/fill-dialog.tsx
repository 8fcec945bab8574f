import {
  Box,
  Button,
  Field,
  Flex,
  LinkButton,
  Modal,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { useAPIErrorHandler, useForm } from '@strapi/strapi/admin';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { Monograph } from '../../api/iris/contracts';
import { useFillMonographMutation, usePreviewMonographQuery } from './api';
import { initiativeAddress } from './initiative-address';
import { useText } from './use-text';

const List = ({ title, items }: { title: string; items: string[] }) =>
  items.length === 0 ? null : (
    <Box>
      <Typography variant="sigma" tag="h3">
        {title}
      </Typography>
      <ul>
        {items.map((item) => (
          <li key={item}>
            <Typography>{item}</Typography>
          </li>
        ))}
      </ul>
    </Box>
  );

const Filled = ({ monograph }: { monograph: Monograph }) => {
  const { field } = useText();
  return monograph.filled.map(({ field: name, text }) => (
    <Box key={name}>
      <Typography fontWeight="bold" tag="h4">
        {field(name)}
      </Typography>
      <Typography textColor="neutral600" tag="p" ellipsis>
        {text}
      </Typography>
    </Box>
  ));
};

/** What happens to each answer, before it does. */
const Preview = ({ monograph }: { monograph: Monograph }) => {
  const { text, field, language } = useText();
  const { initiative, questionTexts } = monograph;
  const words = (codes: string[]) => codes.map((code) => questionTexts[code] ?? code);
  const target = { language: language(initiative.locale), title: initiative.title ?? '' };
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography>{text(initiative.documentId ? 'fill.into' : 'fill.new', target)}</Typography>
      {monograph.consent ? null : (
        <Typography role="alert" textColor="danger600">
          {text('fill.noConsent')}
        </Typography>
      )}
      <Typography variant="sigma" tag="h3">
        {text('fill.filled', { count: monograph.filled.length })}
      </Typography>
      <Filled monograph={monograph} />
      <List
        title={text('fill.kept')}
        items={monograph.kept.map(({ field: name }) => field(name))}
      />
      <List
        title={text('fill.tooLong')}
        items={monograph.tooLong.map(({ field: name, length, maxLength }) =>
          text('fill.tooLongItem', { field: field(name), length, maxLength }),
        )}
      />
      <List title={text('fill.confidential')} items={words(monograph.confidential)} />
      <List title={text('fill.unmapped')} items={words(monograph.unmapped)} />
      <List title={text('fill.unanswered')} items={words(monograph.unanswered)} />
      {monograph.withoutQuestion > 0 ? (
        <Typography>
          {text('fill.withoutQuestion', { count: monograph.withoutQuestion })}
        </Typography>
      ) : null}
    </Flex>
  );
};

const Done = ({ monograph }: { monograph: Monograph }) => {
  const { text } = useText();
  const { documentId, locale } = monograph.initiative;
  return (
    <Flex direction="column" alignItems="flex-start" gap={4}>
      <Typography role="status">{text('fill.done', { count: monograph.filled.length })}</Typography>
      {documentId === null ? null : (
        <LinkButton tag={Link} to={initiativeAddress({ documentId, locale })}>
          {text('fill.open')}
        </LinkButton>
      )}
    </Flex>
  );
};

/** The dialog that shows what filling does, does it, and leads to the monograph. */
export const FillDialog = ({ documentId }: { documentId: string }) => {
  const { text } = useText();
  const modified = useForm('FillDialog', (state) => state.modified);
  const { _unstableFormatAPIError: formatError } = useAPIErrorHandler();
  const preview = usePreviewMonographQuery(documentId, {
    skip: modified,
    refetchOnMountOrArgChange: true,
  });
  const [fill, filling] = useFillMonographMutation();
  const [title, setTitle] = useState('');

  if (filling.data) return <Done monograph={filling.data} />;
  if (modified) return <Typography>{text('fill.unsaved')}</Typography>;
  const error = filling.error ?? preview.error;
  const needsTitle = preview.data?.needsTitle === true;
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      {preview.isFetching ? <Typography role="status">{text('fill.loading')}</Typography> : null}
      {error ? (
        <Typography role="alert" textColor="danger600">
          {formatError(error as Parameters<typeof formatError>[0])}
        </Typography>
      ) : null}
      {preview.data ? <Preview monograph={preview.data} /> : null}
      {needsTitle ? (
        <Field.Root name="monograph-title" required>
          <Field.Label>{text('fill.titleLabel')}</Field.Label>
          <TextInput
            value={title}
            maxLength={100}
            onChange={({ target }: { target: { value: string } }) => setTitle(target.value)}
          />
        </Field.Root>
      ) : null}
      <Flex justifyContent="space-between">
        <Modal.Close>
          <Button variant="tertiary">{text('fill.cancel')}</Button>
        </Modal.Close>
        <Button
          disabled={!preview.data?.consent || (needsTitle && title.trim() === '')}
          loading={filling.isLoading}
          onClick={() => fill({ documentId, ...(needsTitle ? { title } : {}) })}
        >
          {text('fill.confirm')}
        </Button>
      </Flex>
    </Flex>
  );
};
