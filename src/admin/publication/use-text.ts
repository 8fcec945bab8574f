import { useIntl } from 'react-intl';
import type en from './translations/en.json';

export const PUBLICATION_TEXTS = 'publication';

/** The panel's texts in its language, by their key in translations/en.json. */
export const useText = () => {
  const { formatMessage } = useIntl();
  return (key: keyof typeof en, values?: Record<string, string | number>): string =>
    formatMessage({ id: `${PUBLICATION_TEXTS}.${key}` }, values);
};
