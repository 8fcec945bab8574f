import { Accordion, Badge, Box, Button, Flex, Typography } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { Page } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import type { OracleSummary } from '../../../shared/workbench-contracts';
import { Notice } from '../components/notice';
import { OracleTable } from '../components/oracle-table';
import { type TextKey, useText } from '../use-text';
import { useGetSelfCheckQuery } from '../workbench-api';

const OracleItem = ({ oracle }: { oracle: OracleSummary }) => {
  const text = useText();
  const { locale } = useIntl();
  const { code, source, tolerance, lines, passes } = oracle;
  const title = text(`oracle.${code}` as TextKey);
  const passed = lines.filter((line) => line.passes).length;
  const colours = passes
    ? { backgroundColor: 'success100', textColor: 'success700' }
    : { backgroundColor: 'danger100', textColor: 'danger700' };
  return (
    <Accordion.Item value={code}>
      <Accordion.Header>
        <Accordion.Trigger>{title}</Accordion.Trigger>
        <Accordion.Actions>
          <Badge {...colours} style={{ whiteSpace: 'nowrap', flexShrink: 0 }}>
            {text('selfCheck.agree', { passed, count: lines.length })}
          </Badge>
        </Accordion.Actions>
      </Accordion.Header>
      <Accordion.Content>
        <Flex direction="column" alignItems="stretch" gap={4} padding={5}>
          <Typography textColor="neutral600">
            {text('selfCheck.source', { source: source[locale === 'fr' ? 'fr' : 'en'] })}{' '}
            {text('selfCheck.tolerance', { tolerance: `${tolerance}` })}
          </Typography>
          <OracleTable label={title} lines={lines} />
        </Flex>
      </Accordion.Content>
    </Accordion.Item>
  );
};

/** The bundled oracles, run in the engine: expected against computed. */
export const SelfCheckPage = () => {
  const text = useText();
  const { data, isLoading, isFetching, isError, refetch } = useGetSelfCheckQuery();
  if (isLoading) return <Page.Loading>{text('loading')}</Page.Loading>;
  if (isError || data === undefined) return <Page.Error content={text('error')} />;
  const { oracles, engineVersion: version } = data;
  const failed = oracles.filter(({ passes }) => !passes);
  const count = oracles.length;
  const lines = oracles.reduce((total, oracle) => total + oracle.lines.length, 0);
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <Flex justifyContent="space-between" alignItems="flex-start" gap={6}>
        <Box maxWidth="80rem">
          <Typography tag="p">{text('selfCheck.intro')}</Typography>
        </Box>
        <Button
          variant="secondary"
          startIcon={<ArrowClockwise />}
          loading={isFetching}
          onClick={() => refetch()}
        >
          {text('selfCheck.again')}
        </Button>
      </Flex>
      <Notice variant={failed.length === 0 ? 'success' : 'danger'}>
        {failed.length === 0
          ? text('selfCheck.passes', { version, count, lines })
          : text('selfCheck.fails', { version, count, failed: failed.length })}
      </Notice>
      <Accordion.Root collapsible defaultValue={failed[0]?.code ?? ''}>
        {oracles.map((oracle) => (
          <OracleItem key={oracle.code} oracle={oracle} />
        ))}
      </Accordion.Root>
    </Flex>
  );
};
