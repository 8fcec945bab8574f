import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { DeskLocale } from '../../shared/contracts';

/** Names content locales in the panel's language, so `el` as *grec* in French. */
export const useLanguageName = () => {
  const { locale: panel } = useIntl();
  const names = useMemo(() => new Intl.DisplayNames([panel], { type: 'language' }), [panel]);
  return ({ code, name }: Pick<DeskLocale, 'code' | 'name'>): string => {
    const found = names.of(code);
    return found === undefined || found === code ? name : found;
  };
};
