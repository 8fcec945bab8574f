import path from 'node:path';
import { createStrapi } from '@strapi/strapi';

/** Serves a Strapi application without its panel: `serve.js <app folder> <compiled folder>`. */
const [appDir = '.', distDir = appDir] = process.argv.slice(2).map((one) => path.resolve(one));

createStrapi({ appDir, distDir, serveAdminPanel: false, autoReload: false })
  .start()
  .then(
    () => process.send?.('ready'),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
