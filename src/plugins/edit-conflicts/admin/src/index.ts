import type { StrapiApp } from '@strapi/strapi/admin';
import { ConflictDialog } from './components/conflict-dialog';
import { PLUGIN_ID } from './constants';
import { guardSaves } from './guard-saves';

type Translations = Record<string, string>;
const prefixed = (translations: Translations): Translations =>
  Object.fromEntries(
    Object.entries(translations).map(([key, text]) => [`${PLUGIN_ID}.${key}`, text]),
  );

export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
    guardSaves();
  },
  bootstrap(app: Pick<StrapiApp, 'getPlugin'>) {
    const dialog = { name: PLUGIN_ID, Component: ConflictDialog };
    app.getPlugin('content-manager').injectComponent('editView', 'right-links', dialog);
    // The page of a preview publishes too.
    app.getPlugin('content-manager').injectComponent('preview', 'actions', dialog);
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
