import { PUBLICATION, RECORD } from './common-sections';
import type { Forms, ItemForms } from './form';

export const academyForms: Forms = {
  'api::academy.registration': {
    list: ['name', 'session', 'organisation', 'stratum', 'state', 'createdAt'],
    sort: 'createdAt:DESC',
    pageSize: 50,
    sections: {
      identity: ['session state', 'name email', 'organisation stratum'],
      consent: ['consents'],
      technical: RECORD,
    },
  },
  'api::academy.seminar': {
    list: ['title', 'reference', 'series', 'level', 'themes', 'updatedAt'],
    sort: 'title:ASC',
    sections: {
      identity: ['title', 'summary:12', 'series level free', 'themes programme'],
      audience: ['strata'],
      content: ['objectives', 'method', 'syllabus'],
      publication: PUBLICATION,
    },
  },
  'api::academy.session': {
    list: ['title', 'startsAt', 'mode', 'venue', 'capacity', 'state', 'updatedAt'],
    sort: 'startsAt:DESC',
    sections: {
      identity: ['title', 'seminar state'],
      place: ['startsAt endsAt', 'timezone mode', 'venue onlineUrl', 'languages'],
      registration: ['registrationOpensAt registrationClosesAt', 'capacity:12', 'quotas'],
      people: ['experts materials'],
      publication: PUBLICATION,
    },
  },
};

export const academyItems: ItemForms = {
  'academy.consent': { title: 'purpose', rows: ['purpose', 'given givenAt', 'code'] },
  'academy.quota': { title: 'stratum', rows: ['stratum places code'] },
};
