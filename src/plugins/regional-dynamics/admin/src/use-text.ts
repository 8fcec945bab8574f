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

/** The plugin's texts in the panel's language, by their key in en.json. */
export const useText = () => {
  const { formatMessage } = useIntl();
  return (key: TextKey, values?: Values): string =>
    formatMessage({ id: `${PLUGIN_ID}.${key}` }, values);
};
