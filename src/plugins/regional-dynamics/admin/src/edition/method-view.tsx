import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { GetEdition } from '../../../shared/admin-contracts';
import { PlainTable } from '../components/plain-table';
import { type TextKey, useText } from '../use-text';
import { CellsTable } from './cells-table';
import { DownloadEdition } from './download-edition';
import { useNoticeText } from './use-notice-text';

type Edition = GetEdition['data'];

const Facts = ({ edition: { method, summary } }: { edition: Edition }) => {
  const text = useText();
  const { formatNumber, formatDate } = useIntl();
  const { uncertainty } = method;
  const facts: [TextKey, string][] = [
    ['method.citation', method.citation],
    ['method.engine', method.engineVersion],
    ['method.nuts', method.nutsVersion ?? '–'],
    ['editions.draws', formatNumber(uncertainty.draws)],
    ['method.seed', `${uncertainty.seed}`],
    ['method.level', formatNumber(uncertainty.level, { style: 'percent' })],
    [
      'method.factors',
      uncertainty.factors
        .map(({ name: code, inert }) => {
          const name = text(`factor.${code}` as TextKey);
          return inert ? text('method.inert', { name }) : name;
        })
        .join(', ') || '–',
    ],
    ['editions.computed', formatDate(summary.computedAt, { dateStyle: 'long' })],
    ['method.hash', method.inputHash],
  ];
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={5} tag="dl">
      {facts.map(([key, value]) => (
        <Flex key={key} gap={4} alignItems="flex-start" paddingBottom={2} wrap="wrap">
          <Typography tag="dt" textColor="neutral600" style={{ width: '24rem' }}>
            {text(key)}
          </Typography>
          <Typography tag="dd" style={{ flex: 1, minWidth: '24rem', overflowWrap: 'anywhere' }}>
            {value}
          </Typography>
        </Flex>
      ))}
    </Box>
  );
};

/** How an edition was made, and every cell that is not a plain observation. */
export const MethodView = ({ edition }: { edition: Edition }) => {
  const text = useText();
  const { formatNumber } = useIntl();
  const noticeText = useNoticeText(edition);
  const { nodes, notices } = edition.method;
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <Facts edition={edition} />
      <DownloadEdition reference={edition.reference} />
      <Typography tag="h3" variant="delta">
        {text('method.tree')}
      </Typography>
      <PlainTable
        label={text('method.tree')}
        rows={nodes}
        keyOf={({ code }) => code}
        columns={[
          { key: 'name', title: text('method.node'), cell: ({ name }) => name },
          { key: 'code', title: text('method.code'), cell: ({ code }) => code },
          {
            key: 'parent',
            title: text('method.parent'),
            cell: ({ parent }) => nodes.find(({ code }) => code === parent)?.name ?? '–',
          },
          {
            key: 'weight',
            title: text('method.weight'),
            numeric: true,
            cell: ({ effectiveWeight }) =>
              formatNumber(effectiveWeight, { style: 'percent', maximumFractionDigits: 1 }),
          },
        ]}
      />
      <Typography tag="h3" variant="delta">
        {text('method.notices', { count: notices.length })}
      </Typography>
      {notices.length > 0 && (
        <Box tag="ul" paddingLeft={5}>
          {notices.map((notice) => (
            <Typography tag="li" key={JSON.stringify(notice)} style={{ listStyle: 'disc' }}>
              {noticeText(notice)}
            </Typography>
          ))}
        </Box>
      )}
      <CellsTable edition={edition} />
    </Flex>
  );
};
