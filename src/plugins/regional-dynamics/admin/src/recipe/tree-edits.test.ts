import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Draft } from './draft';
import {
  addIndicator,
  addNode,
  equalise,
  freeCode,
  leavesOf,
  moveBy,
  moveTo,
  removeAt,
  setNode,
  setWeight,
  setWeighting,
  toPoints,
} from './tree-edits';

const draft: Draft = {
  code: 'r',
  indicators: [{ code: 'a' }, { code: 'b', denominator: 'd' }, { code: 'c' }, { code: 'd' }],
  weighting: 'given',
  tree: {
    code: 'top',
    children: [
      { code: 'one', weight: 2, children: [{ indicator: 'a' }, { indicator: 'b', weight: 2 }] },
      { code: 'two', weight: 1, children: [{ indicator: 'c' }] },
    ],
  },
};

it('points are whole, sum to 100, and keep the order of the weights', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(weights, (given) => {
      const points = toPoints(given);
      expect(points.reduce((total, point) => total + point, 0)).toBe(100);
      expect(points.every((point) => Number.isInteger(point) && point >= 0)).toBe(true);
      given.forEach((weight, k) => {
        if (weight > (given[0] ?? 0)) expect(points[k]).toBeGreaterThanOrEqual(points[0] ?? 0);
      });
    }),
  );
});

it('weights become points in proportion, or go where they are equal', () => {
  expect(setWeighting(draft, 'budget').tree.children).toMatchObject([
    { weight: 67, children: [{ weight: 33 }, { weight: 67 }] },
    { weight: 33, children: [{ weight: 100 }] },
  ]);
  expect(JSON.stringify(setWeighting(draft, 'equal').tree)).not.toContain('weight');
});

it('one weight changes, or all of a node become equal', () => {
  expect(setWeight(draft, [0, 1], 5).tree.children[0]).toMatchObject({
    weight: 2,
    children: [{ indicator: 'a' }, { weight: 5 }],
  });
  const budget = setWeighting(draft, 'budget');
  expect(equalise(budget, []).tree.children).toMatchObject([{ weight: 50 }, { weight: 50 }]);
});

it('an indicator takes its settings along when it comes and when it goes', () => {
  const grown = addIndicator(draft, [1], { code: 'e', direction: 'less' });
  expect(grown.tree.children[1]).toMatchObject({ children: [{}, { indicator: 'e', weight: 1 }] });
  expect(grown.indicators.at(-1)).toEqual({ code: 'e', direction: 'less' });
  const codes = ({ indicators }: Draft) => indicators.map(({ code }) => code);
  expect(codes(removeAt(draft, [1]))).toEqual(['a', 'b', 'd']);
  expect(codes(removeAt(draft, [0, 1]))).toEqual(['a', 'c']);
});

it('a new node has an indicator, and the points of a budget', () => {
  const budget = setWeighting(draft, 'budget');
  const order = { code: 'three', indicator: { code: 'e', direction: 'more' as const } };
  expect(addNode(budget, [], order).tree.children[2]).toEqual({
    code: 'three',
    weight: 0,
    children: [{ indicator: 'e', weight: 100 }],
  });
  expect(freeCode(draft, 'one')).toBe('one-2');
});

it('moves among siblings and to other nodes, never under itself', () => {
  expect(moveBy(draft, [0, 0], 1).tree.children[0]).toMatchObject({
    children: [{ indicator: 'b' }, { indicator: 'a' }],
  });
  expect(moveBy(draft, [0, 0], -1)).toEqual(draft);
  const moved = moveTo(draft, [0, 0], 'two');
  expect(leavesOf(moved.tree)).toEqual(['b', 'c', 'a']);
  expect(moveTo(draft, [0], 'one')).toEqual(draft);
});

it('a setting that is undefined is left out', () => {
  const named = setNode(draft, [0], { names: { en: 'One' } });
  expect(setNode(named, [0], { names: undefined }).tree).toEqual(draft.tree);
});
