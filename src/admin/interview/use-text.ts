import { useIntl } from 'react-intl';
import { INITIATIVE, TEXTS } from './constants';
import type en from './translations/en.json';

type Values = Record<string, string | number>;

/** Our texts, names of languages, days and fields, in the panel's language. */
export const useText = () => {
  const { formatMessage, formatDate, locale } = useIntl();
  return {
    text: (key: keyof typeof en, values?: Values): string =>
      formatMessage({ id: `${TEXTS}.${key}` }, values),
    /** The label of an initiative's field. */
    field: (name: string): string =>
      formatMessage({
        id: `content-manager.content-types.${INITIATIVE}.${name}`,
        defaultMessage: name,
      }),
    /** The label of an option of an enumeration. */
    option: (value: string): string => formatMessage({ id: value, defaultMessage: value }),
    language: (code: string): string =>
      new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code,
    day: (instant: string): string => formatDate(instant, { dateStyle: 'long' }),
  };
};
