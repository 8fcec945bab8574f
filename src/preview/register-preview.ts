import type { Core, UID } from '@strapi/strapi';
import { previewAddress } from './preview-address';

type Asked = { documentId: string; locale?: string | null; status?: string };

const READ = 'plugin::content-manager.explorer.read';

/**
 * Gives Strapi's Preview the addresses of entries on the front-end: those of types that the content
 * API serves and that the person may read. Off where no `CLIENT_URL` is set. Call it in `register()`.
 * @param environment process.env, or a copy of it
 * @param clock milliseconds since 1970
 */
export const registerPreview = ({
  strapi,
  environment: { CLIENT_URL: clientUrl, PREVIEW_SECRET: secret },
  clock = () => Date.now(),
}: {
  strapi: Core.Strapi;
  environment: Record<string, string | undefined>;
  clock?: () => number;
}): void => {
  if (!clientUrl || !secret) return;
  const served: { has(action: string): boolean } = strapi.contentAPI.permissions.providers.action;
  const prefix = strapi.config.get<string>('api.rest.prefix', '/api');

  strapi.config.set(
    'admin.preview.config.handler',
    (uid: UID.ContentType, { documentId, locale, status }: Asked): string | undefined => {
      const ability = strapi.requestContext.get()?.state.userAbility;
      if (!uid.startsWith('api::') || !served.has(`${uid}.findOne`)) return undefined;
      if (!ability?.can(READ, uid)) return undefined;
      const { singularName, pluralName } = strapi.contentType(uid).info;
      return previewAddress({
        clientUrl,
        secret,
        target: {
          type: singularName,
          api: `${prefix}/${pluralName}/${documentId}`,
          ...(locale ? { locale } : {}),
          status: status === 'published' ? 'published' : 'draft',
        },
        now: clock(),
      });
    },
  );
};
