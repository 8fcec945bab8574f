import { useIntl } from 'react-intl';
import type en from './translations/en.json';

export const TEXT_PREFIX = 'string-list';

/** The field's texts in the panel's language, by their key in translations/en.json. */
export const useText = () => {
  const { formatMessage } = useIntl();
  return (key: keyof typeof en, values?: Record<string, string>): string =>
    formatMessage({ id: `${TEXT_PREFIX}.${key}` }, values);
};
