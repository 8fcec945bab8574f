import { Flex, Tag, Typography } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useCallback, useMemo } from 'react';
import type { EditionFigures } from '../../../shared/admin-contracts';
import type { Chart, ChartUnit, Look } from '../../../shared/charts/chart';
import { contributionsChart } from '../../../shared/charts/contributions-chart';
import { domainBars } from '../../../shared/charts/domain-bars';
import { heatChart } from '../../../shared/charts/heat-chart';
import { leagueChart } from '../../../shared/charts/league-chart';
import { radarChart } from '../../../shared/charts/radar-chart';
import { slopeChart } from '../../../shared/charts/slope-chart';
import { ChartFrame } from '../charts/chart-frame';
import { Notice } from '../components/notice';
import { UnitFinder } from '../components/unit-finder';
import { useText } from '../use-text';
import { sourceOf } from './source-of';
import { useAddress } from './use-address';

const [LEAST, MOST] = [2, 10];

type Make = (figures: EditionFigures, rows: ChartUnit[], look: Look) => Chart;

const withDomains =
  (chart: typeof domainBars | typeof leagueChart): Make =>
  (figures, rows, look) =>
    chart(rows, { domains: figures.domains, source: sourceOf(figures), look });

const CHARTS: Record<string, Make> = {
  league: withDomains(leagueChart),
  domains: withDomains(domainBars),
  contributions: withDomains(contributionsChart),
  radar: withDomains(radarChart),
  heat: withDomains(heatChart),
};

const slopes: Make = (figures, rows, look) =>
  slopeChart(
    rows.flatMap(({ unit }) => figures.series.filter((one) => one.unit === unit)),
    { source: sourceOf(figures), look },
  );

const CompareChart = ({
  make,
  figures,
  rows,
}: {
  make: Make;
  figures: EditionFigures;
  rows: ChartUnit[];
}) => {
  const chart = useCallback((look: Look) => make(figures, rows, look), [make, figures, rows]);
  return <ChartFrame chart={chart} />;
};

/** Any two to ten regions side by side. */
export const CompareView = ({ figures }: { figures: EditionFigures }) => {
  const text = useText();
  const { value, change } = useAddress();
  const { units, series } = figures;
  const asked = value('regions') ?? '';
  const rows = useMemo(
    () => asked.split(',').flatMap((code) => units.filter(({ unit }) => unit === code)),
    [asked, units],
  );
  const codes = rows.map(({ unit }) => unit);
  const set = (regions: string[]) => change({ regions: regions.join(',') || null });
  const charts = series.length > 0 ? { ...CHARTS, slopes } : CHARTS;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {codes.length < MOST && (
        <UnitFinder
          // A new one for each choice: it is empty again.
          key={asked}
          label={text('compare.add')}
          hint={text('compare.hint', { least: LEAST, most: MOST })}
          units={units.filter(({ unit }) => !codes.includes(unit))}
          value={undefined}
          onUnit={(unit) => unit !== undefined && set([...codes, unit])}
        />
      )}
      <Flex gap={2} wrap="wrap" role="list" aria-label={text('compare.chosen')}>
        {rows.map(({ unit, name }) => (
          <Flex key={unit} role="listitem">
            <Tag
              icon={<Cross aria-hidden />}
              label={text('compare.remove', { name })}
              onClick={() => set(codes.filter((code) => code !== unit))}
            >
              <Typography>{name}</Typography>
            </Tag>
          </Flex>
        ))}
      </Flex>
      {rows.length < LEAST ? (
        <Notice variant="info">{text('compare.none', { least: LEAST, most: MOST })}</Notice>
      ) : (
        Object.entries(charts).map(([name, make]) => (
          <CompareChart key={name} make={make} figures={figures} rows={rows} />
        ))
      )}
    </Flex>
  );
};
