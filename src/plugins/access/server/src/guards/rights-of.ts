import type { AccessConfig } from '../config';
import { READ_DRAFTS, READ_MEMBERS } from '../constants';
import type { Rights } from '../core/model';

/** The part of `ctx.state.auth` that Strapi's strategies fill. */
export type Auth = {
  strategy?: { name?: string };
  credentials?: { type?: unknown; role?: { type?: unknown } } | null;
  ability?: { can: (action: string) => boolean } | null;
};

/**
 * What the authenticated caller may read beyond the public. Drafts are for API tokens alone: custom
 * ones with the permission, and full-access ones, which hold every permission. A read-only token and
 * a signed-in user never read drafts.
 */
export const rightsOf = ({
  auth,
  config,
}: {
  auth: Auth | undefined;
  config: Pick<AccessConfig, 'members'>;
}): Rights => {
  if (auth?.strategy?.name === 'content-api-token') {
    const may = (action: string) =>
      auth.credentials?.type === 'full-access' ||
      (auth.credentials?.type === 'custom' && auth.ability?.can(action) === true);
    return { drafts: may(READ_DRAFTS), members: may(READ_MEMBERS) };
  }
  return {
    drafts: false,
    members: config.members !== undefined && auth?.credentials?.role?.type === config.members.role,
  };
};
