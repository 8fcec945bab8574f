import { expect, test } from 'vitest';
import { listAddress } from './list-address';

test('leads to the list of the type in the locale', () => {
  const type = { uid: 'api::a.a', kind: 'collectionType' } as const;
  expect(listAddress({ type, locale: 'el' })).toBe(
    '/content-manager/collection-types/api::a.a?plugins[i18n][locale]=el',
  );
  expect(listAddress({ type: { ...type, kind: 'singleType' }, locale: 'pt' })).toContain(
    '/single-types/',
  );
});
