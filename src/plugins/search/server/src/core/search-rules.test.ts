import { describe, expect, it } from 'vitest';
import type { SearchType } from '../../../shared/contracts';
import { checkSettings } from './check-settings';
import { searchRules } from './search-rules';

const call: SearchType = {
  uid: 'api::a.call',
  type: 'call',
  fields: [],
  filterable: ['end'],
  facets: ['themes'],
  sortable: ['end', 'size'],
  states: { closed: (now) => ({ end: { $lte: now } }) },
  project: () => null,
};
const attributes = { end: { kind: 'date' } } as const;
const rulesOf = (type: SearchType) =>
  searchRules({ types: [type], parameters: {}, attributes })({ now: 60_000 });

describe('searchRules', () => {
  it('takes what may be asked from the declarations, and states from the moment', () => {
    const rules = rulesOf(call);
    expect(rules.computed.state?.()).toEqual({ closed: '(type IN ["call"] AND end <= 60)' });
    expect(rules.facets).toEqual(['locale', 'state', 'themes', 'type']);
    expect(rules.fields.all).toContain('state');
    expect(rules.fields.usual).not.toContain('state');
    expect(rules.sortable).toEqual(['title', 'end', 'size']);
    expect(rules.attributes).toMatchObject({ end: 'date', themes: 'text', type: 'text' });
    expect(rules.attributes).not.toHaveProperty('access');
  });

  it('has no states where none is declared', () => {
    const { states: _states, ...plain } = call;
    expect(rulesOf(plain).computed).toEqual({});
    expect(rulesOf(plain).facets).not.toContain('state');
    expect(rulesOf(plain).fields.all).not.toContain('state');
  });

  it('names a state that filters by what is not there', () => {
    const wrong = { ...call, states: { odd: () => ({ nothing: '1' }) } };
    expect(() => rulesOf(wrong)).toThrow('api::a.call: odd[nothing] is not an attribute');
  });
});

describe('checkSettings', () => {
  it('names what no type declares', () => {
    expect(checkSettings({ types: [call], parameters: { theme: 'themes' }, attributes })).toEqual(
      [],
    );
    const wrong = {
      parameters: { theme: 'theme' },
      attributes: { ...attributes, begin: {}, themes: { namedBy: 'theme' } },
    };
    expect(checkSettings({ types: [call], ...wrong })).toEqual([
      'parameters.theme: no type declares theme filterable',
      'attributes.begin: no type declares it',
      'attributes.themes.namedBy: theme is no type of search',
    ]);
  });
});
