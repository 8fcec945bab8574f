import type { SearchType } from '../plugins/search/shared/contracts';
import { itemsOf, secondsOf, textOf, textsOf } from '../plugins/search/shared/read-entry';
import { accessOf, named, namesOf, references, theme, translated, withAbove } from './helpers';

const KEPT = ['reference', 'slug', 'title', 'access', 'isSample'];

const seminar: SearchType = {
  uid: 'api::academy.seminar',
  type: 'seminar',
  originalLocale: 'originalLocale',
  fields: [...KEPT, 'summary', 'objectives', 'method', 'syllabus'],
  populate: { themes: theme, programme: named },
  filterable: ['themes', 'programme', 'isSample'],
  facets: ['themes'],
  project: ({ entry, locale }) => {
    const themes = itemsOf(entry, 'themes');
    const programme = itemsOf(entry, 'programme');
    return {
      ...translated(entry, 'title'),
      names: namesOf([...themes, ...programme], locale),
      texts: textsOf(entry, ['objectives', 'method', 'syllabus']),
      attributes: {
        themes: withAbove(themes, 'broader'),
        programme: references(programme),
        isSample: entry.isSample === true,
      },
    };
  },
};

const session: SearchType = {
  uid: 'api::academy.session',
  type: 'session',
  originalLocale: 'originalLocale',
  fields: [...KEPT, 'startsAt', 'endsAt', 'venue'],
  populate: { seminar: { fields: ['title', 'summary', 'access'] } },
  filterable: ['isSample', 'start', 'end'],
  sortable: ['start', 'end'],
  project: ({ entry }) => {
    const seminars = itemsOf(entry, 'seminar').filter((one) => accessOf(one) === 'public');
    return {
      ...translated(entry, 'title'),
      summary: seminars.flatMap((one) => textOf(one, 'summary') ?? [])[0],
      names: [...textsOf(entry, ['venue']), ...seminars.flatMap((one) => textsOf(one, ['title']))],
      attributes: {
        isSample: entry.isSample === true,
        start: secondsOf(entry, 'startsAt'),
        end: secondsOf(entry, 'endsAt'),
      },
    };
  },
};

/** The seminars of OTeN Académie and their sessions. */
export const academyTypes: readonly SearchType[] = [seminar, session];
