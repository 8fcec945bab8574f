import type { StrapiApp } from '@strapi/strapi/admin';
import { awaitPermissions } from './await-permissions';
import { addContentsPanel } from './forms/contents-panel';
import { addFormFields, describeForms, describeLists } from './forms/register-forms';
import { greyOutOptions } from './grey-out-options';
import { registerWidgets } from './homepage/register-widgets';
import homepageEn from './homepage/translations/en.json';
import homepageFr from './homepage/translations/fr.json';
import {
  addInterviewPanels,
  interviewTexts,
  registerQuestionInput,
} from './interview/register-interviews';
import { toMessages } from './labels';
import { addPublicationPanel } from './publication/publication-panel';
import publicationEn from './publication/translations/en.json';
import publicationFr from './publication/translations/fr.json';
import { PUBLICATION_TEXTS } from './publication/use-text';
import { stringListField } from './string-list/field';
import stringListEn from './string-list/translations/en.json';
import stringListFr from './string-list/translations/fr.json';
import { TEXT_PREFIX } from './string-list/use-text';
import en from './translations/en.json';
import formsEn from './translations/forms.en.json';
import formsFr from './translations/forms.fr.json';
import fr from './translations/fr.json';
import strapiFr from './translations/strapi-fr.json';
import { trimEntryMenu } from './trim-entry-menu';

const prefixed = (prefix: string, texts: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${prefix}.${key}`, text]));

const PANEL_LANGUAGE = 'strapi-admin-language';
/** Strapi's news for developers, in English over every page until each editor closes it. */
const NEWS_BANNER = 'STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false:false';

export default {
  config: {
    locales: ['fr', 'en'],
    tutorials: false,
    notifications: { releases: false },
    translations: {
      fr: {
        // What Strapi's own French leaves in English, as far as editors see it.
        ...strapiFr,
        ...toMessages(fr),
        ...prefixed('forms', formsFr),
        'app.components.ToggleCheckbox.on-label': 'Oui',
        'app.components.ToggleCheckbox.off-label': 'Non',
        ...interviewTexts.fr,
        ...prefixed(TEXT_PREFIX, stringListFr),
        ...prefixed('homepage', homepageFr),
        ...prefixed(PUBLICATION_TEXTS, publicationFr),
        'Auth.form.welcome.title': 'Observatoire OTeN',
        'Auth.form.welcome.subtitle': 'Connectez-vous à votre compte',
        'app.components.LeftMenu.navbrand.title': 'OTeN',
        'app.components.LeftMenu.navbrand.workplace': 'Observatoire des territoires numériques',
      },
      en: {
        ...toMessages(en),
        ...prefixed('forms', formsEn),
        'app.components.ToggleCheckbox.on-label': 'Yes',
        'app.components.ToggleCheckbox.off-label': 'No',
        ...interviewTexts.en,
        ...prefixed(TEXT_PREFIX, stringListEn),
        ...prefixed('homepage', homepageEn),
        ...prefixed(PUBLICATION_TEXTS, publicationEn),
        'Auth.form.welcome.title': 'OTeN observatory',
        'Auth.form.welcome.subtitle': 'Log in to your account',
        'app.components.LeftMenu.navbrand.title': 'OTeN',
        'app.components.LeftMenu.navbrand.workplace': 'Observatory of digital territories',
      },
    },
  },
  register(app: StrapiApp) {
    awaitPermissions();
    app.customFields.register(stringListField);
    addFormFields(app);
    registerWidgets(app);
    localStorage.setItem(NEWS_BANNER, 'true');
    if (localStorage.getItem(PANEL_LANGUAGE) === null) localStorage.setItem(PANEL_LANGUAGE, 'fr');
    registerQuestionInput(app);
  },
  bootstrap(app: StrapiApp) {
    addPublicationPanel(app);
    addInterviewPanels(app);
    describeForms(app);
    describeLists(app);
    greyOutOptions();
    trimEntryMenu(app);
    addContentsPanel(app);
  },
};
