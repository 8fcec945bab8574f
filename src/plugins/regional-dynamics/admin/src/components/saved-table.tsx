import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { stringify } from '../../../shared/stringify-csv';
import { csvFile, saveFile } from '../save-file';
import { useText } from '../use-text';
import { PlainTable } from './plain-table';

type Figure = string | number | null;

export type FigureColumn<Row> = {
  key: string;
  title: string;
  /** What stands above it on the page, where the title is too long for many columns. */
  short?: string;
  /** Digits behind the point of its numbers; a text column has none. */
  digits?: number;
  of: (row: Row) => Figure;
};

/** A table of figures under a heading, written in the reader's way and saved as CSV. */
export const SavedTable = <Row,>({
  title,
  hint,
  file,
  rows,
  columns,
}: {
  title: string;
  hint?: string;
  /** Name of the file, without its ending. */
  file: string;
  rows: readonly Row[];
  columns: FigureColumn<Row>[];
}) => {
  const text = useText();
  const { formatNumber } = useIntl();
  const save = () => {
    const lines = rows.map((row) => columns.map(({ of }) => of(row)));
    saveFile(`${file}.csv`, csvFile(stringify([columns.map((one) => one.title), ...lines])));
  };
  const written = (figure: Figure, digits: number | undefined): string => {
    if (figure === null) return '–';
    if (typeof figure === 'string') return figure;
    return formatNumber(figure, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Flex justifyContent="space-between" gap={3} wrap="wrap">
        <Typography tag="h3" variant="delta">
          {title}
        </Typography>
        <Button
          variant="tertiary"
          startIcon={<Download />}
          onClick={save}
          aria-label={text('chart.save', { title, format: 'CSV' })}
        >
          CSV
        </Button>
      </Flex>
      {hint !== undefined && <Typography textColor="neutral600">{hint}</Typography>}
      <Box overflow="auto">
        <PlainTable<{ row: Row; place: number }>
          label={title}
          rows={rows.map((row, place) => ({ row, place }))}
          keyOf={({ place }) => `${place}`}
          columns={columns.map(({ key, title: whole, short = whole, digits, of }) => ({
            key,
            title: short,
            numeric: digits !== undefined,
            cell: ({ row }) => written(of(row), digits),
          }))}
        />
      </Box>
    </Flex>
  );
};
