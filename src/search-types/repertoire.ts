import type { Entry, SearchType } from '../plugins/search/shared/contracts';
import { itemsOf, secondsOf, textOf, textsOf } from '../plugins/search/shared/read-entry';
import { NAMED, namesOf, references, territory, theme, translated, withAbove } from './helpers';

const KEPT = ['reference', 'slug', 'title', 'access', 'isSample'];

const keywordsOf = (entry: Entry): string[] =>
  Array.isArray(entry.keywords) ? entry.keywords.filter((word) => typeof word === 'string') : [];

const dataset: SearchType = {
  uid: 'api::repertoire.dataset',
  type: 'dataset',
  originalLocale: 'originalLocale',
  fields: [
    ...KEPT,
    'description',
    'identifier',
    'keywords',
    'landingPage',
    'temporalStart',
    'temporalEnd',
  ],
  populate: {
    themes: theme,
    spatial: territory,
    publisher: { fields: [...NAMED, 'acronym'] },
    repertoireTexts: { fields: ['object', 'reuseConditions'] },
    distributions: { fields: ['format'] },
    distributionTexts: { fields: ['title', 'description'] },
  },
  filterable: ['themes', 'territories', 'publisher', 'isSample', 'start', 'end'],
  sortable: ['start', 'end'],
  facets: ['themes', 'territories', 'publisher'],
  project: ({ entry, locale }) => {
    const themes = itemsOf(entry, 'themes');
    const spatial = itemsOf(entry, 'spatial');
    const publisher = itemsOf(entry, 'publisher');
    const [texts = {}] = itemsOf(entry, 'repertoireTexts');
    return {
      ...translated(entry, 'title'),
      summary: textOf(texts, 'object'),
      url: textOf(entry, 'landingPage'),
      names: [
        ...keywordsOf(entry),
        ...namesOf([...publisher, ...spatial, ...themes], locale),
        ...publisher.flatMap((one) => textsOf(one, ['acronym'])),
        ...textsOf(entry, ['identifier']),
        ...itemsOf(entry, 'distributions').flatMap((one) => textsOf(one, ['format'])),
      ],
      texts: [
        ...textsOf(entry, ['description']),
        ...textsOf(texts, ['reuseConditions']),
        ...itemsOf(entry, 'distributionTexts').flatMap((one) =>
          textsOf(one, ['title', 'description']),
        ),
      ],
      attributes: {
        themes: withAbove(themes, 'broader'),
        territories: withAbove(spatial, 'parent'),
        publisher: references(publisher),
        isSample: entry.isSample === true,
        start: secondsOf(entry, 'temporalStart'),
        end: secondsOf(entry, 'temporalEnd'),
      },
    };
  },
};

const harvestSource: SearchType = {
  uid: 'api::repertoire.harvest-source',
  type: 'harvest-source',
  fields: ['reference', 'url', 'protocol', 'isSample'],
  populate: { publisher: { fields: [...NAMED, 'acronym'] } },
  filterable: ['publisher', 'isSample'],
  project: ({ entry, locale }) => {
    const publisher = itemsOf(entry, 'publisher');
    return {
      title: [namesOf(publisher, locale)[0], textOf(entry, 'url')]
        .filter((part) => part !== undefined)
        .join(' · '),
      reference: textOf(entry, 'reference'),
      url: textOf(entry, 'url'),
      names: [...namesOf(publisher, locale), ...textsOf(entry, ['protocol'])],
      attributes: { publisher: references(publisher), isSample: entry.isSample === true },
    };
  },
};

const obligation: SearchType = {
  uid: 'api::repertoire.obligation',
  type: 'obligation',
  originalLocale: 'originalLocale',
  fields: [...KEPT, 'text', 'article', 'who', 'deadline'],
  filterable: ['isSample'],
  project: ({ entry }) => ({
    ...translated(entry, 'title'),
    summary: textOf(entry, 'who'),
    names: textsOf(entry, ['article']),
    texts: textsOf(entry, ['text', 'deadline']),
    attributes: { isSample: entry.isSample === true },
  }),
};

const practice: SearchType = {
  uid: 'api::repertoire.practice',
  type: 'practice',
  originalLocale: 'originalLocale',
  fields: [...KEPT, 'summary', 'body'],
  populate: { organisation: { fields: [...NAMED, 'acronym'] } },
  filterable: ['isSample'],
  project: ({ entry, locale }) => {
    const organisations = itemsOf(entry, 'organisation');
    return {
      ...translated(entry, 'title'),
      names: [
        ...namesOf(organisations, locale),
        ...organisations.flatMap((one) => textsOf(one, ['acronym'])),
      ],
      texts: textsOf(entry, ['body']),
      attributes: { isSample: entry.isSample === true },
    };
  },
};

const guideChapter: SearchType = {
  uid: 'api::repertoire.guide-chapter',
  type: 'guide-chapter',
  originalLocale: 'originalLocale',
  fields: [...KEPT, 'summary', 'body'],
  filterable: ['isSample'],
  project: ({ entry }) => ({
    ...translated(entry, 'title'),
    texts: textsOf(entry, ['body']),
    attributes: { isSample: entry.isSample === true },
  }),
};

/** The repertoire of public data and its guide. */
export const repertoireTypes: readonly SearchType[] = [
  dataset,
  harvestSource,
  obligation,
  practice,
  guideChapter,
];
