import { INITIATIVE } from './constants';

/** Where the panel edits an initiative in one locale. */
export const initiativeAddress = ({
  documentId,
  locale,
}: {
  documentId: string;
  locale: string;
}): { pathname: string; search: string } => ({
  pathname: `/content-manager/collection-types/${INITIATIVE}/${documentId}`,
  search: new URLSearchParams({ 'plugins[i18n][locale]': locale }).toString(),
});
