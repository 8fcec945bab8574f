import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';

/**
 * Has every e-mail written to a file, one JSON document each, unless config/plugins.ts names a
 * provider: Strapi's default `sendmail` really sends, with no setting at all.
 * @param directory where the files go; made when the first e-mail is sent
 * @returns whether e-mails go to files now
 */
export const mailToFiles = ({
  strapi,
  directory,
}: {
  strapi: Core.Strapi;
  directory: string;
}): boolean => {
  if (strapi.config.get('plugin::email.provider') !== 'sendmail') return false;
  Object.assign(strapi.plugin('email'), {
    provider: {
      async send(message: Record<string, unknown>) {
        await mkdir(directory, { recursive: true, mode: 0o700 });
        const at = new Date().toISOString();
        const name = `${at.replaceAll(':', '-')}-${randomUUID()}.json`;
        const content = `${JSON.stringify({ at, ...message }, null, 2)}\n`;
        await writeFile(path.join(directory, name), content, { mode: 0o600, flag: 'wx' });
      },
    },
  });
  return true;
};
