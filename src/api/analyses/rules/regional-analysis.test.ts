import { expect, it } from 'vitest';
import { onPublishRegionalAnalysis, onSaveRegionalAnalysis } from './regional-analysis';

const facts = {
  themes: new Set(['THEME-HEALTH']),
  initiatives: new Set(['IRIS-2006-0001']),
  editions: new Set(['dynamics-2018-1']),
};

it('a regional analysis is of themes, initiatives and an edition that exist', () => {
  const row = {
    periodStart: '2007',
    periodEnd: '2007',
    sections: [{ code: 'THEME-HEALTH' }],
    sectionSources: [{ code: 'THEME-HEALTH', initiatives: ['IRIS-2006-0001'] }],
    edition: 'dynamics-2018-1',
  };
  expect(onSaveRegionalAnalysis({ row, facts })).toEqual([]);
  const none = {
    themes: new Set<string>(),
    initiatives: new Set<string>(),
    editions: new Set<string>(),
  };
  expect(
    onSaveRegionalAnalysis({ row, facts: none }).map(
      ({ path, name }) => `${path.join('.')} ${name}`,
    ),
  ).toEqual([
    'sectionSources.0.code section-is-theme',
    'sections.0.code section-is-theme',
    'sectionSources.0.initiatives.0 known-initiative',
    'edition known-edition',
  ]);
});

it('a territory is not compared with itself', () => {
  const crete = [{ documentId: 'crete' }];
  const found = onSaveRegionalAnalysis({ row: { territory: crete, comparedWith: crete }, facts });
  expect(found.map(({ name }) => name)).toEqual(['compared-with-others']);
});

it('each section of a published analysis has a text', () => {
  const row = {
    title: 'T',
    summary: 'S',
    territory: [{ documentId: 'crete' }],
    periodStart: '2007',
    sections: [{ code: 'THEME-HEALTH' }],
  };
  expect(onPublishRegionalAnalysis({ row }).map(({ path }) => path.join('.'))).toEqual([
    'sections.0.text',
  ]);
});
