import type { SearchType } from '../plugins/search/shared/contracts';
import { itemsOf, secondsOf, textOf, textsOf } from '../plugins/search/shared/read-entry';
import {
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
  withAbove,
} from './helpers';

const KEPT = ['reference', 'slug', 'title', 'access', 'isSample'];

const isNull = (key: string) => ({ [key]: { $null: true } });

/** As the hub judges calls, on the document's dates: a call without an opening date counts as opened. */
const states: SearchType['states'] = {
  forthcoming: (now) => ({
    start: { $gt: now },
    $or: [isNull('end'), { end: { $gt: now } }],
  }),
  open: (now) => ({
    $and: [
      { $or: [{ start: { $lte: now } }, { start: { $null: true }, end: { $notNull: true } }] },
      { $or: [isNull('end'), { end: { $gt: now } }] },
    ],
  }),
  closed: (now) => ({ end: { $lte: now } }),
};

/** A call's state is not in its document, since it changes by itself: `states` tells it. */
const fundingCall: SearchType = {
  uid: 'api::hub.funding-call',
  type: 'funding-call',
  originalLocale: 'originalLocale',
  fields: [
    ...KEPT,
    'summary',
    'description',
    'eligibility',
    'identifier',
    'sourceUrl',
    'opensAt',
    'closesAt',
  ],
  populate: {
    themes: theme,
    perimeter: territory,
    programme: { fields: [...NAMED, 'fund', 'authorityCode'] },
    priorities: named,
  },
  filterable: ['themes', 'territories', 'programme', 'isSample', 'start', 'end'],
  sortable: ['start', 'end'],
  facets: ['themes', 'territories', 'programme'],
  states,
  project: ({ entry, locale }) => {
    const themes = itemsOf(entry, 'themes');
    const perimeter = itemsOf(entry, 'perimeter');
    const programme = itemsOf(entry, 'programme');
    return {
      ...translated(entry, 'title'),
      url: textOf(entry, 'sourceUrl'),
      names: [
        ...textsOf(entry, ['identifier']),
        ...namesOf(
          [...perimeter, ...programme, ...themes, ...itemsOf(entry, 'priorities')],
          locale,
        ),
        ...programme.flatMap((one) => textsOf(one, ['fund', 'authorityCode'])),
      ],
      texts: textsOf(entry, ['description', 'eligibility']),
      attributes: {
        themes: withAbove(themes, 'broader'),
        territories: withAbove(perimeter, 'parent'),
        programme: references(programme),
        isSample: entry.isSample === true,
        start: secondsOf(entry, 'opensAt'),
        end: secondsOf(entry, 'closesAt'),
      },
    };
  },
};

const strategicPriority: SearchType = {
  uid: 'api::hub.strategic-priority',
  type: 'strategic-priority',
  fields: [...NAMED, 'slug', 'isSample', ...each('text')],
  filterable: ['isSample'],
  project: ({ entry, locale }) => ({
    ...reference(entry, locale),
    names: namesOf([entry], locale),
    texts: [inLanguage(entry, 'text', locale) ?? []].flat(),
    attributes: { isSample: entry.isSample === true },
  }),
};

const projectIdea: SearchType = {
  uid: 'api::hub.project-idea',
  type: 'project-idea',
  originalLocale: 'originalLocale',
  fields: [...KEPT, 'need'],
  populate: { owner: { fields: [...NAMED, 'acronym'] }, priority: named },
  filterable: ['owner', 'isSample'],
  project: ({ entry, locale }) => {
    const owner = itemsOf(entry, 'owner');
    return {
      ...translated(entry, 'title'),
      names: [
        ...namesOf([...owner, ...itemsOf(entry, 'priority')], locale),
        ...owner.flatMap((one) => textsOf(one, ['acronym'])),
      ],
      texts: textsOf(entry, ['need']),
      attributes: { owner: references(owner), isSample: entry.isSample === true },
    };
  },
};

/** What the HUB shows the public beside its programmes. */
export const hubTypes: readonly SearchType[] = [fundingCall, strategicPriority, projectIdea];
