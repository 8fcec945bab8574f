import { Badge, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link } from 'react-router-dom';
import styled from 'styled-components';
import type { LocaleCounts, TypeStatus } from '../../../shared/contracts';
import { listAddress } from '../list-address';
import { useText } from '../use-text';

const CellLink = styled(Link)`
  display: block;
  color: inherit;
  text-decoration: none;

  &:hover,
  &:focus-visible {
    text-decoration: underline;
  }
`;

/** One type in one locale: published of all, then what is not in order, with a link to the list. */
export const CountsCell = ({
  type,
  typeName,
  locale,
  localeName,
  counts,
}: {
  type: TypeStatus;
  typeName: string;
  locale: string;
  localeName: string;
  counts: LocaleCounts;
}) => {
  const text = useText();
  const { formatNumber } = useIntl();
  const { published, modified, draft, missing } = counts;
  const isWhole = type.documents > 0 && published === type.documents;
  const label = [
    text('cell.title', { type: typeName, locale: localeName }),
    text('cell.published', { count: published, of: type.documents }),
    ...(modified > 0 ? [text('cell.modified', { count: modified })] : []),
    ...(draft > 0 ? [text('cell.draft', { count: draft })] : []),
    ...(missing > 0 ? [text('cell.missing', { count: missing })] : []),
  ].join(', ');
  return (
    <CellLink to={listAddress({ type, locale })} aria-label={label}>
      <Flex direction="column" alignItems="flex-start" gap={1}>
        <Typography fontWeight="bold" textColor={isWhole ? 'success600' : 'neutral800'}>
          {formatNumber(published)}
          <Typography textColor="neutral600"> / {formatNumber(type.documents)}</Typography>
        </Typography>
        {modified > 0 && (
          <Badge backgroundColor="secondary100" textColor="secondary700">
            {text('cell.modified', { count: modified })}
          </Badge>
        )}
        {draft > 0 && (
          <Badge backgroundColor="primary100" textColor="primary700">
            {text('cell.draft', { count: draft })}
          </Badge>
        )}
        {missing > 0 && (
          <Badge backgroundColor="warning100" textColor="warning700">
            {text('cell.missing', { count: missing })}
          </Badge>
        )}
      </Flex>
    </CellLink>
  );
};
