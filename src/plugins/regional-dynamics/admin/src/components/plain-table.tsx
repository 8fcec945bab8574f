import { Box, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

export type Column<Row> = {
  key: string;
  title: string;
  /** Figures stand at the right, so that their digits are under one another. */
  numeric?: boolean;
  cell: (row: Row) => ReactNode;
};

/** A table of rows that one reads, the first column naming them. */
export const PlainTable = <Row,>({
  label,
  columns,
  rows,
  keyOf,
}: {
  label: string;
  columns: Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
}) => (
  <Table colCount={columns.length} rowCount={rows.length + 1} aria-label={label}>
    <Thead>
      <Tr>
        {columns.map(({ key, title, numeric }) => (
          <Th key={key} role="columnheader" scope="col">
            <Box width="100%" style={{ textAlign: numeric ? 'right' : 'left' }}>
              <Typography variant="sigma" textColor="neutral600" style={{ whiteSpace: 'normal' }}>
                {title}
              </Typography>
            </Box>
          </Th>
        ))}
      </Tr>
    </Thead>
    <Tbody>
      {rows.map((row) => (
        <Tr key={keyOf(row)}>
          {columns.map(({ key, numeric, cell }, place) => {
            const content = cell(row);
            return (
              <Td
                key={key}
                {...(place === 0 ? { tag: 'th', role: 'rowheader', scope: 'row' } : {})}
                style={{
                  textAlign: numeric ? 'right' : 'left',
                  // The design system narrows the first td of a row, which here is the second column.
                  ...(place === 1 ? { padding: '1.6rem' } : {}),
                }}
              >
                {typeof content === 'string' || typeof content === 'number' ? (
                  <Typography
                    {...(place === 0 ? { fontWeight: 'semiBold' } : {})}
                    style={
                      numeric ? { fontVariantNumeric: 'tabular-nums' } : { whiteSpace: 'normal' }
                    }
                  >
                    {content}
                  </Typography>
                ) : (
                  content
                )}
              </Td>
            );
          })}
        </Tr>
      ))}
    </Tbody>
  </Table>
);
