import { Graph } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { PLUGIN_ID } from './constants';
import { pages } from './pages';

type Translations = Record<string, string>;

const prefixed = (translations: Translations): Translations =>
  Object.fromEntries(
    Object.entries(translations).map(([key, text]) => [`${PLUGIN_ID}.${key}`, text]),
  );

export default {
  register(app: StrapiApp) {
    app.addMenuLink({
      to: `plugins/${PLUGIN_ID}`,
      icon: Graph,
      intlLabel: { id: `${PLUGIN_ID}.title`, defaultMessage: 'Regional dynamics' },
      // Whoever may see one of the pages sees the entry.
      permissions: [...new Set(pages.map(({ permission }) => permission))].map((action) => ({
        action,
        subject: null,
      })),
      Component: () => import('./shell').then(({ Shell }) => ({ default: Shell })),
      position: 4,
    });
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
  },
  async registerTrads({ locales }: { locales: string[] }) {
    const files: Record<string, () => Promise<{ default: Translations }>[]> = {
      en: () => [
        import('./translations/en.json'),
        import('./translations/method/en.json'),
        import('./translations/statistics/en.json'),
        import('./translations/workbench/en.json'),
      ],
      fr: () => [
        import('./translations/fr.json'),
        import('./translations/method/fr.json'),
        import('./translations/statistics/fr.json'),
        import('./translations/workbench/fr.json'),
      ],
    };
    return Promise.all(
      locales.map(async (locale) => {
        const found = await Promise.all(files[locale]?.() ?? []);
        const texts: Translations = Object.assign({}, ...found.map((file) => file.default));
        return { locale, data: prefixed(texts) };
      }),
    );
  },
};
