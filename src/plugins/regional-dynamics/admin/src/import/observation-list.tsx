import { Badge, Box, Flex, Searchbar, SearchForm, Typography } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import { useDeferredValue, useState } from 'react';
import { useIntl } from 'react-intl';
import { Link, useParams } from 'react-router-dom';
import type { ObservationRow } from '../../../shared/data-contracts';
import { SelectField } from '../components/fields';
import { type Column, PlainTable } from '../components/plain-table';
import { StepPager } from '../components/step-pager';
import { HOME } from '../constants';
import { flagWords } from '../flag-words';
import { useText } from '../use-text';
import { useGetObservationsQuery } from '../workbench-api';

const ALL = 'all';

/** The figures of an indicator, of all vintages; the one that counts is marked. */
export const ObservationList = () => {
  const text = useText();
  const { locale, formatNumber } = useIntl();
  const { code = '' } = useParams();
  const [typed, setTyped] = useState('');
  const [year, setYear] = useState<string>(ALL);
  // The keys of the pages so far: a page is asked for by the last row of the one before.
  const [keys, setKeys] = useState<string[]>([]);
  const search = useDeferredValue(typed);
  const after = keys.at(-1);
  const { data, isLoading, isError } = useGetObservationsQuery({
    code,
    search,
    locale,
    ...(year === ALL ? {} : { year: Number(year) }),
    ...(after === undefined ? {} : { after }),
  });
  if (isLoading) return <Page.Loading>{text('loading')}</Page.Loading>;
  if (isError || !data) return <Page.Error content={text('error')} />;
  const { indicator, years, next } = data.meta;
  const figure = (value: number | null) =>
    value === null ? text('data.gap') : formatNumber(value, { maximumFractionDigits: 6 });
  const columns: Column<ObservationRow>[] = [
    {
      key: 'unit',
      title: text('data.unit'),
      cell: ({ unit, name }) => (name === unit ? unit : `${name} (${unit})`),
    },
    { key: 'year', title: text('data.year'), numeric: true, cell: (row) => `${row.year}` },
    {
      key: 'value',
      title: text('data.value'),
      numeric: true,
      cell: ({ value }) => figure(value),
    },
    { key: 'flag', title: text('data.flag'), cell: ({ flag }) => flagWords(flag ?? '', text) },
    {
      key: 'error',
      title: text('data.standardError'),
      numeric: true,
      cell: ({ standardError }) => (standardError === null ? '' : figure(standardError)),
    },
    { key: 'vintage', title: text('data.vintage'), cell: ({ vintage }) => vintage },
    {
      key: 'counts',
      title: text('data.state'),
      cell: ({ counts }) =>
        counts ? (
          <Badge backgroundColor="success100" textColor="success700">
            {text('data.counts')}
          </Badge>
        ) : (
          <Badge>{text('data.superseded')}</Badge>
        ),
    },
  ];
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Link to={`${HOME}/data`}>
        <Typography textColor="primary600">{text('data.back')}</Typography>
      </Link>
      <Box>
        <Typography variant="beta" tag="h2">
          {indicator.name}
        </Typography>
        <Typography tag="p" textColor="neutral600">
          {[
            indicator.code,
            indicator.unit,
            text(indicator.direction === 'more' ? 'direction.more' : 'direction.less'),
            text('data.sourceOf', { source: indicator.source }),
            text('data.licenceOf', { licence: indicator.licence ?? '–' }),
          ]
            .filter(Boolean)
            .join(' · ')}
          {indicator.sourceUrl && (
            <>
              {' · '}
              <a href={indicator.sourceUrl} target="_blank" rel="noreferrer">
                {text('data.sourceLink')}
              </a>
            </>
          )}
        </Typography>
      </Box>
      <Flex gap={4} alignItems="flex-end">
        <Box width="32rem" paddingBottom={1}>
          <SearchForm onSubmit={(event) => event.preventDefault()}>
            <Searchbar
              name="unit"
              value={typed}
              clearLabel={text('search.clear')}
              placeholder={text('data.searchUnit')}
              onClear={() => setTyped('')}
              onChange={({ target }) => {
                setTyped(target.value);
                setKeys([]);
              }}
            >
              {text('data.searchUnit')}
            </Searchbar>
          </SearchForm>
        </Box>
        <Box width="16rem">
          <SelectField
            label={text('data.year')}
            value={year}
            options={[
              { value: ALL, label: text('data.allYears') },
              ...[...years].reverse().map((one) => ({ value: `${one}`, label: `${one}` })),
            ]}
            onChange={(chosen) => {
              setYear(chosen);
              setKeys([]);
            }}
          />
        </Box>
      </Flex>
      {data.data.length === 0 ? (
        <Page.NoData content={text(search || year !== ALL ? 'search.none' : 'data.noFigures')} />
      ) : (
        <PlainTable
          label={indicator.name}
          columns={columns}
          rows={data.data}
          keyOf={(row) => `${row.unit} ${row.year} ${row.vintage}`}
        />
      )}
      <StepPager
        label={text('data.pageOf', { page: keys.length + 1, count: indicator.figures })}
        onBack={keys.length > 0 ? () => setKeys(keys.slice(0, -1)) : null}
        onNext={next === null ? null : () => setKeys([...keys, next])}
      />
    </Flex>
  );
};
