import type { Core } from '@strapi/strapi';

export type Locales = { locales: string[]; defaultLocale: string };

type LocalesService = {
  find: () => Promise<{ code: string }[]>;
  getDefaultLocale: () => Promise<string>;
};

/** The locales that exist now, from the i18n plugin. */
export const locales = ({ strapi }: { strapi: Core.Strapi }) => ({
  get: async (): Promise<Locales> => {
    const service = strapi.plugin('i18n').service('locales') as LocalesService;
    const [found, defaultLocale] = await Promise.all([service.find(), service.getDefaultLocale()]);
    return { locales: found.map(({ code }) => code).sort(), defaultLocale };
  },
});
