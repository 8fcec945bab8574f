import { Flex, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { useGetSearchSummaryQuery } from '../api';
import { useText } from '../use-text';
import { useTimes } from '../use-times';

const Line = ({
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
  <Flex justifyContent="space-between" alignItems="baseline" gap={4}>
    <Typography tag="dt" textColor="neutral600">
      {name}
    </Typography>
    <Flex tag="dd" direction="column" alignItems="flex-end">
      <Typography fontWeight="semiBold" textColor={color}>
        {value}
      </Typography>
      {detail ? (
        <Typography variant="pi" textColor="neutral600">
          {detail}
        </Typography>
      ) : null}
    </Flex>
  </Flex>
);

/** How search is doing, on the homepage. */
export const SearchWidget = () => {
  const text = useText();
  const { formatNumber } = useIntl();
  const { since } = useTimes();
  const { data, isLoading, isError } = useGetSearchSummaryQuery(undefined, {
    pollingInterval: 30_000,
  });
  if (isLoading) return <Widget.Loading />;
  if (isError || data === undefined) return <Widget.Error>{text('widget.error')}</Widget.Error>;
  const { queue, engine } = data;
  const isHealthy = engine.state === 'healthy';
  return (
    <Flex tag="dl" direction="column" alignItems="stretch" gap={3} padding={2}>
      <Line
        name={text('engine')}
        value={text(isHealthy ? 'engine.healthy' : 'engine.unavailable')}
        color={isHealthy ? 'success600' : 'danger600'}
      />
      <Line
        name={text('queue')}
        value={formatNumber(queue.waiting)}
        detail={
          queue.oldestSeconds === null
            ? text('queue.none')
            : text('queue.oldest', { ago: since(queue.oldestSeconds) })
        }
      />
      <Line
        name={text('dead')}
        value={formatNumber(queue.dead)}
        detail={queue.dead === 0 ? text('dead.none') : undefined}
        color={queue.dead === 0 ? 'neutral800' : 'danger600'}
      />
    </Flex>
  );
};
