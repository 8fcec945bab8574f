import { PUBLICATION, RECORD } from './common-sections';
import type { Forms, ItemForms } from './form';

export const repertoireForms: Forms = {
  'api::repertoire.dataset': {
    list: ['title', 'publisher', 'workflow', 'accessRights', 'modified', 'updatedAt'],
    sort: 'updatedAt:DESC',
    sections: {
      identity: ['title', 'description', 'publisher workflow', 'themes spatial', 'keywords'],
      law: ['accessRights legalLimit personalData', 'repertoireEntry', 'repertoireTexts'],
      files: ['distributions', 'distributionTexts'],
      details: [
        'temporalStart temporalEnd frequency',
        'issued modified',
        'identifier landingPage',
        'conformsTo hvdCategory',
      ],
      publication: PUBLICATION,
    },
  },
  'api::repertoire.guide-chapter': {
    list: ['position', 'title', 'level', 'axis', 'originalLocale', 'updatedAt'],
    sort: 'position:ASC',
    pageSize: 50,
    sections: {
      identity: ['title', 'summary:12', 'level axis position'],
      content: ['body'],
      publication: PUBLICATION,
    },
  },
  'api::repertoire.harvest-source': {
    list: ['reference', 'url', 'publisher', 'protocol', 'schedule', 'updatedAt'],
    sort: 'updatedAt:DESC',
    sections: {
      identity: ['url', 'protocol schedule', 'publisher'],
      lastRun: ['lastRun'],
      technical: RECORD,
    },
    readOnly: ['lastRun'],
  },
  'api::repertoire.obligation': {
    list: ['title', 'article', 'deadline', 'originalLocale', 'updatedAt'],
    sort: 'title:ASC',
    sections: {
      identity: ['title', 'article deadline', 'who:12'],
      content: ['text'],
      publication: PUBLICATION,
    },
  },
  'api::repertoire.practice': {
    list: ['title', 'kind', 'axis', 'organisation', 'originalLocale', 'updatedAt'],
    sort: 'updatedAt:DESC',
    sections: {
      identity: ['title', 'kind axis', 'organisation:12', 'summary:12'],
      content: ['body'],
      publication: PUBLICATION,
    },
  },
  'api::repertoire.self-assessment': {
    list: ['reference', 'organisation', 'obligation', 'state', 'updatedAt'],
    sort: 'updatedAt:DESC',
    sections: {
      identity: ['organisation obligation', 'state', 'evidence'],
      technical: RECORD,
    },
  },
};

export const repertoireItems: ItemForms = {
  'repertoire.distribution': {
    title: 'format',
    rows: ['accessUrl', 'downloadUrl', 'format mediaType', 'licence:6 byteSize:3 code:3'],
  },
  'repertoire.distribution-text': { title: 'title', rows: ['title:8 code:4', 'description:12'] },
  'repertoire.harvest-run': {
    title: 'message',
    rows: ['at outcome', 'found imported', 'message:12'],
  },
  'repertoire.repertoire-entry': { rows: ['createdOn lastUpdate'] },
  'repertoire.repertoire-text': { title: 'object', rows: ['object reuseConditions'] },
};
