import type { Core } from '@strapi/strapi';
import { refusal } from '../../core/refusal';
import { addMiddleware, adminRoutes } from './admin-routes';
import { currentWriter } from './writer';

const FILE = 'plugin::upload.file';
const FOLDER = 'plugin::upload.folder';
const UPDATE = 'plugin::upload.assets.update';
const PATHS = ['/actions/bulk-delete', '/actions/bulk-move'];

type Body = { fileIds?: number[]; folderIds?: number[] };
type PermissionsManager = {
  ability: { cannot: (action: string, subject: unknown) => boolean };
  toSubject: (entity: unknown) => unknown;
};

/** The files named, and those in the folders named and below. */
const filesOf = async (strapi: Core.Strapi, { fileIds = [], folderIds = [] }: Body) => {
  const folders: { path: string }[] = await strapi.db
    .query(FOLDER)
    .findMany({ where: { id: { $in: folderIds } } });
  return strapi.db.query(FILE).findMany({
    where: {
      $or: [
        { id: { $in: fileIds } },
        ...folders.flatMap(({ path }) => [
          { folderPath: path },
          { folderPath: { $startsWith: `${path}/` } },
        ]),
      ],
    },
    populate: { createdBy: { populate: ['roles'] } },
  });
};

/**
 * Strapi holds the conditions of a permission (such as: own files only) for one file at a time, and
 * forgets them in bulk. A file belongs to every entry that shows it, so here they hold for each.
 */
export const guardMedia = (strapi: Core.Strapi): void => {
  const middleware: Core.MiddlewareHandler = async (ctx, next) => {
    const writer = await currentWriter(strapi);
    if (!writer) return next();
    const manager: PermissionsManager = strapi
      .service('admin::permission')
      .createPermissionsManager({ ability: ctx.state.userAbility, action: UPDATE, model: FILE });
    const files = await filesOf(strapi, (ctx.request.body ?? {}) as Body);
    const isForeign = (file: unknown) => manager.ability.cannot(UPDATE, manager.toSubject(file));
    if (!files.some(isForeign)) return next();
    const role = writer.roles.join(', ');
    throw refusal({
      message:
        writer.language === 'fr'
          ? `Votre rôle (${role}) ne permet pas de supprimer ni de déplacer des fichiers ajoutés par d’autres. Rien n’a été changé.`
          : `Your role (${role}) does not let you delete or move files that others added. Nothing was changed.`,
      path: 'fileIds',
    });
  };
  for (const route of adminRoutes(strapi, 'upload')) {
    if (route.method !== 'POST' || !PATHS.includes(route.path)) continue;
    addMiddleware(route, middleware);
  }
};
