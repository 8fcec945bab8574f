import { Box, Flex, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import type { HomeEntry } from '../../homepage/contracts';
import { useText } from './use-text';

type Props<T extends HomeEntry> = {
  answer: { data?: { entries: T[]; more: boolean }; isLoading: boolean; isError: boolean };
  /** What is said when there is nothing to do. */
  empty: string;
  /** What stands under an entry's title: of which kind it is, and why it is here. */
  describe: (entry: T) => ReactNode;
  /** Where all of them are listed, where there is one list of them. */
  all?: string;
};

const EntryLink = styled(Link)`
  color: ${({ theme }) => theme.colors.primary700};
  font-weight: ${({ theme }) => theme.fontWeights.semiBold};
  text-decoration: none;
  &:hover,
  &:focus-visible {
    text-decoration: underline;
  }
`;

const addressOf = ({ uid, documentId, locale }: HomeEntry): string =>
  `/content-manager/collection-types/${uid}/${documentId}${locale ? `?plugins[i18n][locale]=${locale}` : ''}`;

/** Names a type as the content manager's menu does, and a language as the panel's language does. */
export const useKind = () => {
  const { formatMessage, locale: panel, messages } = useIntl();
  const languages = new Intl.DisplayNames([panel], { type: 'language' });
  return ({ type: name, locale }: HomeEntry): string => {
    const type = name in messages ? formatMessage({ id: name }) : name;
    return locale ? `${type} · ${languages.of(locale) ?? locale}` : type;
  };
};

/** A widget's list of entries, each a link to its form. */
export const EntryList = <T extends HomeEntry>({ answer, empty, describe, all }: Props<T>) => {
  const text = useText();
  const { data, isLoading, isError } = answer;
  if (isLoading) return <Widget.Loading />;
  if (isError || data === undefined) return <Widget.Error>{text('error')}</Widget.Error>;
  if (data.entries.length === 0) return <Widget.NoData>{empty}</Widget.NoData>;
  return (
    <Flex direction="column" alignItems="stretch" gap={3} padding={2}>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {data.entries.map((entry) => (
          <Box tag="li" key={`${entry.uid} ${entry.documentId} ${entry.locale}`}>
            <EntryLink to={addressOf(entry)}>
              <Typography textColor="primary700" ellipsis tag="span" display="block">
                {entry.title}
              </Typography>
            </EntryLink>
            <Typography variant="pi" textColor="neutral600">
              {describe(entry)}
            </Typography>
          </Box>
        ))}
      </Flex>
      {data.more ? (
        <Typography variant="pi" textColor="neutral600">
          {all ? <EntryLink to={all}>{text('all')}</EntryLink> : text('more')}
        </Typography>
      ) : null}
    </Flex>
  );
};
