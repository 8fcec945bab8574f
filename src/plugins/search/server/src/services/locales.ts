import type { Core } from '@strapi/strapi';

export type Locales = { locales: string[]; defaultLocale: string };

type LocalesService = {
  find: () => Promise<{ code: string }[]>;
  getDefaultLocale: () => Promise<string>;
};

/** Another process may have changed them: a visitor, or a delivery, may see the old list that long. */
const CACHE_MS = 5_000;

/** The locales that exist, from the i18n plugin. */
export const locales = ({ strapi }: { strapi: Core.Strapi }) => {
  let cached: { value: Locales; until: number } | undefined;

  const get = async (): Promise<Locales> => {
    const service = strapi.plugin('i18n').service('locales') as LocalesService;
    const [found, defaultLocale] = await Promise.all([service.find(), service.getDefaultLocale()]);
    return { locales: found.map(({ code }) => code).sort(), defaultLocale };
  };

  return {
    /** As the database has them now. */
    get,
    /** As they were a moment ago: a search and a delivery ask the database nothing. */
    recent: async (): Promise<Locales> => {
      const now = Date.now();
      if (!cached || cached.until < now) cached = { value: await get(), until: now + CACHE_MS };
      return cached.value;
    },
    /** They were changed by this process. */
    forget: (): void => {
      cached = undefined;
    },
  };
};
