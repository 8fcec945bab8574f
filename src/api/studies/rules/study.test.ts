import { describe, expect, it } from 'vitest';
import type { Row, Violation } from '../../../rules/violation';
import { onPublishStudy, onSaveStudy } from './study';

const broken = (violations: Violation[]) =>
  violations.map(({ path, name }) => `${path.join('.')} ${name}`);

const facts = { initiatives: new Set(['IRIS-2006-0001']) };

const study: Row = {
  title: 'T',
  summary: 'S',
  question: 'Q',
  stateOfTheArt: 'A',
  experiences: [{ documentId: 'one' }],
  replicableElements: [{ code: 'e', name: 'E' }],
  factorSources: [{ code: 'a', initiatives: ['IRIS-2006-0001'] }],
  successFactors: [{ code: 'a', text: 'A' }],
  scenarios: [
    { code: 'one', name: 'One', description: '1', factors: ['a'] },
    { code: 'two', name: 'Two', description: '2' },
  ],
  recommendations: [{ code: 'r', text: 'R', factors: ['a'] }],
};

describe('a study', () => {
  it('is a whole chain, from experiences to recommendations', () => {
    expect(onSaveStudy({ row: study, facts })).toEqual([]);
    expect(onPublishStudy({ row: study })).toEqual([]);
  });

  it('cites known initiatives and known factors', () => {
    const row = {
      ...study,
      factorSources: [{ code: 'a', initiatives: ['IRIS-2006-0001', 'IRIS-2006-0002'] }],
      scenarios: [{ factors: ['b'] }],
      recommendations: [{ factors: ['a'] }, { factors: ['a', 'c'] }],
    };
    expect(broken(onSaveStudy({ row, facts }))).toEqual([
      'factorSources.0.initiatives.1 known-initiative',
      'scenarios.0.factors.0 known-factor',
      'recommendations.1.factors.1 known-factor',
    ]);
  });

  it('may cite a factor that its translation has no text for yet', () => {
    expect(onSaveStudy({ row: { ...study, successFactors: [] }, facts })).toEqual([]);
  });

  it('is published only with two scenarios and every step cited', () => {
    const row = {
      ...study,
      factorSources: [{ code: 'a', initiatives: [] }],
      successFactors: [{ code: 'a' }],
      scenarios: [{ name: 'One', description: '1' }],
      recommendations: [{ text: 'R', factors: [] }],
    };
    expect(broken(onPublishStudy({ row }))).toEqual([
      'scenarios two-scenarios',
      'successFactors.0.text required',
      'factorSources.0.initiatives factor-cites-initiative',
      'recommendations.0.factors recommendation-cites-factor',
    ]);
  });
});
