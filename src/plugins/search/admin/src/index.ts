import { Search } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { EntryPanel } from './components/entry-panel';
import { PLUGIN_ID, READ_STATUS } from './constants';

type Translations = Record<string, string>;
type ContentManagerApis = { addEditViewSidePanel: (panels: (typeof EntryPanel)[]) => void };

const prefixed = (translations: Translations): Translations =>
  Object.fromEntries(
    Object.entries(translations).map(([key, text]) => [`${PLUGIN_ID}.${key}`, text]),
  );
const permissions = [{ action: READ_STATUS, subject: null }];
const title = { id: `${PLUGIN_ID}.title`, defaultMessage: 'Search' };

export default {
  register(app: StrapiApp) {
    app.addMenuLink({
      to: `plugins/${PLUGIN_ID}`,
      icon: Search,
      intlLabel: title,
      permissions,
      Component: () =>
        import('./pages/search-page').then(({ SearchPage }) => ({ default: SearchPage })),
      position: 4,
    });
    app.widgets.register({
      id: 'state',
      pluginId: PLUGIN_ID,
      icon: Search,
      title,
      link: {
        label: { id: `${PLUGIN_ID}.widget.link`, defaultMessage: 'Open' },
        href: `/plugins/${PLUGIN_ID}`,
      },
      component: async () => (await import('./components/search-widget')).SearchWidget,
      permissions,
    });
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
  },
  bootstrap(app: Pick<StrapiApp, 'getPlugin'>) {
    const apis = app.getPlugin('content-manager').apis as ContentManagerApis;
    apis.addEditViewSidePanel([EntryPanel]);
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
