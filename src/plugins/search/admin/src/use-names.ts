import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { useGetIndexedTypesQuery } from './api';
import { EVERY_LOCALE } from './constants';
import { useText } from './use-text';

/** Names languages in the panel's language, so `el` as *grec* in French. */
export const useLanguageName = () => {
  const text = useText();
  const { locale: panel } = useIntl();
  const names = useMemo(() => new Intl.DisplayNames([panel], { type: 'language' }), [panel]);
  return (code: string): string => {
    if (code === EVERY_LOCALE) return text('every-locale');
    try {
      return names.of(code) ?? code;
    } catch {
      // A locale of Strapi may have a code that is none of BCP 47.
      return code;
    }
  };
};

/** The same where the name stands alone, so `Grec`. */
export const useLanguageTitle = () => {
  const name = useLanguageName();
  const { locale: panel } = useIntl();
  return (code: string): string =>
    name(code).replace(/^\p{L}/u, (letter) => letter.toLocaleUpperCase(panel));
};

/** Names an indexed type as the content manager's menu does, by its uid or its name in search. */
export const useTypeName = () => {
  const { data: types = [] } = useGetIndexedTypesQuery();
  const { formatMessage } = useIntl();
  return (name: string): string => {
    const found = types.find(({ uid, type }) => uid === name || type === name);
    // Strapi translates a type's name by the name itself.
    return found
      ? formatMessage({ id: found.displayName, defaultMessage: found.displayName })
      : name;
  };
};

/** Where the content manager opens an entry, for who may read its type. */
export const useEntryAddress = () => {
  const { data: types = [] } = useGetIndexedTypesQuery();
  return ({
    name,
    documentId,
    locale,
  }: {
    name: string;
    documentId: string;
    locale?: string | undefined;
  }): string | undefined => {
    const found = types.find(({ uid, type }) => uid === name || type === name);
    if (!found?.mayRead) return undefined;
    const query = locale ? `?plugins[i18n][locale]=${encodeURIComponent(locale)}` : '';
    return found.kind === 'singleType'
      ? `/content-manager/single-types/${found.uid}${query}`
      : `/content-manager/collection-types/${found.uid}/${documentId}${query}`;
  };
};
