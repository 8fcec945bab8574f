import { expect, test } from 'vitest';
import { READ_DRAFTS, READ_MEMBERS } from '../constants';
import { type Auth, rightsOf } from './rights-of';

const config = { members: { attribute: 'access', value: 'members', role: 'member' } };
const token = (type: string, actions: string[] = []): Auth => ({
  strategy: { name: 'content-api-token' },
  credentials: { type },
  ability: { can: (action) => actions.includes(action) },
});
const user = (type: string, actions: string[] = []): Auth => ({
  strategy: { name: 'users-permissions' },
  credentials: { role: { type } },
  ability: { can: (action) => actions.includes(action) },
});
const none = { drafts: false, members: false };

test.each<[string, Auth | undefined, { drafts: boolean; members: boolean }]>([
  ['nobody', undefined, none],
  ['the public', { strategy: { name: 'users-permissions' }, credentials: null }, none],
  ['a read-only token', token('read-only', [READ_DRAFTS, READ_MEMBERS]), none],
  ['a custom token', token('custom', ['api::a.a.find']), none],
  ['a custom token for drafts', token('custom', [READ_DRAFTS]), { drafts: true, members: false }],
  ['a custom token for members', token('custom', [READ_MEMBERS]), { drafts: false, members: true }],
  ['a full-access token', token('full-access'), { drafts: true, members: true }],
  ['a user whose role was ticked', user('authenticated', [READ_DRAFTS, READ_MEMBERS]), none],
  ['a member', user('member'), { drafts: false, members: true }],
])('%s', (_, auth, rights) => {
  expect(rightsOf({ auth, config })).toEqual(rights);
});
