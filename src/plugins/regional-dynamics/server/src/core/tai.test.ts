import { describe, expect, it } from 'vitest';
import { taiObservations, taiRanks, taiRecipe } from './fixtures/tai';
import { score } from './score';

describe('the Technology Achievement Index, OECD/JRC Handbook 2008', () => {
  it.each(['equal', 'budget', 'geometric'] as const)('%s: 23 of 23 published ranks', (which) => {
    const scored = score({ recipe: taiRecipe(which), observations: taiObservations() });
    const ranks = scored.ranks.at(-1);
    const computed = scored.table.rows.map(({ unit }, row) => [unit, ranks?.[row]]);
    expect(Object.fromEntries(computed)).toEqual(Object.fromEntries(taiRanks(which)));
  });
});
