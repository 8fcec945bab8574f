import { PUBLICATION } from './common-sections';
import type { Forms, ItemForms } from './form';

export const studiesForms: Forms = {
  'api::studies.study': {
    list: ['title', 'reference', 'experts', 'originalLocale', 'updatedAt'],
    sort: 'updatedAt:DESC',
    sections: {
      identity: ['title', 'summary:12', 'question:12'],
      research: ['stateOfTheArt', 'experiences experts', 'watch'],
      findings: ['replicableElements', 'successFactors', 'factorSources'],
      outlook: ['scenarios', 'recommendations', 'files'],
      publication: PUBLICATION,
    },
  },
};

export const studiesItems: ItemForms = {
  'studies.recommendation': {
    title: 'text',
    rows: ['text:12', 'addressee horizon', 'factors', 'code'],
  },
  'studies.replicable-element': { title: 'name', rows: ['name:8 code:4', 'text'] },
  'studies.scenario': {
    title: 'name',
    rows: ['name:8 code:4', 'description', 'hypotheses risks', 'factors'],
  },
  'studies.success-factor': { rows: ['code', 'initiatives'] },
  'studies.success-factor-text': { title: 'text', rows: ['text:12', 'code'] },
};
