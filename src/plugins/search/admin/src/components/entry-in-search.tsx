import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useEffect, useState } from 'react';
import type { EntryInLocale, EntryState } from '../../../shared/desk';
import { type EntryAddress, useGetEntryInSearchQuery, useRetrySearchMutation } from '../api';
import { OPERATE } from '../constants';
import { useMay } from '../use-may';
import { useLanguageName, useLanguageTitle } from '../use-names';
import { useTell } from '../use-tell';
import { useText } from '../use-text';
import { useTimes } from '../use-times';

/** Milliseconds: what waits is on its way within seconds; what failed may be retried by somebody. */
const POLL: Readonly<Partial<Record<EntryState['state'], number>>> = {
  waiting: 1_500,
  failed: 15_000,
  unknown: 15_000,
};

const COLORS: Readonly<Record<EntryState['state'], string>> = {
  'in-search': 'success600',
  waiting: 'warning700',
  failed: 'danger600',
  unpublished: 'neutral800',
  hidden: 'neutral800',
  outdated: 'warning700',
  unknown: 'danger600',
};

const Failure = ({ uid, documentId, error }: EntryAddress & Pick<EntryState, 'error'>) => {
  const text = useText();
  const tell = useTell();
  const mayRetry = useMay(OPERATE);
  const [retry, { isLoading }] = useRetrySearchMutation();
  return (
    <>
      <Box>
        <Typography variant="pi" textColor="neutral600">
          {text('panel.failed.text')}
        </Typography>
        <Typography variant="pi" style={{ overflowWrap: 'anywhere' }} display="block">
          {error}
        </Typography>
      </Box>
      <Typography variant="pi">
        {text(mayRetry ? 'panel.failed.retry' : 'panel.failed.next')}
      </Typography>
      {mayRetry ? (
        <Button
          variant="tertiary"
          loading={isLoading}
          onClick={async () =>
            tell(await retry({ uid, documentId }), (data) =>
              text('dead.retried', { count: data?.revived ?? 0 }),
            )
          }
        >
          {text('panel.retry')}
        </Button>
      ) : null}
    </>
  );
};

const Languages = ({ locales }: { locales: readonly EntryInLocale[] }) => {
  const text = useText();
  const languageName = useLanguageName();
  const languageTitle = useLanguageTitle();
  const { shortly } = useTimes();
  const say = ({ state, since, language }: EntryInLocale): string =>
    text(`panel.locale.${state}`, {
      date: since === null ? '' : shortly(since),
      language: language === null ? '' : languageName(language),
    });
  return (
    <details>
      <Typography tag="summary" variant="pi" fontWeight="semiBold" style={{ cursor: 'pointer' }}>
        {text('panel.languages')}
      </Typography>
      <Flex tag="dl" direction="column" alignItems="stretch" gap={2} paddingTop={2}>
        {locales.map((one) => (
          <Box key={one.locale}>
            <Typography tag="dt" variant="pi" fontWeight="semiBold">
              {languageTitle(one.locale)}
            </Typography>
            <Typography tag="dd" variant="pi" textColor="neutral600">
              {say(one)}
            </Typography>
          </Box>
        ))}
      </Flex>
    </details>
  );
};

/** Whether an entry is in search, waits or failed, and how it stands in each language. */
export const EntryInSearch = ({ uid, documentId }: EntryAddress) => {
  const text = useText();
  const { at } = useTimes();
  const [pollingInterval, setPollingInterval] = useState(0);
  const { data, isError } = useGetEntryInSearchQuery({ uid, documentId }, { pollingInterval });
  useEffect(() => setPollingInterval((data && POLL[data.state]) ?? 0), [data]);
  if (isError) return <Typography role="alert">{text('panel.error')}</Typography>;
  if (data === undefined) {
    return <Typography textColor="neutral600">{text('panel.loading')}</Typography>;
  }
  const { state, since, attempts, error, engine, locales } = data;
  const isPublished = state !== 'unpublished' && state !== 'hidden' && locales.length > 0;
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%" data-in-search={state}>
      <Box role="status">
        <Typography textColor={COLORS[state]}>
          {text(`panel.${state}`, { date: since === null ? '' : at(since) })}
        </Typography>
      </Box>
      {state === 'waiting' && attempts > 0 ? (
        <Typography variant="pi">{text('panel.waiting.retry', { attempts })}</Typography>
      ) : null}
      {engine === 'unavailable' && state !== 'unknown' && state !== 'unpublished' ? (
        <Typography variant="pi">{text('panel.down')}</Typography>
      ) : null}
      {state === 'failed' ? <Failure uid={uid} documentId={documentId} error={error} /> : null}
      {locales.some(({ forMembers }) => forMembers) ? (
        <Typography variant="pi">{text('panel.members')}</Typography>
      ) : null}
      {isPublished ? <Languages locales={locales} /> : null}
    </Flex>
  );
};
