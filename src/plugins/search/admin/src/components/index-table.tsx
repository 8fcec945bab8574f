import { Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { SearchStatus } from '../../../shared/contracts';
import { EVERY_LOCALE } from '../constants';
import { useLanguageTitle } from '../use-names';
import { type TextKey, useText } from '../use-text';
import { useTimes } from '../use-times';
import { Section } from './section';

const COLUMNS: TextKey[] = [
  'indexes.locale',
  'indexes.translated',
  'indexes.published',
  'indexes.documents',
  'indexes.changed',
];

/** Per index, what the database has published and what the engine holds. */
export const IndexTable = ({
  locales,
  defaultLocale,
}: Pick<SearchStatus, 'locales' | 'defaultLocale'>) => {
  const text = useText();
  const languageTitle = useLanguageTitle();
  const { formatNumber } = useIntl();
  const { at } = useTimes();
  const rows = [...locales].sort(
    (one, other) => Number(other.locale === defaultLocale) - Number(one.locale === defaultLocale),
  );
  return (
    <Section title={text('indexes.title')} text={text('indexes.hint')}>
      <Table
        colCount={COLUMNS.length}
        rowCount={locales.length + 1}
        aria-label={text('indexes.title')}
      >
        <Thead>
          <Tr>
            {COLUMNS.map((key) => (
              <Th key={key} role="columnheader" scope="col">
                <Typography variant="sigma" textColor="neutral600">
                  {text(key)}
                </Typography>
              </Th>
            ))}
          </Tr>
        </Thead>
        <Tbody>
          {rows.map(({ locale, published, translated, documents, lastSuccess }) => (
            <Tr key={locale}>
              <Td tag="th" role="rowheader" scope="row">
                <Typography fontWeight="semiBold">{languageTitle(locale)}</Typography>
              </Td>
              {/* The design system narrows the first td of a row, which here is the second column. */}
              <Td style={{ padding: '1.6rem' }}>
                <Typography>{locale === EVERY_LOCALE ? '—' : formatNumber(translated)}</Typography>
              </Td>
              <Td>
                <Typography>{formatNumber(published)}</Typography>
              </Td>
              <Td>
                <Typography
                  textColor={documents !== null && documents < published ? 'warning700' : undefined}
                >
                  {documents === null ? text('indexes.unknown') : formatNumber(documents)}
                </Typography>
              </Td>
              <Td>
                <Typography>
                  {lastSuccess === null ? text('indexes.unknown') : at(lastSuccess)}
                </Typography>
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </Section>
  );
};
