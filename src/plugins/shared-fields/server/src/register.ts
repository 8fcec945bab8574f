import type { Core } from '@strapi/strapi';
import { dependenciesOf } from './dependencies';
import type { DocumentContext } from './middleware/context';
import { createSharedFieldsMiddleware } from './middleware/shared-fields-middleware';
import { quietI18n } from './quiet-i18n';
import { linkModel } from './store/link-model';

export const register = ({ strapi }: { strapi: Core.Strapi }): void => {
  strapi.get('models').add(linkModel);
  const dependencies = dependenciesOf(strapi);
  quietI18n({ strapi, isManaged: (uid) => dependencies.catalogue.translated.has(uid) });
  const middleware = createSharedFieldsMiddleware(dependencies);
  strapi.documents.use(
    (context, next) =>
      middleware(context as unknown as DocumentContext, next) as ReturnType<typeof next>,
  );
};
