import { Box, Button, Flex, Tabs } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { max } from 'lodash';
import { useEffect } from 'react';
import { useGetSearchStatusQuery, useGetSearchSummaryQuery } from '../api';
import { DeadLetters } from '../components/dead-letters';
import { EngineAlert, Figures } from '../components/figures';
import { IndexTable } from '../components/index-table';
import { Maintenance } from '../components/maintenance';
import { TrySearch } from '../components/try-search';
import { READ_STATUS } from '../constants';
import { useText } from '../use-text';

/** The figures that cost little are read again and again, the counts when somebody asks or a run has ended. */
const SearchContent = () => {
  const text = useText();
  const { data, isLoading, isFetching, isError, refetch } = useGetSearchStatusQuery();
  const { data: summary } = useGetSearchSummaryQuery(undefined, { pollingInterval: 5_000 });
  const [counted, current] = [data?.engine.state, summary?.engine.state];
  useEffect(() => {
    // Counts of an engine that was down are unknown until it is asked again.
    if (counted !== undefined && current !== undefined && counted !== current) refetch();
  }, [counted, current, refetch]);
  if (isLoading) return <Page.Loading>{text('loading')}</Page.Loading>;
  const again = (
    <Button
      variant="secondary"
      startIcon={<ArrowClockwise />}
      loading={isFetching}
      onClick={() => refetch()}
    >
      {text('refresh')}
    </Button>
  );
  if (isError || data === undefined) return <Page.Error content={text('error')} action={again} />;
  const targets = data.locales.map(({ locale }) => locale);
  const { queue, engine } = summary ?? data;
  const lastSuccess = max([summary?.lastSuccess, data.lastSuccess]) ?? null;
  return (
    <>
      <Layouts.Header title={text('title')} subtitle={text('subtitle')} primaryAction={again} />
      <Layouts.Content>
        <Tabs.Root defaultValue="state" variant="simple">
          <Tabs.List aria-label={text('tabs.label')}>
            <Tabs.Trigger value="state">{text('tab.state')}</Tabs.Trigger>
            <Tabs.Trigger value="try">{text('tab.try')}</Tabs.Trigger>
          </Tabs.List>
          <Box paddingTop={6}>
            <Tabs.Content value="state">
              <Flex direction="column" alignItems="stretch" gap={8}>
                <EngineAlert engine={engine} />
                <Figures queue={queue} engine={engine} lastSuccess={lastSuccess} />
                <IndexTable locales={data.locales} defaultLocale={data.defaultLocale} />
                <Maintenance targets={targets} onEnded={refetch} />
                <DeadLetters />
              </Flex>
            </Tabs.Content>
            <Tabs.Content value="try">
              <TrySearch targets={targets} defaultLocale={data.defaultLocale} />
            </Tabs.Content>
          </Box>
        </Tabs.Root>
      </Layouts.Content>
    </>
  );
};

/** How search is doing, what may be done about it, and what a visitor finds. */
export const SearchPage = () => {
  const text = useText();
  return (
    <Page.Protect permissions={[{ action: READ_STATUS, subject: null }]}>
      <Page.Main>
        <Page.Title>{text('title')}</Page.Title>
        <SearchContent />
      </Page.Main>
    </Page.Protect>
  );
};
