import { useIntl } from 'react-intl';
import type { GetStatistics } from '../../../shared/admin-contracts';
import { SavedTable } from '../components/saved-table';
import { type TextKey, useText } from '../use-text';

/** Of a panel: whether regions catch up with one another. */
export const ConvergenceTables = ({
  statistics: { convergence },
  reference,
}: {
  statistics: GetStatistics['data'];
  reference: string;
}) => {
  const text = useText();
  const { formatNumber } = useIntl();
  if (!convergence) return null;
  const { from, to, beta, sigma } = convergence;
  const figure = (value: number | undefined, maximumFractionDigits: number): string =>
    value === undefined ? '–' : formatNumber(value, { maximumFractionDigits });
  return (
    <SavedTable
      title={text('convergence.title', { from: `${from}`, to: `${to}` })}
      hint={text(`convergence.${beta.kind}` as TextKey, {
        n: beta.n,
        b: figure(beta.b, 4),
        r2: figure(beta.r2, 2),
        speed: figure(beta.speed === undefined ? undefined : beta.speed * 100, 2),
        halfLife: figure(beta.halfLife, 0),
      })}
      file={`${reference}-convergence`}
      rows={sigma}
      columns={[
        { key: 'year', title: text('edition.year'), of: ({ year }) => `${year}` },
        {
          key: 'variation',
          title: text('convergence.variation'),
          digits: 3,
          of: ({ variation }) => variation,
        },
        { key: 'n', title: text('data.units'), digits: 0, of: ({ n }) => n },
      ]}
    />
  );
};
