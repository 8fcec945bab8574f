import path from 'node:path';
import { createStrapi } from '@strapi/strapi';
import { loadSeeds } from '../seed/load-seeds';
import type { DemoMessage } from './messages';

/** Files between two lines of progress. */
const PROGRESS_STEP = 100;

const tell = (message: DemoMessage) => {
  if (process.connected) process.send?.(message);
};

/** The supervised child: boots Strapi, loads the seeds, and ends itself when its supervisor is gone. */
const run = async () => {
  const root = path.resolve(__dirname, '../../..');
  const strapi = createStrapi({ appDir: root, distDir: path.join(root, 'dist') });
  // Strapi ends itself orderly on SIGTERM.
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  await strapi.start();
  tell({ kind: 'started' });
  const report = await loadSeeds({
    strapi,
    directory: path.join(root, 'database/seeds'),
    onProgress: ({ done, total }) => {
      if (done % PROGRESS_STEP === 0) {
        tell({ kind: 'progress', text: `Loading the seeds: ${done} of ${total} files` });
      }
    },
  });
  tell({ kind: 'seeded', report });
};

run().catch((error: unknown) => {
  const sentence = error instanceof Error ? error.message : String(error);
  console.error(error);
  tell({ kind: 'failed', sentence });
  process.exit(1);
});
