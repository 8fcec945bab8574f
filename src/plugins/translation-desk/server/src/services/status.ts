import type { Core, UID } from '@strapi/strapi';
import type { GetStatus, TypeStatus } from '../../../shared/contracts';
import { typeStatus } from '../core/type-status';
import { countVersions } from '../store/count-versions';

type Localized = { pluginOptions?: { i18n?: { localized?: boolean } } };
type Listed = { pluginOptions?: { 'content-manager'?: { visible?: boolean } } };

const isTranslated = (schema: Localized & Listed): boolean =>
  schema.pluginOptions?.i18n?.localized === true &&
  schema.pluginOptions['content-manager']?.visible !== false;

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * The state of every translated type in every locale, at one statement a type.
   * @param mayRead whether the caller may know of a type
   */
  async read({ mayRead }: { mayRead: (uid: string) => boolean }): Promise<GetStatus['data']> {
    const service = strapi.plugin('i18n').service('locales');
    const found: { code: string; name: string }[] = await service.find();
    const defaultCode: string = await service.getDefaultLocale();
    const locales = found
      .map(({ code, name }) => ({ code, name, isDefault: code === defaultCode }))
      .sort((a, b) => Number(b.isDefault) - Number(a.isDefault));
    const schemas = Object.entries(strapi.contentTypes)
      .filter(([uid, schema]) => isTranslated(schema as Localized & Listed) && mayRead(uid))
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const types: TypeStatus[] = [];
    for (const [name, { kind, info }] of schemas) {
      const uid = name as UID.ContentType;
      const counted = await countVersions({ strapi, uid });
      types.push(
        typeStatus({
          type: { uid, kind, displayName: info.displayName },
          documents: counted[0]?.documents ?? 0,
          counted,
          locales: locales.map(({ code }) => code),
        }),
      );
    }
    return { locales, types };
  },
});
