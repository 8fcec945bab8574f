import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { projectRoot } from './compile';

export type SchemaFile = {
  uid: string;
  isComponent: boolean;
  info: { displayName: string };
  pluginOptions?: Record<string, unknown>;
  attributes: Record<
    string,
    { type: string; enum?: string[]; maxLength?: number; customField?: string }
  >;
};

const filesBelow = (folder: string) =>
  readdirSync(path.join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json') && !file.includes('node_modules'))
    .map((file) => path.join(folder, file));

const uidOf = (file: string): string | undefined => {
  const [, room, first = '', ...rest] = file.split(path.sep);
  if (room === 'components') return `${first}.${path.basename(file, '.json')}`;
  if (path.basename(file) !== 'schema.json') return undefined;
  const kind = room === 'api' ? 'api' : 'plugin';
  return `${kind}::${first}.${rest.at(-2)}`;
};

/** The schemas of all content types and components of this project, its plugins' included. */
export const readSchemas = (): SchemaFile[] =>
  ['src/api', 'src/components', 'src/plugins'].flatMap(filesBelow).flatMap((file) => {
    const uid = uidOf(file);
    if (uid === undefined) return [];
    const schema = JSON.parse(readFileSync(path.join(projectRoot, file), 'utf8'));
    return [{ ...schema, uid, isComponent: !uid.includes('::') }];
  });

/** The accounts that read the site, which Strapi's own plugin models and the panel shows. */
const accountSchema = (): SchemaFile => {
  const plugin = createRequire(import.meta.url)('@strapi/plugin-users-permissions/strapi-server');
  const { schema } = plugin().contentTypes.user;
  return { ...schema, uid: 'plugin::users-permissions.user', isComponent: false };
};

/** Those that editors see in the content manager, and the components in them. */
export const shownSchemas = (): SchemaFile[] =>
  [...readSchemas(), accountSchema()].filter(({ pluginOptions }) => {
    const manager = pluginOptions?.['content-manager'];
    return !(typeof manager === 'object' && manager !== null && 'visible' in manager)
      ? true
      : manager.visible !== false;
  });
