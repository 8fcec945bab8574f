import { Earth } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { PLUGIN_ID, READ_STATUS } from './constants';

type Translations = Record<string, string>;

const prefixed = (translations: Translations): Translations =>
  Object.fromEntries(
    Object.entries(translations).map(([key, text]) => [`${PLUGIN_ID}.${key}`, text]),
  );

export default {
  register(app: StrapiApp) {
    app.addMenuLink({
      to: `plugins/${PLUGIN_ID}`,
      icon: Earth,
      intlLabel: { id: `${PLUGIN_ID}.title`, defaultMessage: 'Translations' },
      permissions: [{ action: READ_STATUS, subject: null }],
      Component: () =>
        import('./pages/status-page').then(({ StatusPage }) => ({ default: StatusPage })),
      position: 3,
    });
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
  },
  async registerTrads({ locales }: { locales: string[] }) {
    const files: Record<string, () => Promise<{ default: Translations }>> = {
      en: () => import('./translations/en.json'),
      fr: () => import('./translations/fr.json'),
    };
    return Promise.all(
      locales.map(async (locale) => ({
        locale,
        data: prefixed((await files[locale]?.())?.default ?? {}),
      })),
    );
  },
};
