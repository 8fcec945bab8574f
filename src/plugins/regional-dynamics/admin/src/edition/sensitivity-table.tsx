import { useIntl } from 'react-intl';
import type { GetStatistics } from '../../../shared/admin-contracts';
import { Notice } from '../components/notice';
import { SavedTable } from '../components/saved-table';
import { type TextKey, useText } from '../use-text';

/** Which of the tested assumptions moves the ranks: Sobol' indices with their ranges. */
export const SensitivityTable = ({
  statistics: { sensitivity },
  reference,
}: {
  statistics: GetStatistics['data'];
  reference: string;
}) => {
  const text = useText();
  const { formatNumber } = useIntl();
  if (sensitivity.kind !== 'decomposed') {
    return <Notice variant="info">{text(`sensitivity.${sensitivity.kind}` as TextKey)}</Notice>;
  }
  const { factors, samples, meanShift } = sensitivity;
  const range = (ends: [number, number]): string =>
    ends.map((end) => formatNumber(end, { maximumFractionDigits: 2 })).join(' – ');
  return (
    <SavedTable
      title={text('sensitivity.title')}
      hint={text('sensitivity.hint', {
        samples,
        shift: formatNumber(meanShift, { maximumFractionDigits: 1 }),
      })}
      file={`${reference}-sensitivity`}
      rows={factors}
      columns={[
        {
          key: 'factor',
          title: text('sensitivity.factor'),
          of: ({ name: code, inert }) => {
            const name = text(`factor.${code}` as TextKey);
            return inert ? text('method.inert', { name }) : name;
          },
        },
        { key: 'first', title: text('sensitivity.first'), digits: 2, of: ({ first }) => first },
        {
          key: 'firstRange',
          title: text('sensitivity.range'),
          of: ({ firstRange }) => range(firstRange),
        },
        { key: 'total', title: text('sensitivity.total'), digits: 2, of: ({ total }) => total },
        {
          key: 'totalRange',
          title: text('sensitivity.range'),
          of: ({ totalRange }) => range(totalRange),
        },
      ]}
    />
  );
};
