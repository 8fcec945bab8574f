import type { Core } from '@strapi/strapi';

/** The observatory's locales. French is the default one, `pt` is the Portuguese of Portugal. */
const LOCALES = [
  { code: 'fr', name: 'Français (fr)' },
  { code: 'el', name: 'Ελληνικά (el)' },
  { code: 'pt', name: 'Português (pt)' },
  { code: 'es', name: 'Español (es)' },
  { code: 'pl', name: 'Polski (pl)' },
  { code: 'en', name: 'English (en)' },
] as const;

/**
 * Adds the observatory's locales once. Which ones were added is remembered, so that one that an
 * administrator deletes later stays deleted.
 */
export const addLocales = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  const store = strapi.store({ type: 'core', name: 'observatory' });
  const remembered: unknown = await store.get({ key: 'added-locales' });
  const added = Array.isArray(remembered) ? remembered : [];
  const service = strapi.plugin('i18n').service('locales');
  const missing = LOCALES.filter(({ code }) => !added.includes(code));
  for (const locale of missing) {
    const present = await service.findByCode(locale.code);
    if (!present) await service.create(locale);
    // Strapi makes the default one, and names it in English.
    else await service.update({ id: present.id }, { name: locale.name });
  }
  if (missing.length > 0) {
    await store.set({ key: 'added-locales', value: LOCALES.map(({ code }) => code) });
  }
};
