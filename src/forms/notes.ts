import { PUBLICATION } from './common-sections';
import type { Forms, ItemForms } from './form';

export const notesForms: Forms = {
  'api::notes.synthesis-note': {
    list: ['title', 'reference', 'theme', 'originalLocale', 'updatedAt'],
    sort: 'updatedAt:DESC',
    sections: {
      identity: ['title:8 theme:4'],
      elected: ['electedSummary'],
      content: ['mainText', 'primers'],
      links: ['sources experiences'],
      publication: PUBLICATION,
    },
    hidden: ['reading'],
  },
};

export const notesItems: ItemForms = {
  'notes.elected-summary': {
    title: 'headline',
    rows: ['headline', 'keyMessage1 keyMessage2 keyMessage3', 'decision cost'],
  },
  'notes.primer': { title: 'term', rows: ['term:8 code:4', 'text'] },
};
