import type { SearchType } from '../src/plugins/search/shared/contracts';
import {
  itemsOf,
  numberOf,
  secondsOf,
  textOf,
  textsOf,
} from '../src/plugins/search/shared/read-entry';
import { regionScores, scoreAttributes } from '../src/scores/region-scores';
import { academyTypes } from '../src/search-types/academy';
import {
  accessOf,
  each,
  inLanguage,
  NAMED,
  named,
  namesOf,
  reference,
  references,
  territory,
  theme,
  translated,
  up,
  withAbove,
} from '../src/search-types/helpers';
import { hubTypes } from '../src/search-types/hub';
import { repertoireTypes } from '../src/search-types/repertoire';
import { writingTypes } from '../src/search-types/writings';

/**
 * What search shows of each content type. Only what is named in `fields` and `populate` is ever read,
 * and an entry is indexed again when anything it populates changes.
 */

const STORY = [
  'context',
  'problem',
  'objectives',
  'solution',
  'users',
  'participation',
  'innovation',
  'organisation',
  'challenges',
  'failures',
  'conditionsForSuccess',
  'lessons',
  'prerequisites',
  'whyStopped',
];

const initiative: SearchType = {
  uid: 'api::iris.initiative',
  type: 'initiative',
  originalLocale: 'originalLocale',
  fields: [
    'reference',
    'slug',
    'title',
    'strap',
    'summary',
    'stage',
    'quality',
    'startDate',
    'endDate',
    'access',
    'isSample',
    ...STORY,
  ],
  populate: {
    themes: theme,
    territories: territory,
    owner: { fields: [...NAMED, 'acronym'] },
    partners: { fields: [...NAMED, 'acronym'] },
    programme: named,
    successFactors: { fields: ['text'] },
    replicableComponentTexts: { fields: ['name', 'whatToAdapt'] },
    evidenceTexts: { fields: ['indicator', 'method'] },
  },
  filterable: [
    'themes',
    'territories',
    'owner',
    'programme',
    'stage',
    'quality',
    'isSample',
    'start',
    'end',
  ],
  sortable: ['start', 'end'],
  facets: ['themes', 'territories', 'stage', 'quality', 'programme'],
  project: ({ entry, locale }) => {
    const themes = itemsOf(entry, 'themes');
    const territories = itemsOf(entry, 'territories');
    const owner = itemsOf(entry, 'owner');
    const programme = itemsOf(entry, 'programme');
    const organisations = [...owner, ...itemsOf(entry, 'partners')];
    return {
      ...translated(entry, 'title'),
      summary: textOf(entry, 'summary') ?? textOf(entry, 'strap'),
      names: [
        ...namesOf([...territories, ...organisations, ...themes, ...programme], locale),
        ...organisations.flatMap((organisation) => textsOf(organisation, ['acronym'])),
      ],
      texts: [
        ...textsOf(entry, ['strap', ...STORY]),
        ...itemsOf(entry, 'successFactors').flatMap((item) => textsOf(item, ['text'])),
        ...itemsOf(entry, 'replicableComponentTexts').flatMap((item) =>
          textsOf(item, ['name', 'whatToAdapt']),
        ),
        ...itemsOf(entry, 'evidenceTexts').flatMap((item) =>
          textsOf(item, ['indicator', 'method']),
        ),
      ],
      attributes: {
        themes: withAbove(themes, 'broader'),
        territories: withAbove(territories, 'parent'),
        owner: references(owner),
        programme: references(programme),
        stage: textOf(entry, 'stage'),
        quality: textOf(entry, 'quality'),
        isSample: entry.isSample === true,
        start: secondsOf(entry, 'startDate'),
        end: secondsOf(entry, 'endDate'),
      },
    };
  },
};

const transfer: SearchType = {
  uid: 'api::iris.transfer',
  type: 'transfer',
  fields: ['reference', 'kind', 'year', 'state', 'isSample', ...each('adaptations')],
  populate: {
    source: { fields: ['reference', 'title', 'access'] },
    targetTerritory: territory,
  },
  filterable: ['territories', 'isSample'],
  facets: ['territories'],
  project: ({ entry, locale }) => {
    const [source] = itemsOf(entry, 'source');
    const targets = itemsOf(entry, 'targetTerritory');
    const title = source && textOf(source, 'title');
    if (!source || !title) return null;
    return {
      // A transfer of something that the public cannot read would tell what it is.
      access: accessOf(source),
      title: [title, ...namesOf(targets, locale).slice(0, 1)].join(' → '),
      reference: textOf(entry, 'reference'),
      names: namesOf(targets, locale),
      texts: [inLanguage(entry, 'adaptations', locale) ?? []].flat(),
      attributes: {
        territories: withAbove(targets, 'parent'),
        isSample: entry.isSample === true,
      },
    };
  },
};

const questionnaire: SearchType = {
  uid: 'api::iris.questionnaire',
  type: 'questionnaire',
  originalLocale: 'originalLocale',
  fields: ['reference', 'slug', 'title', 'access'],
  populate: { questionTexts: { fields: ['text'] }, sectionTexts: { fields: ['heading'] } },
  project: ({ entry }) => ({
    ...translated(entry, 'title'),
    texts: [
      ...itemsOf(entry, 'sectionTexts').flatMap((item) => textsOf(item, ['heading'])),
      ...itemsOf(entry, 'questionTexts').flatMap((item) => textsOf(item, ['text'])),
    ],
  }),
};

const project: SearchType = {
  uid: 'api::observatory.project',
  type: 'project',
  originalLocale: 'originalLocale',
  fields: [
    'reference',
    'slug',
    'title',
    'summary',
    'body',
    'kind',
    'periodStart',
    'periodEnd',
    'access',
  ],
  populate: { lead: named, funders: named },
  filterable: ['start', 'end'],
  sortable: ['start', 'end'],
  project: ({ entry, locale }) => ({
    ...translated(entry, 'title'),
    names: namesOf([...itemsOf(entry, 'lead'), ...itemsOf(entry, 'funders')], locale),
    texts: textsOf(entry, ['body']),
    attributes: { start: secondsOf(entry, 'periodStart'), end: secondsOf(entry, 'periodEnd') },
  }),
};

const glossaryTerm: SearchType = {
  uid: 'api::observatory.glossary-term',
  type: 'glossary-term',
  originalLocale: 'originalLocale',
  fields: ['reference', 'slug', 'term', 'plainDefinition', 'expertDefinition', 'access'],
  project: ({ entry }) => ({
    ...translated(entry, 'term'),
    summary: textOf(entry, 'plainDefinition'),
    texts: textsOf(entry, ['expertDefinition']),
  }),
};

const watchItem: SearchType = {
  uid: 'api::observatory.watch-item',
  type: 'watch-item',
  originalLocale: 'originalLocale',
  fields: ['reference', 'slug', 'title', 'summary', 'url', 'date', 'access'],
  populate: { themes: theme },
  filterable: ['themes', 'start'],
  sortable: ['start'],
  facets: ['themes'],
  project: ({ entry, locale }) => {
    const themes = itemsOf(entry, 'themes');
    return {
      ...translated(entry, 'title'),
      url: textOf(entry, 'url'),
      names: namesOf(themes, locale),
      attributes: { themes: withAbove(themes, 'broader'), start: secondsOf(entry, 'date') },
    };
  },
};

const territoryType: SearchType = {
  uid: 'api::observatory.territory',
  type: 'territory',
  fields: [...NAMED, 'slug', 'nutsCode', 'level', 'latitude', 'longitude', 'isSample'],
  populate: { parent: up(4) },
  beside: regionScores,
  filterable: ['territories', 'level', 'isSample', 'score', 'rank', 'edition'],
  sortable: ['score'],
  facets: ['level'],
  project: ({ entry, locale }) => {
    const lat = numberOf(entry, 'latitude');
    const lng = numberOf(entry, 'longitude');
    return {
      ...reference(entry, locale),
      names: [...namesOf([entry], locale), ...textsOf(entry, ['nutsCode'])],
      geo: lat !== undefined && lng !== undefined ? { lat, lng } : undefined,
      attributes: {
        territories: withAbove([entry], 'parent'),
        level: textOf(entry, 'level'),
        isSample: entry.isSample === true,
        ...scoreAttributes(entry),
      },
    };
  },
};

const organisation: SearchType = {
  uid: 'api::observatory.organisation',
  type: 'organisation',
  fields: [
    ...NAMED,
    'slug',
    'acronym',
    'stratum',
    'isSample',
    ...each('missions'),
    ...each('actorSheet'),
  ],
  populate: { territory },
  filterable: ['territories', 'stratum', 'isSample'],
  facets: ['territories', 'stratum'],
  project: ({ entry, locale }) => {
    const territories = itemsOf(entry, 'territory');
    return {
      ...reference(entry, locale),
      summary: inLanguage(entry, 'missions', locale),
      names: [...textsOf(entry, ['name', 'acronym']), ...namesOf(territories, locale)],
      texts: [inLanguage(entry, 'actorSheet', locale) ?? []].flat(),
      attributes: {
        territories: withAbove(territories, 'parent'),
        stratum: textOf(entry, 'stratum'),
        isSample: entry.isSample === true,
      },
    };
  },
};

const person: SearchType = {
  uid: 'api::observatory.person',
  type: 'person',
  fields: ['reference', 'slug', 'name', 'consent', 'publicRole', ...each('role'), ...each('bio')],
  populate: { organisation: named },
  project: ({ entry, locale }) =>
    entry.consent === true && entry.publicRole === true
      ? {
          title: textOf(entry, 'name') ?? '',
          summary: inLanguage(entry, 'role', locale),
          slug: textOf(entry, 'slug'),
          reference: textOf(entry, 'reference'),
          names: namesOf(itemsOf(entry, 'organisation'), locale),
          texts: [inLanguage(entry, 'bio', locale) ?? []].flat(),
        }
      : null,
};

const themeType: SearchType = {
  uid: 'api::observatory.theme',
  type: 'theme',
  fields: [...NAMED, 'slug'],
  populate: { broader: theme },
  filterable: ['themes'],
  project: ({ entry, locale }) => ({
    ...reference(entry, locale),
    names: namesOf([entry], locale),
    attributes: { themes: withAbove([entry], 'broader') },
  }),
};

const programme: SearchType = {
  uid: 'api::hub.programme',
  type: 'programme',
  fields: [...NAMED, 'slug', 'authorityCode', 'fund', 'periodStart', 'periodEnd', 'isSample'],
  populate: { perimeter: territory },
  filterable: ['territories', 'isSample'],
  facets: ['territories'],
  project: ({ entry, locale }) => {
    const perimeter = itemsOf(entry, 'perimeter');
    return {
      ...reference(entry, locale),
      names: [...textsOf(entry, ['name', 'authorityCode', 'fund']), ...namesOf(perimeter, locale)],
      attributes: {
        territories: withAbove(perimeter, 'parent'),
        isSample: entry.isSample === true,
      },
    };
  },
};

export const searchTypes: SearchType[] = [
  initiative,
  transfer,
  questionnaire,
  project,
  glossaryTerm,
  watchItem,
  territoryType,
  organisation,
  person,
  themeType,
  programme,
  ...writingTypes,
  ...academyTypes,
  ...hubTypes,
  ...repertoireTypes,
];

/** Filters of `/api/search` and the attribute of the documents that each compares with. */
export const searchParameters: Record<string, string> = {
  theme: 'themes',
  territory: 'territories',
  stage: 'stage',
  quality: 'quality',
  programme: 'programme',
  owner: 'owner',
  level: 'level',
  stratum: 'stratum',
  publisher: 'publisher',
  reference: 'reference',
};
