import { useIntl } from 'react-intl';
import { PLUGIN_ID } from './constants';
import type en from './translations/en.json';

export type TextKey = keyof typeof en;

/** The plugin's texts in the panel's language, by their key in translations/en.json. */
export const useText = () => {
  const { formatMessage } = useIntl();
  return (key: TextKey, values?: Record<string, string | number>): string =>
    formatMessage({ id: `${PLUGIN_ID}.${key}` }, values);
};
