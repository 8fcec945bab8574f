import { describe, expect, it } from 'vitest';
import type { SearchType } from '../../../shared/contracts';
import { checkTypes, type SchemaAttribute } from './check-types';
import { relationPaths } from './relation-paths';

const models: Record<string, Record<string, SchemaAttribute>> = {
  'api::a.note': {
    title: { type: 'string' },
    secret: { type: 'string', private: true },
    password: { type: 'password' },
    owner: { type: 'relation', target: 'api::a.person' },
  },
  'api::a.person': {
    name: { type: 'string' },
    email: { type: 'email', private: true },
  },
};
const schemas = (uid: string) => models[uid];
const note = (changes: Partial<SearchType>): SearchType => ({
  uid: 'api::a.note',
  type: 'note',
  fields: ['title'],
  project: () => null,
  ...changes,
});
const check = (changes: Partial<SearchType>) => checkTypes({ types: [note(changes)], schemas });

describe('checkTypes', () => {
  it('takes what exists and is public', () => {
    expect(check({ populate: { owner: { fields: ['name'] } } })).toEqual([]);
  });

  it.each([
    [{ fields: ['nope'] }, 'api::a.note.nope does not exist'],
    [{ fields: ['secret'] }, 'api::a.note.secret is private'],
    [{ fields: ['password'] }, 'api::a.note.password is private'],
    [{ fields: ['owner'] }, 'api::a.note.owner belongs in populate'],
    [{ populate: { owner: { fields: ['email'] } } }, 'api::a.note.owner.email is private'],
    [{ populate: { title: {} } }, 'api::a.note.title is neither'],
    [{ uid: 'api::a.gone' }, 'there is no type api::a.gone'],
    [{ type: 'Note!' }, 'bad name'],
  ])('refuses %j', (changes, problem) => {
    expect(check(changes).join()).toContain(problem);
  });

  it('refuses one name for two types', () => {
    expect(checkTypes({ types: [note({}), note({})], schemas }).join()).toContain('used twice');
  });
});

it('follows every relation that a declaration shows', () => {
  expect(
    relationPaths(note({ populate: { a: { populate: { b: {} } }, c: { fields: ['x'] } } })),
  ).toEqual([['a'], ['a', 'b'], ['c']]);
});
