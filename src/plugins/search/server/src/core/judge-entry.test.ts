import { describe, expect, it } from 'vitest';
import type { StoredDocument } from '../../../shared/contracts';
import { judgeEntry } from './judge-entry';

const ID = 'e_note_a';
const PUBLISHED = Date.parse('2026-01-15T09:30:00Z');
const french = { id: ID, stamp: 's', hash: 'fr', locale: 'fr', isFallback: false };
const standIn = { ...french, hash: 'el', isFallback: true };
const every = { id: ID, stamp: 's', hash: '*' };
const documents = new Map<string, StoredDocument | null>([
  ['fr', french],
  ['el', standIn],
  ['*', every],
]);
const none = new Map<string, StoredDocument | null>([
  ['fr', null],
  ['el', null],
  ['*', null],
]);
const knownAs = (hashes: Record<string, string>) =>
  new Map(
    ['fr', 'el', '*'].map((target) => [
      target,
      new Map(target in hashes ? [[ID, { hash: hashes[target] ?? '', stamp: 's' }]] : []),
    ]),
  );
const right = knownAs({ fr: 'fr', el: 'el', '*': '*' });
const published = new Map([['fr', PUBLISHED]]);
const mark = { attempts: 0, error: null, enqueuedAt: PUBLISHED, deadAt: null };
const judged = { id: ID, documents, known: right, mark: null, published };
const since = '2026-01-15T09:30:00.000Z';

describe('judgeEntry', () => {
  it('says since when it is in search, and where it stands in', () => {
    expect(judgeEntry(judged)).toEqual({
      state: 'in-search',
      since,
      attempts: 0,
      error: null,
      engine: 'healthy',
      locales: [
        { locale: 'fr', state: 'in-search', language: 'fr', since, forMembers: false },
        { locale: 'el', state: 'stands-in', language: 'fr', since, forMembers: false },
      ],
    });
  });

  it('says what waits, and which index has it already', () => {
    const answer = judgeEntry({ ...judged, mark, known: knownAs({ fr: 'fr', el: 'old' }) });
    expect(answer).toMatchObject({ state: 'waiting', since });
    expect(answer.locales.map(({ state }) => state)).toEqual(['in-search', 'pending']);
  });

  it('gives the reason of what failed', () => {
    const dead = { attempts: 4, error: 'Bad latitude', enqueuedAt: 0, deadAt: PUBLISHED };
    expect(judgeEntry({ ...judged, mark: dead, known: knownAs({}) })).toMatchObject({
      state: 'failed',
      since,
      attempts: 4,
      error: 'Bad latitude',
    });
  });

  it.each([
    ['unpublished', { documents: none, known: knownAs({}), published: new Map() }],
    ['hidden', { documents: none, known: knownAs({}) }],
    ['outdated', { documents: none, published: new Map() }],
    ['outdated', { known: knownAs({ fr: 'fr', el: 'el' }) }],
    ['unknown', { known: null }],
    ['unpublished', { documents: none, known: null, published: new Map() }],
  ])('is %s of %j', (state, input) => {
    expect(judgeEntry({ ...judged, ...input }).state).toBe(state);
  });

  it('knows nothing of an index while the engine does not answer', () => {
    const answer = judgeEntry({ ...judged, known: null });
    expect(answer.engine).toBe('unavailable');
    expect(answer.locales.map(({ state, since: at }) => [state, at])).toEqual([
      ['unknown', null],
      ['unknown', null],
    ]);
  });
});
