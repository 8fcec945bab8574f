import { Box } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { ChartTable as Table } from '../../../shared/charts/chart';
import { PlainTable } from '../components/plain-table';
import { cellText } from './cell-text';

/** The figures of a chart. */
export const ChartTable = ({ label, table }: { label: string; table: Table }) => {
  const { locale } = useIntl();
  type Row = Table['rows'][number] & { place: number };
  const rows: Row[] = table.rows.map((row, place) => ({ ...row, place }));
  return (
    <Box overflow="auto" maxHeight="60rem">
      <PlainTable<Row>
        label={label}
        rows={rows}
        keyOf={({ place }) => `${place}`}
        columns={table.columns.map((column, k) => ({
          key: `${k}`,
          title: column.label,
          numeric: column.digits !== undefined,
          cell: ({ cells }) => cellText(cells[k] ?? null, { ...column, locale }),
        }))}
      />
    </Box>
  );
};
