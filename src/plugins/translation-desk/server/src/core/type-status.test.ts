import { expect, test } from 'vitest';
import { typeStatus } from './type-status';

const type = { uid: 'api::a.a', kind: 'collectionType', displayName: 'A' } as const;

test('every locale adds up to all documents, and lost locales are left out', () => {
  const status = typeStatus({
    type,
    documents: 5,
    counted: [
      { locale: 'fr', published: 3, modified: 1, draft: 2 },
      { locale: 'el', published: 1, modified: 0, draft: 0 },
      { locale: 'xx', published: 5, modified: 0, draft: 0 },
    ],
    locales: ['fr', 'el', 'pl'],
  });
  expect(status).toEqual({
    ...type,
    documents: 5,
    locales: {
      fr: { published: 3, modified: 1, draft: 2, missing: 0 },
      el: { published: 1, modified: 0, draft: 0, missing: 4 },
      pl: { published: 0, modified: 0, draft: 0, missing: 5 },
    },
  });
});
