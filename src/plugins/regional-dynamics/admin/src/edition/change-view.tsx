import { Flex } from '@strapi/design-system';
import { useCallback } from 'react';
import type { EditionFigures } from '../../../shared/admin-contracts';
import type { Look } from '../../../shared/charts/chart';
import { quadrantChart } from '../../../shared/charts/quadrant-chart';
import { slopeChart } from '../../../shared/charts/slope-chart';
import { ChartFrame } from '../charts/chart-frame';
import { Notice } from '../components/notice';
import { Pager } from '../components/pager';
import { useText } from '../use-text';
import { sourceOf } from './source-of';
import { useAddress } from './use-address';

const SIZE = 25;

const Slopes = ({ figures }: { figures: EditionFigures }) => {
  const { value, change } = useAddress();
  const { units, series } = figures;
  const pageCount = Math.ceil(units.length / SIZE);
  const region = value('region');
  const place = units.findIndex(({ unit }) => unit === region);
  const wanted = Number(value('page') ?? Math.floor(Math.max(0, place) / SIZE) + 1);
  const page = Number.isInteger(wanted) ? Math.min(pageCount, Math.max(1, wanted)) : 1;
  const chart = useCallback(
    (look: Look) => {
      const shown = units.slice((page - 1) * SIZE, page * SIZE);
      // The ends of the panel: what lies between would hide the slopes of 25 regions.
      const ends = series.map((one) => ({
        ...one,
        points: one.points.filter((_, k) => k === 0 || k === one.points.length - 1),
      }));
      const rows = shown.flatMap(({ unit }) => ends.filter((one) => one.unit === unit));
      return slopeChart(rows, { source: sourceOf(figures), look });
    },
    [figures, units, series, page],
  );
  return (
    <>
      <Pager page={page} pageCount={pageCount} onPage={(next) => change({ page: next })} />
      <ChartFrame chart={chart} highlight={region} />
    </>
  );
};

const Quadrants = ({
  figures,
  courses,
}: {
  figures: EditionFigures;
  courses: NonNullable<EditionFigures['courses']>;
}) => {
  const { value } = useAddress();
  const chart = useCallback(
    (look: Look) => {
      const { units, from, to } = courses;
      return quadrantChart(units, { from, to, source: sourceOf(figures), look });
    },
    [figures, courses],
  );
  return <ChartFrame chart={chart} highlight={value('region')} />;
};

/** What changed between the years of a panel. */
export const ChangeView = ({ figures }: { figures: EditionFigures }) => {
  const text = useText();
  const { courses } = figures;
  if (figures.series.length === 0) return <Notice variant="info">{text('change.none')}</Notice>;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Slopes figures={figures} />
      {courses && <Quadrants figures={figures} courses={courses} />}
    </Flex>
  );
};
