import type { Labels } from '../admin/labels';
import en from '../admin/translations/en.json';
import fr from '../admin/translations/fr.json';
import type { PanelNames } from './name-path';

const namesOf = ({ fields, options, system }: Labels): PanelNames => ({
  field: (uid, attribute) => fields[uid]?.[attribute] ?? system[attribute],
  option: (value) => options[value],
});

/** The panel's languages, and how it calls fields in each. */
export const panelNames = { fr: namesOf(fr), en: namesOf(en) };

export type PanelLanguage = keyof typeof panelNames;
