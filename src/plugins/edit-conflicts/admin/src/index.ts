import type { StrapiApp } from '@strapi/strapi/admin';
import { ConflictDialog } from './components/conflict-dialog';
import { rememberFocus, SavingLock } from './components/saving-lock';
import { PLUGIN_ID } from './constants';
import { guardSaves } from './guard-saves';
import { countSaves } from './saves-under-way';

type Translations = Record<string, string>;
const prefixed = (translations: Translations): Translations =>
  Object.fromEntries(
    Object.entries(translations).map(([key, text]) => [`${PLUGIN_ID}.${key}`, text]),
  );

export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
    guardSaves();
    countSaves();
    rememberFocus();
  },
  bootstrap(app: Pick<StrapiApp, 'getPlugin'>) {
    const contentManager = app.getPlugin('content-manager');
    for (const [name, Component] of Object.entries({ ConflictDialog, SavingLock })) {
      contentManager.injectComponent('editView', 'right-links', { name, Component });
      // The page of a preview publishes too.
      contentManager.injectComponent('preview', 'actions', { name, Component });
    }
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
