import { Box, Flex, LinkButton, Searchbar, SearchForm, Typography } from '@strapi/design-system';
import { Upload } from '@strapi/icons';
import { Page, useRBAC } from '@strapi/strapi/admin';
import { useDeferredValue, useState } from 'react';
import { useIntl } from 'react-intl';
import { Link } from 'react-router-dom';
import type { IndicatorSummary } from '../../../shared/data-contracts';
import { EDIT_DATA } from '../../../shared/permissions';
import { type Column, PlainTable } from '../components/plain-table';
import { StepPager } from '../components/step-pager';
import { HOME } from '../constants';
import { useText } from '../use-text';
import { useGetIndicatorsQuery } from '../workbench-api';

const IMPORT_RIGHT = [{ action: EDIT_DATA, subject: null }];

const yearsOf = ({ firstYear, lastYear }: IndicatorSummary): string => {
  if (firstYear === null) return '–';
  return firstYear === lastYear ? `${firstYear}` : `${firstYear}–${lastYear}`;
};

/** The indicators with what figures they have; each leads to its figures. */
export const IndicatorList = () => {
  const text = useText();
  const { locale, formatNumber } = useIntl();
  const [typed, setTyped] = useState('');
  const [page, setPage] = useState(1);
  const search = useDeferredValue(typed);
  const { data, isLoading, isError } = useGetIndicatorsQuery({ search, page, locale });
  const { permissions } = useRBAC(IMPORT_RIGHT);
  if (isLoading) return <Page.Loading>{text('loading')}</Page.Loading>;
  if (isError || !data) return <Page.Error content={text('error')} />;
  const { pagination } = data.meta;
  const columns: Column<IndicatorSummary>[] = [
    {
      key: 'name',
      title: text('data.indicator'),
      cell: ({ code, name }) => (
        <Flex direction="column" alignItems="flex-start">
          <Link to={`${HOME}/data/indicators/${encodeURIComponent(code)}`}>
            <Typography fontWeight="semiBold" textColor="primary600">
              {name}
            </Typography>
          </Link>
          <Typography variant="pi" textColor="neutral600">
            {code}
          </Typography>
        </Flex>
      ),
    },
    { key: 'unit', title: text('data.measure'), cell: ({ unit }) => unit ?? '–' },
    {
      key: 'direction',
      title: text('data.direction'),
      cell: ({ direction }) => text(direction === 'more' ? 'direction.more' : 'direction.less'),
    },
    {
      key: 'figures',
      title: text('data.figures'),
      numeric: true,
      cell: ({ figures }) => formatNumber(figures),
    },
    {
      key: 'units',
      title: text('data.units'),
      numeric: true,
      cell: ({ units }) => formatNumber(units),
    },
    { key: 'years', title: text('data.years'), cell: yearsOf },
  ];
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex justifyContent="space-between" gap={4}>
        <Box width="36rem">
          <SearchForm onSubmit={(event) => event.preventDefault()}>
            <Searchbar
              name="search"
              value={typed}
              clearLabel={text('search.clear')}
              placeholder={text('data.search')}
              onClear={() => setTyped('')}
              onChange={({ target }) => {
                setTyped(target.value);
                setPage(1);
              }}
            >
              {text('data.search')}
            </Searchbar>
          </SearchForm>
        </Box>
        {permissions.length > 0 && (
          <LinkButton tag={Link} to={`${HOME}/data/import`} startIcon={<Upload />}>
            {text('import.open')}
          </LinkButton>
        )}
      </Flex>
      {data.data.length === 0 ? (
        <Page.NoData content={text(search ? 'search.none' : 'data.empty')} />
      ) : (
        <PlainTable
          label={text('data.title')}
          columns={columns}
          rows={data.data}
          keyOf={({ code }) => code}
        />
      )}
      <StepPager
        label={text('data.count', { count: pagination.total })}
        onBack={page > 1 ? () => setPage(page - 1) : null}
        onNext={page < pagination.pageCount ? () => setPage(page + 1) : null}
      />
    </Flex>
  );
};
