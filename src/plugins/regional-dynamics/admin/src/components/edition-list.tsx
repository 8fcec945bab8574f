import { Badge, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link } from 'react-router-dom';
import type { EditionSummary } from '../../../shared/admin-contracts';
import { type TextKey, useText } from '../use-text';

const COLUMNS = [
  'editions.reference',
  'editions.years',
  'editions.state',
  'editions.draws',
  'editions.computed',
] as const satisfies TextKey[];

const years = ({ from, year }: EditionSummary): string =>
  from === null ? `${year}` : `${from}–${year}`;

/** A row for each edition, the latest first. */
export const EditionList = ({ editions }: { editions: EditionSummary[] }) => {
  const text = useText();
  const { formatNumber, formatDate } = useIntl();
  return (
    <Table
      colCount={COLUMNS.length}
      rowCount={editions.length + 1}
      aria-label={text('editions.title')}
    >
      <Thead>
        <Tr>
          {COLUMNS.map((key) => (
            <Th key={key} role="columnheader" scope="col">
              <Typography variant="sigma" textColor="neutral600">
                {text(key)}
              </Typography>
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {editions.map((edition) => (
          <Tr key={edition.reference}>
            <Td tag="th" role="rowheader" scope="row">
              <Typography
                tag={Link}
                to={edition.reference}
                fontWeight="semiBold"
                textColor="primary600"
              >
                {edition.index.name} · {edition.reference}
              </Typography>
            </Td>
            {/* The design system narrows the first td of a row, which here is the second column. */}
            <Td style={{ padding: '1.6rem' }}>
              <Typography>{years(edition)}</Typography>
            </Td>
            <Td>
              {edition.publishedAt === null ? (
                <Badge>{text('editions.draft')}</Badge>
              ) : (
                <Badge backgroundColor="success100" textColor="success700">
                  {text('editions.published')}
                </Badge>
              )}
            </Td>
            <Td>
              <Typography>{formatNumber(edition.draws)}</Typography>
            </Td>
            <Td>
              <Typography>{formatDate(edition.computedAt, { dateStyle: 'long' })}</Typography>
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
};
