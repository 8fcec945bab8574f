import type { Core, UID } from '@strapi/strapi';
import type { AccessConfig } from '../config';
import type { Model, Rights, Viewpoint } from '../core/model';
import { visibleWhere } from '../core/visible-where';

/** What a caller with `rights` sees of the types that Strapi has and of what they link to. */
export const createViewpoint = ({
  strapi,
  config,
  rights,
}: {
  strapi: Core.Strapi;
  config: AccessConfig;
  rights: Rights;
}): Viewpoint => ({
  getModel: (uid) => {
    // Strapi's registry keeps content types and components under one roof and types neither by name.
    const model: unknown = strapi.getModel(uid as UID.Schema);
    return model as Model | undefined;
  },
  isPrivate: (uid) => config.privateTypes.includes(uid),
  visibleWhere: (model) => visibleWhere({ model, rights, config, linked: true }),
});
