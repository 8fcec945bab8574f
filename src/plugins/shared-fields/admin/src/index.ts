import type { StrapiApp } from '@strapi/strapi/admin';
import { LOCALE_PARAMETER, ORIGINAL_PARAMETER, PLUGIN_ID } from './constants';
import { type EditLayout, lockSharedFields } from './lock-shared-fields';
import { OriginalPanel } from './original-panel';

type Translations = Record<string, string>;
type LayoutField = { attribute: { type: string; component?: string; pluginOptions?: object } };
type ContentManagerApis = { addEditViewSidePanel: (panels: (typeof OriginalPanel)[]) => void };

const prefixed = (translations: Translations): Translations =>
  Object.fromEntries(
    Object.entries(translations).map(([key, text]) => [`${PLUGIN_ID}.${key}`, text]),
  );

export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
  },
  bootstrap(app: Pick<StrapiApp, 'getPlugin' | 'registerHook'>) {
    const apis = app.getPlugin('content-manager').apis as ContentManagerApis;
    apis.addEditViewSidePanel([OriginalPanel]);
    app.registerHook(
      'Admin/CM/pages/EditView/mutate-edit-view-layout',
      (value: { layout: EditLayout<LayoutField> }) => {
        // i18n's own handler of this hook passes the layout on without the query.
        const address = new URLSearchParams(window.location.search);
        return {
          ...value,
          layout: lockSharedFields({
            layout: value.layout,
            locale: address.get(LOCALE_PARAMETER) ?? undefined,
            original: address.get(ORIGINAL_PARAMETER) ?? undefined,
          }),
        };
      },
    );
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
