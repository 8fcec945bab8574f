import { describe, expect, it } from 'vitest';
import type { Row } from '../../../rules/violation';
import { datasetRules } from './dataset';

const broken = async (row: Row, complete = false) => {
  const opened = await datasetRules.open({
    strapi: {} as never,
    documentId: undefined,
    locale: 'fr',
    isOriginal: true,
    stored: null,
    original: null,
    now: new Date('2027-03-01T12:00:00.000Z'),
    row,
  });
  return opened.judge({ row, complete }).map(({ path, name }) => `${path.join('.')} ${name}`);
};

describe('a dataset', () => {
  const dataset: Row = {
    title: 'T',
    description: 'D',
    publisher: [{ documentId: 'p' }],
    themes: [{ documentId: 't' }],
    accessRights: 'public',
    personalData: 'anonymised',
    workflow: 'published',
    distributions: [{ accessUrl: 'https://example.org', licence: 'ODbL-1.0' }],
  };

  it('is complete as it stands', async () => {
    expect(await broken(dataset, true)).toEqual([]);
  });

  it.each(['example.org', 'ftp://example.org', 'https://', 'javascript:alert(1)', 'https://a b'])(
    'is not distributed at %s',
    async (address) => {
      const distributions = [{ accessUrl: address, downloadUrl: address }];
      expect(await broken({ ...dataset, distributions })).toEqual([
        'distributions.0.accessUrl web-address',
        'distributions.0.downloadUrl web-address',
      ]);
    },
  );

  it('is published once approved, each distribution with an address and a licence', async () => {
    expect(
      await broken({ ...dataset, workflow: 'legal-check', distributions: [{}] }, true),
    ).toEqual([
      'distributions.0.accessUrl distribution-has-address',
      'distributions.0.licence required',
      'workflow workflow-approved',
    ]);
  });

  it('keeps to the law', async () => {
    expect(await broken({ ...dataset, accessRights: 'restricted' }, true)).toEqual([
      'legalLimit limit-is-lawful',
    ]);
    expect(await broken({ ...dataset, personalData: 'present' }, true)).toEqual([
      'personalData anonymise-first',
    ]);
  });

  it('has its dates in order', async () => {
    const row = {
      temporalStart: '2010',
      temporalEnd: '2009-12',
      issued: '2020-01-02',
      modified: '2020-01-01',
      repertoireEntry: { createdOn: '2020-01-02', lastUpdate: '2020-01-01' },
    };
    expect(await broken({ ...dataset, ...row })).toEqual([
      'temporalEnd end-after-start',
      'modified end-after-start',
      'repertoireEntry.lastUpdate end-after-start',
    ]);
  });

  it('uses the vocabularies it says it does', async () => {
    const row = { frequency: 'OFTEN', legalLimit: 'L311-7' };
    expect(await broken({ ...dataset, ...row })).toEqual([
      'frequency known-frequency',
      'legalLimit known-limit',
    ]);
  });
});
