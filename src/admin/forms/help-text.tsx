import { useIntl } from 'react-intl';
import { helpOf } from './help-of';
import { helpTexts } from './help-texts';

/** The help sentence of a field in the panel's language. */
export const HelpText = ({ uid, attribute }: { uid: string; attribute: string }) => {
  const { locale } = useIntl();
  const texts = helpTexts[locale.split('-')[0] ?? ''] ?? helpTexts.en ?? {};
  return helpOf({ texts, uid, attribute }) ?? null;
};
