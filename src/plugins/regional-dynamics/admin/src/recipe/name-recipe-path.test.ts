import { expect, it } from 'vitest';
import type { TextKey } from '../use-text';
import { codeOf, type Draft, isLeaf } from './draft';
import { nameRecipePath } from './name-recipe-path';

const draft: Draft = {
  code: 'x',
  indicators: [{ code: 'a' }, { code: 'b' }],
  tree: {
    code: 'top',
    children: [
      { indicator: 'a' },
      { code: 'skills', names: { fr: 'Compétences' }, children: [{ indicator: 'b' }] },
    ],
  },
};

const named = (...path: (string | number)[]) =>
  nameRecipePath(path, {
    draft,
    nameOf: (child) =>
      isLeaf(child) ? `<${child.indicator}>` : (child.names?.fr ?? codeOf(child)),
    text: (key: TextKey) => `[${key}]`,
  });

it('names the node or the indicator, then the setting by its label', () => {
  expect(named('indicators', 1, 'goalposts')).toBe('<b> › [indicator.goalposts]');
  expect(named('tree', 'children', 1, 'code')).toBe('Compétences › [tree.code]');
  expect(named('tree', 'children', 1, 'children', 0, 'weight')).toBe('<b> › [tree.weight]');
  expect(named('tree', 'children')).toBe('top › [tree.children]');
  expect(named('tree', 'children', 1, 'children')).toBe('Compétences › [tree.children]');
  expect(named('imputation', 'steps', 0, 'maxCarryYears')).toBe(
    '[recipe.imputation] › [imputation.steps] › 1 › [imputation.maxCarryYears]',
  );
  expect(named('screening', 'minAvailability')).toBe('[recipe.minAvailability]');
  expect(named('uncertainty', 'winmax', 2)).toBe('[recipe.uncertainty] › [treatment.winmax] › 3');
  expect(named('unforeseen')).toBe('unforeseen');
});
