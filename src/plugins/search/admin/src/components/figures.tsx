import { Box, Flex, Grid, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { SearchSummary } from '../../../shared/desk';
import { useText } from '../use-text';
import { useTimes } from '../use-times';

const Figure = ({
  name,
  value,
  detail,
  color = 'neutral800',
}: {
  name: string;
  value: string;
  detail?: string | undefined;
  color?: string;
}) => (
  <Box background="neutral0" hasRadius shadow="tableShadow" padding={5} height="100%" width="100%">
    <Typography tag="dt" variant="sigma" textColor="neutral600">
      {name}
    </Typography>
    <Box tag="dd" paddingTop={2}>
      <Typography variant="beta" textColor={color} display="block">
        {value}
      </Typography>
      {detail ? (
        <Typography variant="pi" textColor="neutral600">
          {detail}
        </Typography>
      ) : null}
    </Box>
  </Box>
);

/** Says what an engine that does not answer means, and when it is tried again. */
export const EngineAlert = ({ engine }: Pick<SearchSummary, 'engine'>) => {
  const text = useText();
  const { at } = useTimes();
  if (engine.state === 'healthy') return null;
  return (
    <Flex
      role="alert"
      direction="column"
      alignItems="flex-start"
      gap={1}
      background="danger100"
      borderColor="danger200"
      hasRadius
      padding={4}
    >
      <Typography fontWeight="semiBold" textColor="danger700">
        {text('engine.down')}
      </Typography>
      <Typography variant="pi" style={{ overflowWrap: 'anywhere' }}>
        {text('engine.reason', { reason: engine.reason })}
      </Typography>
      {engine.retryAt ? (
        <Typography variant="pi">{text('engine.next', { date: at(engine.retryAt) })}</Typography>
      ) : null}
    </Flex>
  );
};

/** The state of search in four figures. */
export const Figures = ({ queue, engine, lastSuccess }: SearchSummary) => {
  const text = useText();
  const { formatNumber } = useIntl();
  const { at, since } = useTimes();
  const isHealthy = engine.state === 'healthy';
  return (
    <Grid.Root tag="dl" gap={4}>
      <Grid.Item col={3} m={6} xs={12}>
        <Figure
          name={text('engine')}
          value={text(isHealthy ? 'engine.healthy' : 'engine.unavailable')}
          color={isHealthy ? 'success600' : 'danger600'}
        />
      </Grid.Item>
      <Grid.Item col={3} m={6} xs={12}>
        <Figure
          name={text('queue')}
          value={formatNumber(queue.waiting)}
          detail={
            queue.oldestSeconds === null
              ? text('queue.none')
              : text('queue.oldest', { ago: since(queue.oldestSeconds) })
          }
        />
      </Grid.Item>
      <Grid.Item col={3} m={6} xs={12}>
        <Figure
          name={text('success')}
          value={
            lastSuccess === null
              ? text('success.never')
              : since((Date.now() - Date.parse(lastSuccess)) / 1_000)
          }
          detail={lastSuccess === null ? undefined : at(lastSuccess)}
        />
      </Grid.Item>
      <Grid.Item col={3} m={6} xs={12}>
        <Figure
          name={text('dead')}
          value={formatNumber(queue.dead)}
          detail={text(queue.dead === 0 ? 'dead.none' : 'dead.see')}
          color={queue.dead === 0 ? 'neutral800' : 'danger600'}
        />
      </Grid.Item>
    </Grid.Root>
  );
};
