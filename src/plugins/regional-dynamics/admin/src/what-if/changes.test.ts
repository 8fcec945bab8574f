import { expect, it } from 'vitest';
import type { Draft } from '../recipe/draft';
import { changesBody, UNCHANGED, weightGroups } from './changes';

const recipe: Draft = {
  code: 'r',
  indicators: [],
  tree: {
    code: 'top',
    children: [
      { code: 'one', children: [{ indicator: 'a' }, { indicator: 'b' }] },
      { indicator: 'c', weight: 3 },
    ],
  },
};

it('sends only what is changed', () => {
  expect(changesBody(UNCHANGED)).toEqual({ weights: {}, leaveOut: [], figures: [] });
  const figures = { FR10: { gerd: 2, hrst: null } };
  expect(changesBody({ ...UNCHANGED, aggregation: 'arithmetic', figures })).toMatchObject({
    aggregation: [{ kind: 'arithmetic' }],
    figures: [
      { unit: 'FR10', indicator: 'gerd', value: 2 },
      { unit: 'FR10', indicator: 'hrst', value: null },
    ],
  });
});

it('weighs what is left, and nothing where one child is left', () => {
  const shares = (leaveOut: string[]) =>
    weightGroups(recipe, { ...UNCHANGED, leaveOut }).map(({ node, children }) => [
      node.code,
      children.map(({ share }) => share),
    ]);
  expect(shares([])).toEqual([
    ['top', [0.25, 0.75]],
    ['one', [0.5, 0.5]],
  ]);
  expect(shares(['a'])).toEqual([['top', [0.25, 0.75]]]);
});
