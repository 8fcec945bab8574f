import { Flex, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { GetStatus } from '../../../shared/contracts';
import { useLanguageName } from '../use-language-name';
import { useText } from '../use-text';
import { CountsCell } from './counts-cell';

/** The matrix: a row for each type, a column for each locale. */
export const StatusTable = ({ locales, types }: GetStatus['data']) => {
  const text = useText();
  const languageName = useLanguageName();
  const { formatMessage } = useIntl();
  // Strapi translates a type's name by the name itself.
  const typeName = (name: string) => formatMessage({ id: name, defaultMessage: name });
  return (
    <Table
      colCount={locales.length + 1}
      rowCount={types.length + 1}
      aria-label={text('table.label')}
    >
      <Thead>
        <Tr>
          <Th role="columnheader" scope="col">
            <Typography variant="sigma" textColor="neutral600">
              {text('table.type')}
            </Typography>
          </Th>
          {locales.map((locale) => (
            <Th key={locale.code} role="columnheader" scope="col">
              <Typography variant="sigma" textColor="neutral600">
                {locale.isDefault
                  ? text('table.default', { locale: languageName(locale) })
                  : languageName(locale)}
              </Typography>
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {types.map((type) => (
          <Tr key={type.uid}>
            <Td tag="th" role="rowheader" scope="row">
              <Flex direction="column" alignItems="flex-start">
                <Typography fontWeight="semiBold">{typeName(type.displayName)}</Typography>
                <Typography variant="pi" textColor="neutral600">
                  {text('table.documents', { count: type.documents })}
                </Typography>
              </Flex>
            </Td>
            {locales.map((locale) => {
              const counts = type.locales[locale.code];
              return (
                // The design system narrows the first td of a row, which here is the second column.
                <Td key={locale.code} style={{ padding: '1.6rem' }}>
                  {counts && (
                    <CountsCell
                      type={type}
                      typeName={typeName(type.displayName)}
                      locale={locale.code}
                      localeName={languageName(locale)}
                      counts={counts}
                    />
                  )}
                </Td>
              );
            })}
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
};
