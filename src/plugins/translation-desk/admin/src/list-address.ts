import type { TypeStatus } from '../../shared/contracts';

/** Where the content manager lists the entries of a type in a locale, for the panel's router. */
export const listAddress = ({
  type,
  locale,
}: {
  type: Pick<TypeStatus, 'uid' | 'kind'>;
  locale: string;
}): string => {
  const kind = type.kind === 'singleType' ? 'single-types' : 'collection-types';
  return `/content-manager/${kind}/${type.uid}?plugins[i18n][locale]=${encodeURIComponent(locale)}`;
};
