import { expect, it } from 'vitest';
import { indexSettings } from './index-settings';
import { planSettings } from './plan-settings';

const wanted = indexSettings({ types: [], target: 'fr', locales: ['fr'], synonyms: {} });
const plan = (changes: Record<string, unknown>) =>
  planSettings({ wanted, current: { ...wanted, ...changes } });

it('does nothing where nothing changed', () => {
  expect(plan({})).toEqual({ state: 'same' });
});

it('changes in place what re-indexes nothing', () => {
  expect(plan({ pagination: { maxTotalHits: 5 } })).toEqual({
    state: 'compatible',
    change: { pagination: wanted.pagination },
  });
});

it('rebuilds for anything that touches the stored documents, whatever else changed', () => {
  for (const changes of [{ stopWords: [] }, { filterableAttributes: ['x'] }]) {
    expect(plan({ ...changes, pagination: { maxTotalHits: 5 } }).state).toBe('rebuild');
  }
});
