import { expect, test } from 'vitest';
import { visibleWhere } from './visible-where';

const model = {
  uid: 'a',
  options: { draftAndPublish: true },
  attributes: { access: { type: 'enumeration' } },
};
const config = {
  members: { attribute: 'access', value: 'members', role: 'member' },
  servedOnly: { a: { consent: true } },
};
const ask = (rights: { drafts: boolean; members: boolean }, linked = true) =>
  visibleWhere({ model, rights, config, linked });

test('the public sees published rows, none for members, and only what may be served', () => {
  expect(ask({ drafts: false, members: false })).toEqual([
    { publishedAt: { $notNull: true } },
    { access: { $ne: 'members' } },
    { consent: { $eq: true } },
  ]);
  expect(ask({ drafts: false, members: false }, false)).toHaveLength(2);
});

test('rights lift their own condition; what may never be served stays hidden from everybody', () => {
  expect(ask({ drafts: true, members: true })).toEqual([{ consent: { $eq: true } }]);
  expect(ask({ drafts: true, members: false })).toContainEqual({ access: { $ne: 'members' } });
});
