import { Badge } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { OracleSummary } from '../../../shared/workbench-contracts';
import { useText } from '../use-text';
import { type Column, PlainTable } from './plain-table';

type Line = OracleSummary['lines'][number] & { place: number };

/** What an oracle expects, and what the engine computed, a line each. */
export const OracleTable = ({ label, lines }: { label: string; lines: OracleSummary['lines'] }) => {
  const text = useText();
  const { locale, formatNumber } = useIntl();
  const language = locale === 'fr' ? 'fr' : 'en';
  const figure = (value: number | null) =>
    value === null
      ? text('selfCheck.none')
      : formatNumber(value, { maximumSignificantDigits: 8, useGrouping: false });
  const columns: Column<Line>[] = [
    { key: 'what', title: text('selfCheck.what'), cell: (line) => line.label[language] },
    {
      key: 'expected',
      title: text('selfCheck.expected'),
      numeric: true,
      cell: ({ expected }) => figure(expected),
    },
    {
      key: 'computed',
      title: text('selfCheck.computed'),
      numeric: true,
      cell: ({ computed }) => figure(computed),
    },
    {
      key: 'verdict',
      title: text('selfCheck.verdict'),
      cell: ({ passes }) =>
        passes ? (
          <Badge backgroundColor="success100" textColor="success700">
            {text('selfCheck.pass')}
          </Badge>
        ) : (
          <Badge backgroundColor="danger100" textColor="danger700">
            {text('selfCheck.fail')}
          </Badge>
        ),
    },
  ];
  const rows = lines.map((line, place) => ({ ...line, place }));
  return (
    <PlainTable label={label} columns={columns} rows={rows} keyOf={({ place }) => `${place}`} />
  );
};
