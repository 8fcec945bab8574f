import { academyForms, academyItems } from './academy';
import { analysesForms, analysesItems } from './analyses';
import type { Forms, ItemForms } from './form';
import { hubForms, hubItems } from './hub';
import { irisForms, irisItems } from './iris';
import { notesForms, notesItems } from './notes';
import { observatoryForms } from './observatory';
import { repertoireForms, repertoireItems } from './repertoire';
import { studiesForms, studiesItems } from './studies';

/** How each type of ours is shown in the content manager. */
export const forms: Forms = {
  ...observatoryForms,
  ...irisForms,
  ...studiesForms,
  ...notesForms,
  ...analysesForms,
  ...academyForms,
  ...hubForms,
  ...repertoireForms,
};

/** How the items of each component are shown in the content manager. */
export const itemForms: ItemForms = {
  ...irisItems,
  ...studiesItems,
  ...notesItems,
  ...analysesItems,
  ...academyItems,
  ...hubItems,
  ...repertoireItems,
};
