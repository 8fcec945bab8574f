import { Badge, Box, Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { PostImportPreview, PreviewFigure } from '../../../shared/data-contracts';
import { Notice } from '../components/notice';
import { type Column, PlainTable } from '../components/plain-table';
import { StepPager } from '../components/step-pager';
import { flagWords } from '../flag-words';
import { useText } from '../use-text';

const ERRORS_A_PAGE = 50;

type Problem = PostImportPreview['data']['report']['errors'][number] & { place: number };

/** Every wrong line, page by page. */
export const LineErrors = ({
  wrong,
  errors,
}: {
  wrong: number;
  errors: Omit<Problem, 'place'>[];
}) => {
  const text = useText();
  const { formatNumber } = useIntl();
  const [page, setPage] = useState(0);
  const rows = errors.map((error, place) => ({ ...error, place }));
  const first = page * ERRORS_A_PAGE;
  const columns: Column<Problem>[] = [
    {
      key: 'line',
      title: text('import.line'),
      cell: ({ line }) => formatNumber(line, { useGrouping: false }),
    },
    { key: 'message', title: text('import.problem'), cell: ({ message }) => message },
  ];
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <PlainTable
        label={text('import.wrongLines')}
        columns={columns}
        rows={rows.slice(first, first + ERRORS_A_PAGE)}
        keyOf={({ place }) => `${place}`}
      />
      {(wrong > ERRORS_A_PAGE || wrong > errors.length) && (
        <StepPager
          label={text('import.errorsShown', { shown: errors.length, count: wrong })}
          onBack={page > 0 ? () => setPage(page - 1) : null}
          onNext={first + ERRORS_A_PAGE < rows.length ? () => setPage(page + 1) : null}
        />
      )}
    </Flex>
  );
};

const COLOURS = {
  created: { backgroundColor: 'success100', textColor: 'success700' },
  updated: { backgroundColor: 'warning100', textColor: 'warning700' },
  unchanged: {},
} as const;

/** What a file would do, its first figures as they are understood, or every line that is wrong. */
export const PreviewReport = ({
  report,
  first,
  isStarting,
  onLoad,
}: PostImportPreview['data'] & { isStarting: boolean; onLoad: () => void }) => {
  const text = useText();
  const { formatNumber } = useIntl();
  const { created, updated, unchanged, skipped, wrong, errors, vintage } = report;
  const columns: Column<PreviewFigure>[] = [
    { key: 'line', title: text('import.line'), cell: ({ line }) => `${line}` },
    { key: 'unit', title: text('data.unit'), cell: ({ unit }) => unit },
    { key: 'year', title: text('data.year'), numeric: true, cell: ({ year }) => `${year}` },
    { key: 'indicator', title: text('data.indicator'), cell: ({ indicator }) => indicator },
    {
      key: 'value',
      title: text('data.value'),
      numeric: true,
      cell: ({ value }) =>
        value === null ? text('data.gap') : formatNumber(value, { maximumFractionDigits: 6 }),
    },
    { key: 'flag', title: text('data.flag'), cell: ({ flag }) => flagWords(flag ?? '', text) },
    {
      key: 'outcome',
      title: text('import.outcome'),
      cell: ({ outcome }) => (
        <Badge {...COLOURS[outcome]}>{text(`import.outcome.${outcome}`)}</Badge>
      ),
    },
  ];
  if (wrong > 0) {
    return (
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Notice variant="danger">{text('import.refused', { count: wrong })}</Notice>
        <LineErrors wrong={wrong} errors={errors} />
      </Flex>
    );
  }
  const total = created + updated + unchanged;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Notice variant={total === 0 ? 'warning' : 'info'}>
        {total === 0
          ? text('import.nothing', { skipped })
          : text('import.would', { created, updated, unchanged, skipped, vintage })}
      </Notice>
      {total > 0 && (
        <>
          <Box>
            <Typography variant="delta" tag="h3">
              {text('import.first', { count: first.length, total })}
            </Typography>
          </Box>
          <PlainTable
            label={text('import.first', { count: first.length, total })}
            columns={columns}
            rows={first}
            keyOf={({ line, unit, year, indicator }) => `${line} ${unit} ${year} ${indicator}`}
          />
          <Flex justifyContent="flex-end">
            <Button loading={isStarting} onClick={onLoad}>
              {text('import.load', { count: total })}
            </Button>
          </Flex>
        </>
      )}
    </Flex>
  );
};
