import { existsSync } from 'node:fs';
import path from 'node:path';
import { createStrapi } from '@strapi/strapi';
import { loadSeeds } from './load-seeds';
import { createProgressBar } from './progress-bar';
import { describeReport } from './report';

/** `npm run seed`: loads `database/seeds` into the database of the environment, without HTTP. */
const main = async (): Promise<number> => {
  const root = path.resolve(__dirname, '../../..');
  const settings = path.join(root, '.env');
  if (existsSync(settings)) process.loadEnvFile(settings);
  const strapi = createStrapi({ appDir: root, distDir: path.join(root, 'dist') });
  await strapi.load();
  try {
    const bar = createProgressBar({ title: 'Seeds', stream: process.stderr });
    const report = await loadSeeds({
      strapi,
      directory: path.join(root, 'database/seeds'),
      onProgress: bar.show,
    });
    bar.end();
    console.log(describeReport(report));
    return report.ok ? 0 : 1;
  } finally {
    await strapi.destroy();
  }
};

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
