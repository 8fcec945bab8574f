import type { StrapiApp } from '@strapi/strapi/admin';
import { useMay } from './use-may';

type Description = { disabled?: boolean } | null;
type Action = ((props: never) => Description) & { type?: string; position?: string | string[] };
type ContentManagerApis = { addDocumentAction: (change: (actions: Action[]) => Action[]) => void };

const CONFIGURE_VIEW = 'plugin::content-manager.collection-types.configure-view';

/** The action, left out for those whose role may not do it: Strapi would lead them to a locked page. */
const ifAllowed = (action: Action, permission: string): Action =>
  Object.assign(
    (props: never): Description => {
      const may = useMay(permission, null);
      const description = action(props);
      return may ? description : null;
    },
    { type: action.type, position: action.position },
  );

/**
 * Leaves out of an entry's menu what leads nowhere: types are edited in development only, and views
 * are configured by whom the role lets. Call it in `bootstrap()`.
 */
export const trimEntryMenu = (app: Pick<StrapiApp, 'getPlugin'>): void => {
  const apis = app.getPlugin('content-manager').apis as ContentManagerApis;
  apis.addDocumentAction((actions) =>
    actions
      .filter(({ type }) => type !== 'edit-the-model')
      .map((action) =>
        action.type === 'configure-the-view' ? ifAllowed(action, CONFIGURE_VIEW) : action,
      ),
  );
};
