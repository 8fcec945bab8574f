import { describe, expect, it } from 'vitest';
import type { Schema } from '../../../rules/schema';
import { stateInAnswer } from './state-in-answer';
import { stateInQuery } from './state-in-query';

const CALL = 'api::hub.funding-call';
const schemas: Record<string, Schema> = {
  [CALL]: { uid: CALL, attributes: { state: { type: 'enumeration' }, title: { type: 'string' } } },
  idea: {
    uid: 'idea',
    attributes: {
      call: { type: 'relation', target: CALL },
      state: { type: 'string' },
    },
  },
};
const lookup = (uid: string): Schema => schemas[uid] ?? { uid, attributes: {} };
const now = Date.parse('2027-03-01T00:00:00.000Z');
const rewritten = (uid: string, query: Record<string, unknown>) =>
  stateInQuery({ query, schema: lookup(uid), lookup, now }).query;

const closed = { $or: [{ closesAt: { $lte: '2027-03-01T00:00:00.000Z' } }] };

describe('the state of calls in a query', () => {
  it('becomes instants at any depth, beside what else is asked', () => {
    expect(
      rewritten(CALL, { filters: { $and: [{ state: 'closed', title: 'T' }] }, locale: 'fr' }),
    ).toEqual({ filters: { $and: [{ $and: [closed, { title: 'T' }] }] }, locale: 'fr' });
    expect(rewritten('idea', { filters: { call: { state: { $eq: 'closed' } } } })).toEqual({
      filters: { call: { $and: [closed] } },
    });
    expect(
      rewritten('idea', { populate: { call: { filters: { $not: { state: 'closed' } } } } }),
    ).toEqual({ populate: { call: { filters: { $not: { $and: [closed] } } } } });
  });

  it('is let alone where it is another type’s', () => {
    const query = { filters: { state: 'closed' }, sort: 'state', fields: ['state'] };
    expect(rewritten('idea', query)).toEqual(query);
  });

  it.each(['state', 'title,state:desc', ['state:asc'], { state: 'asc' }, [{ state: 'asc' }]])(
    'is not sorted by: %j',
    (sort) => {
      expect(() => rewritten(CALL, { sort })).toThrow('nextDeadline');
      expect(rewritten(CALL, { sort: 'nextDeadline,title' })).toEqual({
        sort: 'nextDeadline,title',
      });
    },
  );

  it.each(['call.state', { call: { state: 'asc' } }])('nor by that of a linked one: %j', (sort) => {
    expect(() => rewritten('idea', { sort })).toThrow('nextDeadline');
  });

  it('is computed from columns that the answer does not show', () => {
    const asked = { populate: { call: { fields: ['title', 'state', 'nextDeadline'] } } };
    const { query, extra } = stateInQuery({ query: asked, schema: lookup('idea'), lookup, now });
    expect(query).toEqual({
      populate: {
        call: { fields: ['title', 'state', 'nextDeadline', 'opensAt', 'closesAt', 'cutoffs'] },
      },
    });
    const entry = {
      state: 'mine',
      call: {
        title: 'T',
        state: 'forthcoming',
        nextDeadline: '2027-02-01T00:00:00.000Z',
        opensAt: '2027-01-01T00:00:00.000Z',
        closesAt: '2027-04-01T00:00:00.000Z',
        cutoffs: ['2027-02-01T00:00:00.000Z', '2027-04-01T00:00:00.000Z'],
      },
    };
    expect(stateInAnswer({ entry, schema: lookup('idea'), lookup, now, extra })).toEqual({
      state: 'mine',
      call: { title: 'T', state: 'open', nextDeadline: '2027-04-01T00:00:00.000Z' },
    });
  });
});
