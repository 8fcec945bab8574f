import type { SearchType } from '../plugins/search/shared/contracts';
import { itemsOf, secondsOf, textOf, textsOf } from '../plugins/search/shared/read-entry';
import { named, namesOf, territory, theme, translated, withAbove } from './helpers';

const KEPT = ['reference', 'slug', 'title', 'access', 'isSample'];

const study: SearchType = {
  uid: 'api::studies.study',
  type: 'study',
  originalLocale: 'originalLocale',
  fields: [...KEPT, 'summary', 'question', 'stateOfTheArt', 'watch'],
  populate: {
    replicableElements: { fields: ['name', 'text'] },
    successFactors: { fields: ['text'] },
    scenarios: { fields: ['name', 'description', 'hypotheses', 'risks'] },
    recommendations: { fields: ['text', 'addressee'] },
  },
  filterable: ['isSample'],
  project: ({ entry }) => {
    const texts = (list: string, keys: string[]) =>
      itemsOf(entry, list).flatMap((item) => textsOf(item, keys));
    return {
      ...translated(entry, 'title'),
      summary: textOf(entry, 'summary') ?? textOf(entry, 'question'),
      texts: [
        ...textsOf(entry, ['question', 'stateOfTheArt', 'watch']),
        ...texts('replicableElements', ['name', 'text']),
        ...texts('successFactors', ['text']),
        ...texts('scenarios', ['name', 'description', 'hypotheses', 'risks']),
        ...texts('recommendations', ['text', 'addressee']),
      ],
      attributes: { isSample: entry.isSample === true },
    };
  },
};

const ELECTED = ['headline', 'keyMessage1', 'keyMessage2', 'keyMessage3', 'decision', 'cost'];

const synthesisNote: SearchType = {
  uid: 'api::notes.synthesis-note',
  type: 'synthesis-note',
  originalLocale: 'originalLocale',
  fields: [...KEPT, 'mainText'],
  populate: {
    theme,
    electedSummary: { fields: ELECTED },
    primers: { fields: ['term', 'text'] },
  },
  filterable: ['themes', 'isSample'],
  facets: ['themes'],
  project: ({ entry, locale }) => {
    const themes = itemsOf(entry, 'theme');
    const [elected = {}] = itemsOf(entry, 'electedSummary');
    return {
      ...translated(entry, 'title'),
      summary: textOf(elected, 'headline'),
      names: namesOf(themes, locale),
      texts: [
        ...textsOf(elected, ELECTED.slice(1)),
        ...textsOf(entry, ['mainText']),
        ...itemsOf(entry, 'primers').flatMap((item) => textsOf(item, ['term', 'text'])),
      ],
      attributes: { themes: withAbove(themes, 'broader'), isSample: entry.isSample === true },
    };
  },
};

const regionalAnalysis: SearchType = {
  uid: 'api::analyses.regional-analysis',
  type: 'regional-analysis',
  originalLocale: 'originalLocale',
  fields: [...KEPT, 'summary', 'periodStart', 'periodEnd'],
  populate: {
    territory,
    comparedWith: named,
    sections: { fields: ['text', 'strengths', 'weaknesses'] },
  },
  filterable: ['territories', 'isSample', 'start', 'end'],
  sortable: ['start', 'end'],
  facets: ['territories'],
  project: ({ entry, locale }) => {
    const territories = itemsOf(entry, 'territory');
    return {
      ...translated(entry, 'title'),
      names: namesOf([...territories, ...itemsOf(entry, 'comparedWith')], locale),
      texts: itemsOf(entry, 'sections').flatMap((item) =>
        textsOf(item, ['text', 'strengths', 'weaknesses']),
      ),
      attributes: {
        territories: withAbove(territories, 'parent'),
        isSample: entry.isSample === true,
        start: secondsOf(entry, 'periodStart'),
        end: secondsOf(entry, 'periodEnd'),
      },
    };
  },
};

/** What OTeN writes from the initiatives: studies, notes and regional analyses. */
export const writingTypes: readonly SearchType[] = [study, synthesisNote, regionalAnalysis];
