import { NAMES, PUBLICATION, perLanguage, TECHNICAL } from './common-sections';
import type { Forms } from './form';

export const observatoryForms: Forms = {
  'api::observatory.glossary-term': {
    list: ['term', 'reference', 'originalLocale', 'updatedAt'],
    sort: 'term:ASC',
    pageSize: 50,
    sections: {
      content: ['term', 'plainDefinition:12', 'expertDefinition', 'sources'],
      publication: PUBLICATION,
    },
  },
  'api::observatory.organisation': {
    list: ['name', 'acronym', 'stratum', 'territory', 'reference', 'updatedAt'],
    sort: 'name:ASC',
    pageSize: 50,
    sections: {
      names: NAMES,
      identity: ['acronym stratum', 'legalType siret', 'territory website'],
      missions: ['missionsFr missionsEn', 'missionsEl missionsPt', 'missionsEs missionsPl'],
      actorSheet: perLanguage('actorSheet'),
      sources: ['sources'],
      technical: TECHNICAL,
    },
  },
  'api::observatory.person': {
    list: ['name', 'organisation', 'consent', 'publicRole', 'updatedAt'],
    sort: 'name:ASC',
    pageSize: 50,
    sections: {
      identity: ['name organisation', 'nativeLocale:12', 'languages'],
      consent: ['consent publicRole'],
      contact: ['email phone'],
      roles: ['roleFr roleEn', 'roleEl rolePt', 'roleEs rolePl'],
      biographies: perLanguage('bio'),
      technical: TECHNICAL,
    },
  },
  'api::observatory.project': {
    list: ['title', 'kind', 'parent', 'lead', 'periodStart', 'updatedAt'],
    sort: 'title:ASC',
    sections: {
      identity: ['title', 'kind periodStart periodEnd', 'summary:12'],
      story: ['body'],
      actors: ['lead parent', 'funders:12'],
      sources: ['sources'],
      publication: PUBLICATION,
    },
  },
  'api::observatory.territory': {
    list: ['name', 'level', 'nutsCode', 'parent', 'population', 'inPerimeter', 'updatedAt'],
    sort: 'name:ASC',
    pageSize: 50,
    sections: {
      names: [...NAMES, 'unverifiedNames'],
      identity: ['level parent', 'outermost inPerimeter'],
      codes: ['nutsCode nutsVersion', 'nutsHistory', 'inseeCode siren'],
      figures: ['population populationYear', 'latitude longitude'],
      history: ['validFrom validTo replacedBy'],
      sources: ['sources'],
      technical: TECHNICAL,
    },
  },
  'api::observatory.theme': {
    list: ['name', 'broader', 'euDataTheme', 'reference', 'updatedAt'],
    sort: 'name:ASC',
    pageSize: 50,
    sections: {
      names: NAMES,
      links: ['broader euDataTheme', 'uri'],
      sources: ['sources'],
      technical: TECHNICAL,
    },
  },
  'api::observatory.watch-item': {
    list: ['title', 'date', 'themes', 'originalLocale', 'updatedAt'],
    sort: 'date:DESC',
    sections: {
      content: ['title', 'url:8 date:4', 'summary:12', 'themes'],
      publication: PUBLICATION,
    },
  },
};
