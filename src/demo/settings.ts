import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isEqual } from 'lodash';
import { z } from 'zod';
import { DemoError } from './demo-error';

/** Strapi asks for a lower-case letter, a capital and a digit. */
const newPassword = () => `Oten-${randomBytes(9).toString('base64url')}-1a`;

const secretsSchema = z.object({
  appKeys: z.string().min(1),
  adminJwtSecret: z.string().min(1),
  apiTokenSalt: z.string().min(1),
  transferTokenSalt: z.string().min(1),
  encryptionKey: z.string().min(1),
  jwtSecret: z.string().min(1),
  meilisearchKey: z.string().min(16),
  adminPassword: z.string().min(8),
  editorPassword: z.string().min(8),
  /** Of the accounts with the observatory's own roles; absent in folders of before they existed. */
  rolesPassword: z.string().min(8).default(newPassword),
});

type Secrets = z.infer<typeof secretsSchema>;

export type DemoSettings = {
  root: string;
  dataDirectory: string;
  host: string;
  port: number;
  meilisearchPort: number;
  secrets: Secrets;
  accounts: { admin: string; editor: string };
};

const portOf = (name: string, fallback: number): number => {
  const text = process.env[name];
  if (!text) return fallback;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new DemoError(`${name} is "${text}": give a port between 1 and 65535.`);
  }
  return port;
};

const prepareDataDirectory = (directory: string): void => {
  try {
    mkdirSync(directory, { recursive: true });
    accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new DemoError(
      `The data folder ${directory} cannot be read and written (${code}): mend its permissions, or name another with DATA_DIR.`,
    );
  }
};

const newSecrets = (): Secrets => {
  const key = () => randomBytes(24).toString('base64url');
  return {
    appKeys: `${key()},${key()}`,
    adminJwtSecret: key(),
    apiTokenSalt: key(),
    transferTokenSalt: key(),
    encryptionKey: key(),
    jwtSecret: key(),
    meilisearchKey: key(),
    adminPassword: newPassword(),
    editorPassword: newPassword(),
    rolesPassword: newPassword(),
  };
};

const write = (file: string, secrets: Secrets): Secrets => {
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  return secrets;
};

const loadSecrets = (file: string): Secrets => {
  if (!existsSync(file)) return write(file, newSecrets());
  try {
    const stored: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const secrets = secretsSchema.parse(stored);
    return isEqual(secrets, stored) ? secrets : write(file, secrets);
  } catch (error) {
    const reason = error instanceof z.ZodError ? 'a secret is missing' : (error as Error).message;
    throw new DemoError(
      `The demo's secrets in ${file} cannot be read (${reason}): restore the file, or delete the data folder to start anew.`,
    );
  }
};

/**
 * The demo's settings: from the environment where it gives them (HOST, PORT, MEILI_PORT, DATA_DIR),
 * secrets made on the first start and kept in the data folder, readable by their owner only.
 * @throws DemoError when a port or the data folder cannot be used
 */
export const loadSettings = ({ root }: { root: string }): DemoSettings => {
  const dataDirectory = path.resolve(root, process.env.DATA_DIR ?? '.data');
  const ports = { port: portOf('PORT', 1337), meilisearchPort: portOf('MEILI_PORT', 7700) };
  prepareDataDirectory(dataDirectory);
  return {
    root,
    dataDirectory,
    host: process.env.HOST ?? '127.0.0.1',
    ...ports,
    secrets: loadSecrets(path.join(dataDirectory, 'secrets.json')),
    accounts: { admin: 'admin@oten.example', editor: 'editor@oten.example' },
  };
};
