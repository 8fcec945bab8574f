import type { StrapiApp } from '@strapi/strapi/admin';

export default {
  config: { locales: ['fr'] },
  register(_app: StrapiApp) {
    if (localStorage.getItem('strapi-admin-language') === null) {
      localStorage.setItem('strapi-admin-language', 'fr');
    }
  },
  bootstrap(_app: StrapiApp) {},
};
