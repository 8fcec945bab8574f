import {
  Box,
  Button,
  Flex,
  Link,
  Table,
  Tbody,
  Td,
  Th,
  Thead,
  Tr,
  Typography,
} from '@strapi/design-system';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';
import type { NamedDeadLetter } from '../../../shared/desk';
import { type EntryAddress, useGetSearchDeadLettersQuery, useRetrySearchMutation } from '../api';
import { OPERATE } from '../constants';
import { useMay } from '../use-may';
import { useEntryAddress, useTypeName } from '../use-names';
import { useTell } from '../use-tell';
import { type TextKey, useText } from '../use-text';
import { useTimes } from '../use-times';
import { Pager } from './pager';
import { Section } from './section';

const COLUMNS: TextKey[] = ['dead.entry', 'dead.message', 'dead.attempts', 'dead.since'];

const useRetry = () => {
  const text = useText();
  const tell = useTell();
  const [retry, { isLoading }] = useRetrySearchMutation();
  return {
    isLoading,
    retry: async (entry?: EntryAddress) =>
      tell(await retry(entry), (data) => text('dead.retried', { count: data?.revived ?? 0 })),
  };
};

const Letter = ({
  letter,
  onRetry,
}: {
  letter: NamedDeadLetter;
  onRetry: ((entry: EntryAddress) => void) | undefined;
}) => {
  const text = useText();
  const typeName = useTypeName();
  const addressOf = useEntryAddress();
  const { formatNumber } = useIntl();
  const { shortly } = useTimes();
  const { uid, documentId, title, error, attempts, since } = letter;
  const address = addressOf({ name: uid, documentId });
  const name = title ?? documentId;
  return (
    <Tr>
      <Td tag="th" role="rowheader" scope="row">
        <Flex
          direction="column"
          alignItems="flex-start"
          maxWidth="28rem"
          style={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}
        >
          {address ? (
            <Link tag={RouterLink} to={address}>
              {name}
            </Link>
          ) : (
            <Typography>{name}</Typography>
          )}
          <Typography variant="pi" textColor="neutral600">
            {typeName(uid)}
          </Typography>
        </Flex>
      </Td>
      {/* The design system narrows the first td of a row, which here is the second column. */}
      <Td style={{ padding: '1.6rem' }}>
        <Box
          minWidth="28rem"
          maxWidth="44rem"
          paddingTop={3}
          paddingBottom={3}
          style={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}
        >
          <Typography>{error}</Typography>
        </Box>
      </Td>
      <Td>
        <Typography>{formatNumber(attempts)}</Typography>
      </Td>
      <Td>
        <Typography>{shortly(since)}</Typography>
      </Td>
      {onRetry ? (
        <Td>
          <Button
            variant="tertiary"
            aria-label={text('dead.retry.label', { title: name })}
            onClick={() => onRetry({ uid, documentId })}
          >
            {text('dead.retry')}
          </Button>
        </Td>
      ) : null}
    </Tr>
  );
};

/** What the engine refused, with its message, and another try of one or of all. */
export const DeadLetters = () => {
  const text = useText();
  const [page, setPage] = useState(1);
  const { data, isError } = useGetSearchDeadLettersQuery(page, { pollingInterval: 15_000 });
  const { retry, isLoading } = useRetry();
  const mayRetry = useMay(OPERATE);
  if (isError) {
    return (
      <Section title={text('dead.title')}>
        <Typography role="alert">{text('error')}</Typography>
      </Section>
    );
  }
  const letters = data?.data ?? [];
  const pageCount = data?.meta.pagination.pageCount ?? 0;
  // The last of a page was delivered meanwhile.
  if (data && letters.length === 0 && page > 1) setPage(Math.max(1, pageCount));
  if (letters.length === 0) {
    return (
      <Section title={text('dead.title')}>
        <Typography textColor="neutral600">{text('dead.empty')}</Typography>
      </Section>
    );
  }
  const columns: TextKey[] = mayRetry ? [...COLUMNS, 'dead.retry'] : COLUMNS;
  return (
    <Section
      title={text('dead.title')}
      text={text('dead.text')}
      action={
        mayRetry ? (
          <Button variant="secondary" loading={isLoading} onClick={() => retry()}>
            {text('dead.retry-all')}
          </Button>
        ) : null
      }
    >
      <Table
        colCount={columns.length}
        rowCount={letters.length + 1}
        aria-label={text('dead.title')}
      >
        <Thead>
          <Tr>
            {columns.map((key) => (
              <Th key={key} role="columnheader" scope="col">
                <Typography variant="sigma" textColor="neutral600">
                  {text(key)}
                </Typography>
              </Th>
            ))}
          </Tr>
        </Thead>
        <Tbody>
          {letters.map((letter) => (
            <Letter
              key={`${letter.uid} ${letter.documentId}`}
              letter={letter}
              onRetry={mayRetry ? retry : undefined}
            />
          ))}
        </Tbody>
      </Table>
      <Pager of={text('dead.title')} page={page} pages={pageCount} onPage={setPage} />
    </Section>
  );
};
