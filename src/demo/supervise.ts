import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { SeedReport } from '../seed/report';
import { DemoError } from './demo-error';
import { startMeilisearch } from './meilisearch-process';
import type { DemoMessage } from './messages';
import { endChild, isPortFree } from './processes';
import type { DemoSettings } from './settings';
import { strapiEnvironment } from './strapi-environment';

export type RunningDemo = {
  report: SeedReport;
  /** Resolves with a sentence when one of the two has ended by itself. */
  crashed: Promise<string>;
  stop: () => Promise<void>;
};

const forkStrapi = (settings: DemoSettings): ChildProcess =>
  fork(path.join(__dirname, 'strapi-process.js'), {
    cwd: settings.root,
    env: strapiEnvironment(settings),
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });

const seedsOf = ({
  strapi,
  onProgress,
}: {
  strapi: ChildProcess;
  onProgress: (text: string) => void;
}): Promise<SeedReport> =>
  new Promise((resolve, reject) => {
    strapi.on('message', (message: DemoMessage) => {
      if (message.kind === 'progress') onProgress(message.text);
      if (message.kind === 'started') onProgress('Strapi is up; loading the seeds…');
      if (message.kind === 'seeded') resolve(message.report);
      if (message.kind === 'failed')
        reject(new DemoError(`Strapi could not start: ${message.sentence}`));
    });
    strapi.once('exit', (code, signal) =>
      reject(
        new DemoError(
          `Strapi ended before it was ready (${code ?? signal}): see the messages above.`,
        ),
      ),
    );
  });

const endOf = (child: ChildProcess, name: string): Promise<string> =>
  new Promise((resolve) => {
    child.once('exit', (code, signal) =>
      resolve(`${name} ended unexpectedly (${code ?? signal}).`),
    );
  });

/**
 * Starts Meilisearch and Strapi and ties their lives together: `crashed` tells when one ends,
 * `stop` ends Strapi first, so that nothing is sent to an engine that is gone.
 * @param onProgress gets a sentence for the person who waits
 * @throws DemoError when a part cannot start; whatever was started has then been ended
 */
export const supervise = async ({
  settings,
  onProgress,
}: {
  settings: DemoSettings;
  onProgress: (text: string) => void;
}): Promise<RunningDemo> => {
  if (!(await isPortFree({ host: settings.host, port: settings.port }))) {
    throw new DemoError(
      `Port ${settings.port} is taken by another program: end it, or choose another port for Strapi with PORT.`,
    );
  }
  const children: ChildProcess[] = [];
  const stop = async () => {
    for (const child of [...children].reverse()) await endChild(child);
  };
  // A signal that comes while the two are starting must not leave one behind.
  const abort = () => void stop().then(() => process.exit(130));
  process.once('SIGINT', abort);
  process.once('SIGTERM', abort);
  try {
    onProgress('Starting Meilisearch…');
    const meilisearch = await startMeilisearch(settings);
    children.push(meilisearch);
    onProgress('Starting Strapi…');
    const strapi = forkStrapi(settings);
    children.push(strapi);
    const crashed = Promise.race([endOf(meilisearch, 'Meilisearch'), endOf(strapi, 'Strapi')]);
    const report = await Promise.race([
      seedsOf({ strapi, onProgress }),
      endOf(meilisearch, 'Meilisearch').then((sentence) => {
        throw new DemoError(`${sentence} Read meilisearch.log in the data folder for the reason.`);
      }),
    ]);
    process.off('SIGINT', abort);
    process.off('SIGTERM', abort);
    return { report, crashed, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
