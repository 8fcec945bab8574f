import { expect, it } from 'vitest';
import { namesNeeded, toFacets } from './to-facets';

const settings = {
  themes: { namedBy: 'theme' },
  stage: { names: { pilot: { fr: 'Expérimentation', en: 'Pilot' }, idea: { fr: 'Idée' } } },
};
const distribution = {
  themes: { A: 1, B: 3, C: 1 },
  stage: { idea: 1, pilot: 1, constructor: 1 },
  locale: { el: 2 },
};

it('says whose titles it needs', () => {
  expect(namesNeeded({ distribution, settings })).toEqual(new Map([['theme', ['A', 'B', 'C']]]));
});

it('counts with names in the asked language, the most frequent first', () => {
  const titles = new Map([
    [
      'theme',
      new Map([
        ['A', 'Éducation'],
        ['B', 'Ville'],
        ['C', 'Eau'],
      ]),
    ],
  ]);
  const facetsIn = (locale: string) =>
    toFacets({
      distribution,
      asked: ['themes', 'stage', 'locale', 'level'],
      settings,
      titles,
      locale,
      defaultLocale: 'fr',
    });
  expect(facetsIn('fr')).toEqual({
    themes: [
      { value: 'B', label: 'Ville', count: 3 },
      { value: 'C', label: 'Eau', count: 1 },
      { value: 'A', label: 'Éducation', count: 1 },
    ],
    stage: [
      { value: 'constructor', label: 'constructor', count: 1 },
      { value: 'pilot', label: 'Expérimentation', count: 1 },
      { value: 'idea', label: 'Idée', count: 1 },
    ],
    locale: [{ value: 'el', label: 'grec', count: 2 }],
    level: [],
  });
  const english = facetsIn('en').stage?.map(({ label }) => label);
  expect(english).toEqual(['constructor', 'Idée', 'Pilot']);
});
