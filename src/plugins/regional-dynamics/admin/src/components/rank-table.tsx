import { Box, Flex, Searchbar, SearchForm, Typography } from '@strapi/design-system';
import { useDeferredValue, useState } from 'react';
import { useIntl } from 'react-intl';
import type { PreviewRow, RankSpan } from '../../../shared/workbench-contracts';
import { useText } from '../use-text';
import { type Column, PlainTable } from './plain-table';
import { StepPager } from './step-pager';

const A_PAGE = 20;
const WIDTH = 96;

const FIGURES = { fontVariantNumeric: 'tabular-nums' };

/** The range as a bar with the rank as a line across it; what it says stands beside it as text. */
const RangeBar = ({ rank }: { rank: RankSpan }) => {
  const x = (value: number) => ((value - 0.5) / rank.of) * WIDTH;
  return (
    <svg width={WIDTH} height={14} aria-hidden="true" focusable="false">
      <rect x={0} y={6} width={WIDTH} height={2} fill="currentColor" opacity={0.15} />
      <rect
        x={x(rank.low)}
        y={4}
        width={Math.max(2, x(rank.high) - x(rank.low))}
        height={6}
        rx={3}
        fill="#7b79ff"
      />
      <rect x={x(rank.value) - 1} y={1} width={2} height={12} fill="#271fe0" />
    </svg>
  );
};

const useRankText = () => {
  const text = useText();
  const { formatNumber } = useIntl();
  const whole = (value: number) => formatNumber(value, { maximumFractionDigits: 0 });
  return (row: PreviewRow['now']): string =>
    row === null
      ? text('rank.none')
      : text('rank.range', {
          rank: whole(row.rank.value),
          low: whole(row.rank.low),
          high: whole(row.rank.high),
        });
};

const plain = (given: string) => given.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Ranks with their ranges under a draft, beside those of the edition that is compared. */
export const RankTable = ({
  label,
  rows,
  hasBefore,
}: {
  label: string;
  rows: readonly PreviewRow[];
  hasBefore: boolean;
}) => {
  const text = useText();
  const rankText = useRankText();
  const { formatNumber } = useIntl();
  const [typed, setTyped] = useState('');
  const [page, setPage] = useState(0);
  const search = plain(useDeferredValue(typed));
  const found = rows.filter(
    ({ unit, name }) => plain(unit).includes(search) || plain(name).includes(search),
  );
  const last = Math.max(0, Math.ceil(found.length / A_PAGE) - 1);
  const shown = Math.min(page, last);
  const shift = ({ now, before }: PreviewRow): string => {
    if (!now || !before) return '';
    const places = before.rank.value - now.rank.value;
    if (places === 0) return '=';
    return `${places > 0 ? '▲' : '▼'} ${formatNumber(Math.abs(places))}`;
  };
  const columns: Column<PreviewRow>[] = [
    {
      key: 'name',
      title: text('data.unit'),
      cell: ({ name, unit }) => (
        <Box maxWidth="16rem">
          <Typography fontWeight="semiBold" style={{ whiteSpace: 'normal' }}>
            {name === unit ? unit : `${name} (${unit})`}
          </Typography>
        </Box>
      ),
    },
    {
      key: 'now',
      title: text('rank.now'),
      cell: ({ now }) => (
        <Flex direction="column" alignItems="flex-start" gap={1}>
          <Typography style={FIGURES}>{rankText(now)}</Typography>
          {now && <RangeBar rank={now.rank} />}
        </Flex>
      ),
    },
    ...(hasBefore
      ? [
          {
            key: 'before',
            title: text('rank.before'),
            cell: (row: PreviewRow) => (
              <Flex direction="column" alignItems="flex-start">
                <Typography style={FIGURES}>{rankText(row.before)}</Typography>
                <Typography variant="pi" textColor="neutral600">
                  {shift(row)}
                </Typography>
              </Flex>
            ),
          },
        ]
      : []),
    {
      key: 'score',
      title: text('rank.score'),
      numeric: true,
      cell: ({ now }) =>
        now === null
          ? '–'
          : formatNumber(now.score, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    },
  ];
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Box width="28rem">
        <SearchForm onSubmit={(event) => event.preventDefault()}>
          <Searchbar
            name="region"
            value={typed}
            clearLabel={text('search.clear')}
            placeholder={text('data.searchUnit')}
            onClear={() => setTyped('')}
            onChange={({ target }) => {
              setTyped(target.value);
              setPage(0);
            }}
          >
            {text('data.searchUnit')}
          </Searchbar>
        </SearchForm>
      </Box>
      <PlainTable
        label={label}
        columns={columns}
        rows={found.slice(shown * A_PAGE, (shown + 1) * A_PAGE)}
        keyOf={({ unit }) => unit}
      />
      <StepPager
        label={text('rank.count', { count: found.length })}
        onBack={shown > 0 ? () => setPage(shown - 1) : null}
        onNext={shown < last ? () => setPage(shown + 1) : null}
      />
    </Flex>
  );
};
