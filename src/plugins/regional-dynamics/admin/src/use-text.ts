import { useIntl } from 'react-intl';
import { PLUGIN_ID } from './constants';
import type en from './translations/en.json';
import type method from './translations/method/en.json';
import type statistics from './translations/statistics/en.json';
import type workbench from './translations/workbench/en.json';

type Values = Record<string, string | number | Date>;

export type TextKey =
  | keyof typeof en
  | keyof typeof method
  | keyof typeof statistics
  | keyof typeof workbench;

/** French sets high punctuation apart; a line must not break there. */
const unbroken = (text: string): string =>
  text.replaceAll(/ (?=[:;!?»%])/g, '\u00A0').replaceAll('« ', '«\u00A0');

/** The plugin's texts in the panel's language, by their key in en.json. */
export const useText = () => {
  const { formatMessage, locale } = useIntl();
  return (key: TextKey, values?: Values): string => {
    const text = formatMessage({ id: `${PLUGIN_ID}.${key}` }, values);
    return locale === 'fr' ? unbroken(text) : text;
  };
};
