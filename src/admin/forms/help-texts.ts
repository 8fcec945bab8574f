import academyEn from '../translations/help/academy.en.json';
import academyFr from '../translations/help/academy.fr.json';
import accountsEn from '../translations/help/accounts.en.json';
import accountsFr from '../translations/help/accounts.fr.json';
import analysesEn from '../translations/help/analyses.en.json';
import analysesFr from '../translations/help/analyses.fr.json';
import commonEn from '../translations/help/common.en.json';
import commonFr from '../translations/help/common.fr.json';
import hubEn from '../translations/help/hub.en.json';
import hubFr from '../translations/help/hub.fr.json';
import irisEn from '../translations/help/iris.en.json';
import irisFr from '../translations/help/iris.fr.json';
import notesEn from '../translations/help/notes.en.json';
import notesFr from '../translations/help/notes.fr.json';
import observatoryEn from '../translations/help/observatory.en.json';
import observatoryFr from '../translations/help/observatory.fr.json';
import dynamicsEn from '../translations/help/regional-dynamics.en.json';
import dynamicsFr from '../translations/help/regional-dynamics.fr.json';
import repertoireEn from '../translations/help/repertoire.en.json';
import repertoireFr from '../translations/help/repertoire.fr.json';
import searchEn from '../translations/help/search.en.json';
import searchFr from '../translations/help/search.fr.json';
import studiesEn from '../translations/help/studies.en.json';
import studiesFr from '../translations/help/studies.fr.json';

/**
 * Help sentences by the uid of the type or component, then by the attribute; those that all types
 * (or all components) share stand under `entries` (or `items`). `nameFr`, `nameEl`… have one
 * sentence, under `name*`.
 */
export type HelpTexts = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** By the panel's language. */
export const helpTexts: Readonly<Record<string, HelpTexts>> = {
  fr: {
    ...commonFr,
    ...academyFr,
    ...accountsFr,
    ...analysesFr,
    ...hubFr,
    ...irisFr,
    ...notesFr,
    ...observatoryFr,
    ...dynamicsFr,
    ...repertoireFr,
    ...searchFr,
    ...studiesFr,
  },
  en: {
    ...commonEn,
    ...academyEn,
    ...accountsEn,
    ...analysesEn,
    ...hubEn,
    ...irisEn,
    ...notesEn,
    ...observatoryEn,
    ...dynamicsEn,
    ...repertoireEn,
    ...searchEn,
    ...studiesEn,
  },
};
