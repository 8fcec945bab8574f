import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

type Attribute = Record<string, unknown> & { type: string; target?: string };
type Schema = { attributes: Record<string, Attribute> };

const CONFIG = {
  server: `({ env }) => ({ host: '127.0.0.1', port: env.int('PORT'), app: { keys: env.array('APP_KEYS') }, logger: { startup: { enabled: false } } })`,
  admin: `({ env }) => ({ auth: { secret: env('ADMIN_JWT_SECRET') }, apiToken: { salt: env('API_TOKEN_SALT') }, transfer: { token: { salt: env('TRANSFER_TOKEN_SALT') } }, secrets: { encryptionKey: env('ENCRYPTION_KEY') } })`,
  api: `({ rest: { defaultLimit: 25, maxLimit: 100, withCount: true } })`,
  logger: `({ level: 'error' })`,
  // As Strapi generates it.
  middlewares: `['strapi::logger', 'strapi::errors', 'strapi::security', 'strapi::cors', 'strapi::poweredBy', 'strapi::query', 'strapi::body', 'strapi::session', 'strapi::favicon', 'strapi::public']`,
  // The connection is ours, so that both sides have the same SQLite.
  database: `({ env }) => ({ connection: { client: 'sqlite', connection: { filename: env('DATABASE_FILENAME') }, useNullAsDefault: true, pool: { afterCreate: (connection, done) => { connection.pragma('journal_mode = WAL'); connection.pragma('synchronous = NORMAL'); connection.pragma('foreign_keys = ON'); done(null, connection); } } }, settings: { forceMigration: false } })`,
  plugins: `({ env }) => ({ 'users-permissions': { config: { jwtSecret: env('JWT_SECRET') } } })`,
};

const readSchema = (file: string): Schema => JSON.parse(readFileSync(file, 'utf8'));

/** The attributes that a Strapi without our plugins knows: same columns, same relations. */
const plainAttributes = ({ attributes }: Schema): Schema['attributes'] =>
  Object.fromEntries(
    Object.entries(attributes)
      .filter(
        ([, { target }]) => !target?.startsWith('plugin::') || target === 'plugin::upload.file',
      )
      .map(([name, attribute]) =>
        attribute.type === 'customField' ? [name, { type: 'json' }] : [name, attribute],
      ),
  );

const writePlain = (from: string, to: string): void => {
  const schema = readSchema(from);
  mkdirSync(path.dirname(to), { recursive: true });
  writeFileSync(to, JSON.stringify({ ...schema, attributes: plainAttributes(schema) }));
};

/**
 * Writes a Strapi application with our content types and components, Strapi's own routes,
 * controllers and settings, and nothing else of ours.
 * @param root our project, whose packages it uses
 */
export const writeBareApp = ({ root, directory }: { root: string; directory: string }): void => {
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(directory, file)), { recursive: true });
    writeFileSync(path.join(directory, file), text);
  };
  cpSync(path.join(root, 'package.json'), path.join(directory, 'package.json'));
  symlinkSync(path.join(root, 'node_modules'), path.join(directory, 'node_modules'));
  mkdirSync(path.join(directory, 'public/uploads'), { recursive: true });
  write('src/index.js', 'module.exports = {};');
  for (const [name, body] of Object.entries(CONFIG)) {
    write(`config/${name}.js`, `module.exports = ${body};`);
  }

  const source = path.join(root, 'src');
  for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
    const isComponent = /^components\/.+\.json$/.test(file);
    const type = /^api\/([^/]+)\/content-types\/([^/]+)\/schema\.json$/.exec(file);
    if (isComponent || type) writePlain(path.join(source, file), path.join(directory, 'src', file));
    if (!type) continue;
    const [, room, name] = type;
    for (const [folder, make] of [
      ['controllers', 'createCoreController'],
      ['routes', 'createCoreRouter'],
      ['services', 'createCoreService'],
    ]) {
      write(
        `src/api/${room}/${folder}/${name}.js`,
        `module.exports = require('@strapi/strapi').factories.${make}('api::${room}.${name}');`,
      );
    }
  }
};
