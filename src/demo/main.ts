import path from 'node:path';
import { parseArgs } from 'node:util';
import { describeReport } from '../seed/report';
import { HttpError } from './client';
import { DemoError } from './demo-error';
import { describeDemo } from './describe';
import { runOnce } from './once';
import { loadSettings } from './settings';
import { supervise } from './supervise';

const USAGE = 'Usage: npm run demo [-- --once]';

const readArguments = (): { once: boolean } => {
  try {
    const { values } = parseArgs({ options: { once: { type: 'boolean', default: false } } });
    return { once: values.once };
  } catch (error) {
    throw new DemoError(`${(error as Error).message.split('.')[0]}. ${USAGE}`);
  }
};

const say = (text: string) => console.log(text);

const main = async (): Promise<number> => {
  const { once } = readArguments();
  const settings = loadSettings({ root: path.resolve(__dirname, '../../..') });
  const { report, crashed, stop } = await supervise({ settings, onProgress: say });
  const stopped = new Promise<number>((resolve) => {
    process.once('SIGINT', () => resolve(0));
    process.once('SIGTERM', () => resolve(0));
  });
  let stopping = false;
  const crash = crashed.then((sentence) => {
    if (stopping) return 0;
    console.error(`${sentence} The demo ends with it; start it again with "npm run demo".`);
    return 1;
  });
  say(describeReport(report));
  try {
    if (once) {
      const missing = await Promise.race([
        runOnce({ settings, say }).catch((error: unknown) => {
          if (error instanceof HttpError) return [`an answer: ${error.message}`];
          throw error;
        }),
        crash.then(() => ['a server that stays up']),
        stopped.then(() => ['the end of the run, which was interrupted']),
      ]);
      const all = [...(report.ok ? [] : ['a seed file (refused, see above)']), ...missing];
      for (const item of all) console.error(`Missing: ${item}`);
      return all.length === 0 ? 0 : 1;
    }
    say(describeDemo({ settings }));
    return await Promise.race([stopped, crash]);
  } finally {
    stopping = true;
    await stop();
  }
};

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof DemoError ? error.message : error);
    process.exit(1);
  },
);
