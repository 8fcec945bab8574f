import { NAMES, PUBLICATION, perLanguage, RECORD, TECHNICAL } from './common-sections';
import type { Forms, ItemForms } from './form';

export const hubForms: Forms = {
  'api::hub.application': {
    list: ['reference', 'call', 'lead', 'state', 'updatedAt'],
    sort: 'updatedAt:DESC',
    sections: {
      identity: ['call idea', 'lead partners', 'state initiative'],
      budget: ['amounts'],
      technical: RECORD,
    },
  },
  'api::hub.funding-call': {
    list: ['title', 'identifier', 'programme', 'state', 'openingDate', 'nextDeadline', 'updatedAt'],
    sort: 'nextDeadline:DESC',
    sections: {
      identity: [
        'title',
        'summary:12',
        'source identifier',
        'sourceUrl:8 sourceStatus:4',
        'programme:12',
      ],
      dates: [
        'state nextDeadline',
        'openingDate deadlineModel',
        'deadlines',
        'deadlineTexts',
        'timeline',
      ],
      budget: ['budgetTotal currency coFinancingRate', 'budgetMin budgetMax'],
      audience: ['description', 'eligibility', 'strata', 'perimeter:12'],
      links: ['themes priorities', 'typesOfAction'],
      outcome: ['outcome'],
      publication: PUBLICATION,
    },
    readOnly: ['state', 'nextDeadline'],
    hidden: ['opensAt', 'closesAt', 'cutoffs'],
  },
  'api::hub.programme': {
    list: ['name', 'fund', 'periodStart', 'periodEnd', 'management', 'updatedAt'],
    sort: 'name:ASC',
    pageSize: 50,
    sections: {
      names: NAMES,
      identity: ['fund management', 'periodStart periodEnd', 'authorityCode website'],
      perimeter: ['perimeter:12', 'rates'],
      sources: ['sources'],
      technical: TECHNICAL,
    },
  },
  'api::hub.project-idea': {
    list: ['title', 'owner', 'priority', 'call', 'originalLocale', 'updatedAt'],
    sort: 'updatedAt:DESC',
    sections: {
      identity: ['title', 'need', 'seeks', 'owner priority call'],
      publication: PUBLICATION,
    },
  },
  'api::hub.steering-decision': {
    list: ['title', 'group', 'owner', 'due', 'state', 'updatedAt'],
    sort: 'due:ASC',
    sections: {
      identity: ['title', 'group owner', 'priority due state'],
      technical: RECORD,
    },
  },
  'api::hub.strategic-priority': {
    list: ['name', 'reference', 'updatedAt'],
    sort: 'name:ASC',
    sections: {
      names: NAMES,
      texts: perLanguage('text'),
      sources: ['sources'],
      technical: TECHNICAL,
    },
  },
};

export const hubItems: ItemForms = {
  'hub.application-amounts': {
    title: 'currency',
    rows: ['total requested', 'granted currency'],
  },
  'hub.call-outcome': { rows: ['applications selected reserve', 'requested amount'] },
  'hub.deadline': { rows: ['dateTime timezone', 'stage code'] },
  'hub.deadline-text': { title: 'label', rows: ['label:8 code:4'] },
  'hub.rate': { title: 'category', rows: ['category:6 percent:3 code:3'] },
  'hub.timeline-event': { title: 'event', rows: ['event', 'date code'] },
};
