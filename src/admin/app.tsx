import type { StrapiApp } from '@strapi/strapi/admin';
import { toMessages } from './labels';
import en from './translations/en.json';
import fr from './translations/fr.json';
import strapiFr from './translations/strapi-fr.json';

const PANEL_LANGUAGE = 'strapi-admin-language';

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
        'Auth.form.welcome.title': 'Observatoire OTeN',
        'Auth.form.welcome.subtitle': 'Connectez-vous à votre compte',
        'app.components.LeftMenu.navbrand.title': 'OTeN',
        'app.components.LeftMenu.navbrand.workplace': 'Observatoire des territoires numériques',
      },
      en: {
        ...toMessages(en),
        'Auth.form.welcome.title': 'OTeN observatory',
        'Auth.form.welcome.subtitle': 'Log in to your account',
        'app.components.LeftMenu.navbrand.title': 'OTeN',
        'app.components.LeftMenu.navbrand.workplace': 'Observatory of digital territories',
      },
    },
  },
  register(_app: StrapiApp) {
    if (localStorage.getItem(PANEL_LANGUAGE) === null) localStorage.setItem(PANEL_LANGUAGE, 'fr');
  },
  bootstrap(_app: StrapiApp) {},
};
