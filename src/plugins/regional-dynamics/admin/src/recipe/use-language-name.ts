import { useMemo } from 'react';
import { useIntl } from 'react-intl';

/** What a language is called in the panel's language; a code that is no language's stands for itself. */
export const useLanguageName = (): ((code: string) => string) => {
  const { locale } = useIntl();
  const names = useMemo(() => new Intl.DisplayNames([locale], { type: 'language' }), [locale]);
  return (code) => {
    try {
      return names.of(code) ?? code;
    } catch {
      return code;
    }
  };
};
