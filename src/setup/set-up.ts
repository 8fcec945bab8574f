import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { demoAccounts, ensureDemoAccounts } from './demo-accounts';
import { ensureEditorRights } from './editor-rights';
import { mailToFiles } from './mail-to-files';
import { ensurePublicPermissions } from './public-permissions';
import { ensureRoles } from './roles/ensure-roles';
import { grantLaterRights } from './roles/grant-later-rights';

/**
 * What the application sets up when it starts, after every plugin and once the locales exist: each
 * part only what is missing, and never again what an administrator has changed.
 * @param environment process.env, or a copy of it
 */
export const setUp = async ({
  strapi,
  environment,
}: {
  strapi: Core.Strapi;
  environment: Record<string, string | undefined>;
}): Promise<void> => {
  const directory = path.resolve(strapi.dirs.app.root, environment.DATA_DIR || '.data', 'mail');
  const demo = environment.OTEN_DEMO === 'true';
  if (mailToFiles({ strapi, directory }) && environment.NODE_ENV === 'production' && !demo) {
    strapi.log.warn(
      `No e-mail provider is set in config/plugins.ts: e-mails are written to ${directory}.`,
    );
  }
  await ensurePublicPermissions(strapi);
  await ensureEditorRights(strapi);
  await ensureRoles(strapi);
  await grantLaterRights(strapi);
  if (demo) {
    await ensureDemoAccounts({ strapi, accounts: demoAccounts(environment) });
  }
};
