import { PUBLICATION } from './common-sections';
import type { Forms, ItemForms } from './form';

export const analysesForms: Forms = {
  'api::analyses.regional-analysis': {
    list: ['title', 'territory', 'periodStart', 'reference', 'originalLocale', 'updatedAt'],
    sort: 'updatedAt:DESC',
    sections: {
      identity: ['title', 'territory periodStart periodEnd', 'summary:12'],
      content: ['sections', 'sectionSources'],
      comparison: ['comparedWith edition'],
      publication: PUBLICATION,
    },
  },
};

export const analysesItems: ItemForms = {
  'analyses.section': { rows: ['code', 'initiatives', 'programmes'] },
  'analyses.section-text': { rows: ['code', 'text', 'strengths', 'weaknesses'] },
};
