import { Box, Flex, Loader, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { Preview } from '../../../shared/workbench-contracts';
import { useText } from '../use-text';
import { Notice } from './notice';
import { RankTable } from './rank-table';

/** The last preview, which stays while the next is computed, and what keeps one from coming. */
export const PreviewPanel = ({
  title,
  preview,
  isComputing,
  refusal,
}: {
  title: string;
  preview: Preview | null;
  isComputing: boolean;
  /** Why what is changed has no preview. */
  refusal: string | null;
}) => {
  const text = useText();
  const { formatNumber } = useIntl();
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={5} aria-busy={isComputing}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Flex justifyContent="space-between" gap={3}>
          <Typography variant="delta" tag="h3">
            {title}
          </Typography>
          {isComputing && <Loader small>{text('preview.computing')}</Loader>}
        </Flex>
        {refusal !== null && <Notice variant="warning">{refusal}</Notice>}
        {preview?.kind === 'unranked' && (
          <Notice variant="warning">{text('preview.unranked')}</Notice>
        )}
        {preview?.kind === 'ranked' && (
          <>
            <Typography textColor="neutral600">
              {text('preview.of', {
                year: `${preview.year}`,
                draws: preview.draws,
                level: formatNumber(preview.level, { style: 'percent' }),
              })}{' '}
              {preview.edition !== null && text('preview.beside', { edition: preview.edition })}
            </Typography>
            <RankTable label={title} rows={preview.rows} hasBefore={preview.edition !== null} />
          </>
        )}
      </Flex>
    </Box>
  );
};
