import { useIntl } from 'react-intl';
import type en from './translations/en.json';

/** The homepage's texts in the panel's language, by their key in translations/en.json. */
export const useText = () => {
  const { formatMessage } = useIntl();
  return (key: keyof typeof en, values?: Record<string, string | number>): string =>
    formatMessage({ id: `homepage.${key}` }, values);
};
