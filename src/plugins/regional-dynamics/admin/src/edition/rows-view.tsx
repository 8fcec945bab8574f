import { Flex } from '@strapi/design-system';
import { useCallback } from 'react';
import type { EditionFigures } from '../../../shared/admin-contracts';
import type { Look } from '../../../shared/charts/chart';
import { contributionsChart } from '../../../shared/charts/contributions-chart';
import { domainBars } from '../../../shared/charts/domain-bars';
import { heatChart } from '../../../shared/charts/heat-chart';
import { leagueChart } from '../../../shared/charts/league-chart';
import { ChartFrame } from '../charts/chart-frame';
import { Pager } from '../components/pager';
import { sourceOf } from './source-of';
import { useAddress } from './use-address';

const SIZE = 25;

const CHARTS = {
  ranking: [leagueChart],
  domains: [domainBars, heatChart],
  contributions: [contributionsChart],
};

type Make = (typeof CHARTS)[keyof typeof CHARTS][number];

const PageChart = ({
  make,
  figures,
  page,
  highlight,
}: {
  make: Make;
  figures: EditionFigures;
  page: number;
  highlight: string | undefined;
}) => {
  const chart = useCallback(
    (look: Look) => {
      const rows = figures.units.slice((page - 1) * SIZE, page * SIZE);
      return make(rows, { domains: figures.domains, source: sourceOf(figures), look });
    },
    [make, figures, page],
  );
  return <ChartFrame chart={chart} highlight={highlight} />;
};

/** Charts with a row for each region, a page at a time: that of the region looked for, if there is one. */
export const RowsView = ({
  figures,
  view,
}: {
  figures: EditionFigures;
  view: keyof typeof CHARTS;
}) => {
  const { value, change } = useAddress();
  const pageCount = Math.ceil(figures.units.length / SIZE);
  const region = value('region');
  const place = figures.units.findIndex(({ unit }) => unit === region);
  const wanted = Number(value('page') ?? Math.floor(Math.max(0, place) / SIZE) + 1);
  const page = Number.isInteger(wanted) ? Math.min(pageCount, Math.max(1, wanted)) : 1;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Pager page={page} pageCount={pageCount} onPage={(next) => change({ page: next })} />
      {CHARTS[view].map((make) => (
        <PageChart key={make.name} make={make} figures={figures} page={page} highlight={region} />
      ))}
    </Flex>
  );
};
