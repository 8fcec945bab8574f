import { describe, expect, it } from 'vitest';
import type { SearchType } from '../../../shared/contracts';
import { stateReader } from './state-reader';

const typeWith = (states: SearchType['states']): SearchType => ({
  uid: 'api::a.call',
  type: 'call',
  fields: [],
  ...(states ? { states } : {}),
  project: () => null,
});
const kinds = { start: 'date', end: 'date', size: 'number', themes: 'text' } as const;
const MOMENT = Date.parse('2027-01-01T00:00:00Z');
const SECONDS = MOMENT / 1_000;

describe('stateReader', () => {
  const calls = stateReader({
    types: [
      typeWith({
        forthcoming: (now) => ({ start: { $gt: now } }),
        open: (now) => ({ $or: [{ end: { $null: true } }, { end: { $gt: now } }] }),
        closed: (now) => ({ end: { $lte: now } }),
      }),
      { ...typeWith(undefined), uid: 'api::a.note', type: 'note' },
    ],
    kinds,
  });

  it.each([
    [{ start: SECONDS + 1 }, 'forthcoming'],
    [{ start: SECONDS, end: SECONDS + 1 }, 'open'],
    [{ start: SECONDS, end: null }, 'open'],
    [{ end: SECONDS }, 'closed'],
  ])('of %o is what the declaration says at that moment', (document, state) => {
    expect(calls.at(MOMENT)({ type: 'call', ...document })).toBe(state);
  });

  it('is none of a type that declares none, nor where no filter is fulfilled', () => {
    expect(calls.at(MOMENT)({ type: 'note', end: SECONDS })).toBeNull();
    const ended = stateReader({
      types: [typeWith({ ended: (now) => ({ end: { $lt: now } }) })],
      kinds,
    });
    expect(ended.at(MOMENT)({ type: 'call' })).toBeNull();
  });

  it('tells what it must know of a document', () => {
    expect(calls.names).toEqual(['state']);
    expect(calls.attributes).toEqual(['start', 'end']);
    expect(stateReader({ types: [typeWith(undefined)], kinds })).toMatchObject({
      names: [],
      attributes: [],
    });
  });

  it.each([
    [{ themes: 'a' }, { themes: ['A', 'b'] }, true],
    [{ themes: { $notIn: ['a'] } }, { themes: ['b'] }, true],
    [{ themes: { $ne: 'a' } }, {}, true],
    [{ themes: { $notNull: true } }, { themes: [] }, false],
    [{ size: { $between: ['1', '2'] } }, { size: 2 }, true],
    [{ size: { $between: ['1', '2'] } }, { size: 2.5 }, false],
    [{ size: { $lt: '1' } }, {}, false],
    [{ $not: { size: { $lt: '1' } } }, {}, true],
    [{}, {}, true],
  ])('judges %o as the engine does', (filters, document, isFulfilled) => {
    const reader = stateReader({ types: [typeWith({ yes: () => filters })], kinds });
    const state = reader.at(MOMENT)({ type: 'call', ...document });
    expect(state).toBe(isFulfilled ? 'yes' : null);
  });
});
