import type { EditionFigures } from '../../../shared/admin-contracts';
import type { ChartSource } from '../../../shared/charts/chart';

export const sourceOf = ({ index, year, reference }: EditionFigures): ChartSource => ({
  index: index.name,
  year,
  edition: reference,
});
