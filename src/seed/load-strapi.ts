import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Core, createStrapi } from '@strapi/strapi';
import { loadSettings } from '../demo/settings';
import { strapiEnvironment } from '../demo/strapi-environment';

/** Settings of the environment and of `.env`; where neither gives any, those of the demo. */
const applySettings = (root: string): void => {
  const file = path.join(root, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  if (!process.env.APP_KEYS) Object.assign(process.env, strapiEnvironment(loadSettings({ root })));
};

/** Strapi on the database of the environment, without HTTP: for commands. */
export const loadStrapi = async (root: string): Promise<Core.Strapi> => {
  applySettings(root);
  return createStrapi({ appDir: root, distDir: path.join(root, 'dist') }).load();
};
