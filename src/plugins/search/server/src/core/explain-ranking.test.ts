import { describe, expect, it } from 'vitest';
import { explainRanking } from './explain-ranking';

const hit = {
  _rankingScore: 0.91,
  _rankingScoreDetails: {
    exactness: {
      order: 5,
      matchType: 'noExactMatch',
      matchingWords: 1,
      maxMatchingWords: 2,
      score: 0.33,
    },
    words: { order: 0, matchingWords: 2, maxMatchingWords: 3, score: 0.66 },
    typo: { order: 1, typoCount: 1, maxTypoCount: 3, score: 0.75 },
    proximity: { order: 2, score: 0.5 },
    attribute: { order: 3, attributeRankingOrderScore: 1, queryWordDistanceScore: 0.9, score: 1 },
    'start:desc': { order: 4, value: 1_700_000_000 },
    '_geoPoint(1, 2):asc': { order: 6, value: [1, 2], distance: 1_500 },
    vectorSort: { order: 7, similarity: 0.4 },
    skipped: { order: 8 },
  },
  _matchesPosition: { summary: [{ start: 0, length: 3 }], title: [{ start: 0, length: 3 }] },
};

describe('explainRanking', () => {
  it('tells the rules in the order in which they decide', () => {
    expect(explainRanking({ hit })).toEqual({
      score: 0.91,
      rules: [
        { rule: 'words', score: 0.66, found: 2, asked: 3 },
        { rule: 'typo', score: 0.75, typos: 1 },
        { rule: 'proximity', score: 0.5 },
        { rule: 'attribute', score: 1 },
        { rule: 'sort', attribute: 'start', descending: true, value: 1_700_000_000 },
        { rule: 'exactness', score: 0.33, match: 'words', found: 1, asked: 2 },
        { rule: 'distance', metres: 1_500 },
        { rule: 'other', name: 'vectorSort', score: null },
        { rule: 'other', name: 'skipped', score: null },
      ],
      foundIn: ['title', 'summary'],
    });
  });

  it('finds where the words are in the index of every locale', () => {
    const across = { _matchesPosition: { 'texts.el.title': [{ start: 0, length: 3 }] } };
    expect(explainRanking({ hit: across, locale: 'el' }).foundIn).toEqual(['title']);
    expect(explainRanking({ hit: across, locale: 'fr' }).foundIn).toEqual([]);
  });

  it('explains nothing where the engine told nothing', () => {
    expect(explainRanking({ hit: {} })).toEqual({ score: 0, rules: [], foundIn: [] });
  });
});
