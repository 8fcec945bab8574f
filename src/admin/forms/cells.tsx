import { Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';

type Row = Record<string, unknown>;
type Header = { name: string };
type Cell = (row: Row, header: Header) => ReactNode;

const Text = ({ children }: { children: ReactNode }) => (
  <Typography textColor="neutral800">{children}</Typography>
);

const Choice = ({ value }: { value: unknown }) => {
  const { formatMessage } = useIntl();
  return (
    <Text>{value ? formatMessage({ id: String(value), defaultMessage: String(value) }) : '-'}</Text>
  );
};

const Day = ({ value, withTime }: { value: unknown; withTime: boolean }) => {
  const { formatDate } = useIntl();
  if (typeof value !== 'string') return <Text>-</Text>;
  // A day without a time is the same day in every time zone.
  const format = withTime
    ? ({ dateStyle: 'medium', timeStyle: 'short' } as const)
    : ({ dateStyle: 'medium', timeZone: 'UTC' } as const);
  return <Text>{formatDate(value, format)}</Text>;
};

/** Cells of lists by the type of the attribute: choices by their label, dates in a short form. */
export const cells: Readonly<Record<string, Cell>> = {
  enumeration: (row, { name }) => <Choice value={row[name]} />,
  date: (row, { name }) => <Day value={row[name]} withTime={false} />,
  datetime: (row, { name }) => <Day value={row[name]} withTime={true} />,
};
