import { PUBLICATION, perLanguage, RECORD } from './common-sections';
import type { Forms, ItemForms } from './form';

export const irisForms: Forms = {
  'api::iris.initiative': {
    list: ['title', 'reference', 'stage', 'quality', 'reviewDueAt', 'updatedAt', 'owner'],
    sort: 'updatedAt:DESC',
    sections: {
      identity: [
        'title',
        'strap',
        'summary:12',
        'stage startDate endDate',
        'owner partners',
        'territories themes',
        'programme website',
        'image files',
        'imageAlt imageCredit',
      ],
      story: [
        'context',
        'problem',
        'objectives',
        'solution',
        'users',
        'participation',
        'innovation',
        'organisation',
        'technologies',
      ],
      costs: ['costs', 'costTexts', 'funding', 'costsComplete'],
      evidence: ['evidence', 'evidenceTexts'],
      reflection: [
        'challenges',
        'failures',
        'lessons',
        'whyStopped',
        'conditionsForSuccess',
        'successFactors',
      ],
      transferability: [
        'replicableComponents',
        'replicableComponentTexts',
        'prerequisites',
        'contextFit',
        'transferCriteria',
        'transferCriterionTexts',
      ],
      method: ['quality:12', 'reviewedAt reviewDueAt', 'sources'],
      publication: PUBLICATION,
    },
  },
  'api::iris.interview': {
    list: ['reference', 'initiative', 'date', 'mode', 'interviewer', 'consent', 'updatedAt'],
    sort: 'date:DESC',
    sections: {
      meeting: [
        'initiative questionnaire',
        'date durationMinutes mode',
        'interviewer interviewee',
        'language consent',
      ],
      answers: ['answers'],
      approval: ['ownerApproval'],
      technical: RECORD,
    },
  },
  'api::iris.questionnaire': {
    list: ['title', 'reference', 'version', 'targetMinutes', 'updatedAt'],
    sort: 'title:ASC',
    sections: {
      identity: ['title', 'version targetMinutes'],
      sections: ['sections', 'sectionTexts'],
      questions: ['questions', 'questionTexts'],
      publication: PUBLICATION,
    },
  },
  'api::iris.transfer': {
    list: ['reference', 'source', 'targetTerritory', 'kind', 'state', 'year', 'updatedAt'],
    sort: 'year:DESC',
    sections: {
      identity: [
        'source targetTerritory',
        'kind state year',
        'components',
        'targetInitiative landedInProgramme',
      ],
      adaptations: perLanguage('adaptations'),
      sources: ['sources'],
      technical: RECORD,
    },
  },
};

export const irisItems: ItemForms = {
  'iris.answer': {
    title: 'question',
    rows: ['questionCode', 'answer', 'confidential'],
    hidden: ['code', 'question'],
  },
  'iris.context-fit': { rows: ['minPopulation maxPopulation outermostOk', 'strata'] },
  'iris.cost': { title: 'category', rows: ['kind category', 'amount currency year', 'code'] },
  'iris.cost-text': { title: 'label', rows: ['label:8 code:4'] },
  'iris.evidence': { rows: ['baseline value unit', 'date level', 'code'] },
  'iris.evidence-text': { title: 'indicator', rows: ['indicator:8 code:4', 'method:12'] },
  'iris.funding': { rows: ['funder programme', 'amount currency code'] },
  'iris.owner-approval': {
    rows: ['state by', 'at withdrawnAt', 'comment:12'],
    readOnly: ['withdrawnAt', 'comment'],
    hidden: ['hash'],
  },
  'iris.question': { rows: ['section mapsTo', 'required code'] },
  'iris.question-text': { title: 'text', rows: ['text:12', 'hint:8 code:4'] },
  'iris.questionnaire-section': { rows: ['minutes code'] },
  'iris.questionnaire-section-text': { title: 'heading', rows: ['heading:8 code:4'] },
  'iris.replicable-component': {
    rows: ['kind licence', 'effortDays cost currency', 'file code'],
  },
  'iris.replicable-component-text': { title: 'name', rows: ['name:8 code:4', 'whatToAdapt:12'] },
  'iris.success-factor': { title: 'text', rows: ['text:12', 'code'] },
  'iris.transfer-criterion': { rows: ['score knockOut code'] },
  'iris.transfer-criterion-text': { title: 'name', rows: ['name:8 code:4', 'justification:12'] },
};
