import { useCallback } from 'react';
import type { EditionFigures } from '../../../shared/admin-contracts';
import type { Look } from '../../../shared/charts/chart';
import { mapChart } from '../../../shared/charts/map-chart';
import { ChartFrame } from '../charts/chart-frame';
import { Notice } from '../components/notice';
import { useText } from '../use-text';
import { sourceOf } from './source-of';
import { useAddress } from './use-address';

/** The scores on the map. */
export const MapView = ({ figures }: { figures: EditionFigures }) => {
  const text = useText();
  const { value } = useAddress();
  const chart = useCallback(
    (look: Look) => mapChart(figures.units, { source: sourceOf(figures), look }),
    [figures],
  );
  if (figures.units.every(({ place }) => place === null)) {
    return <Notice variant="info">{text('map.none')}</Notice>;
  }
  return <ChartFrame chart={chart} highlight={value('region')} />;
};
