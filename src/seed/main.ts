import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { loadSeeds } from './load-seeds';
import { loadStrapi } from './load-strapi';
import { createProgressBar } from './progress-bar';
import { describeReport } from './report';
import { loadSamples } from './sample/load-samples';

const USAGE = 'Usage: npm run seed [-- --sample <generated monographs, 1 to 99999>]';

const readArguments = (): { sample: number } | { problem: string } => {
  try {
    const { values } = parseArgs({ options: { sample: { type: 'string', default: '0' } } });
    const sample = z.coerce.number().int().min(0).max(99_999).safeParse(values.sample);
    return sample.success
      ? { sample: sample.data }
      : { problem: `--sample is "${values.sample}". ${USAGE}` };
  } catch (error) {
    return { problem: `${error instanceof Error ? error.message : error} ${USAGE}` };
  }
};

const seed = async ({
  strapi,
  root,
  sample,
}: {
  strapi: Core.Strapi;
  root: string;
  sample: number;
}): Promise<boolean> => {
  const seeds = createProgressBar({ title: 'Seeds  ', stream: process.stderr });
  const report = await loadSeeds({
    strapi,
    directory: path.join(root, 'database/seeds'),
    onProgress: seeds.show,
  });
  seeds.end();
  console.log(describeReport(report));
  if (sample === 0) return report.ok;

  const samples = createProgressBar({ title: 'Samples', stream: process.stderr });
  const started = performance.now();
  const { created, unchanged } = await loadSamples({
    strapi,
    count: sample,
    onProgress: samples.show,
  });
  samples.end();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${created} samples created, ${unchanged} unchanged, in ${seconds} s`);
  return report.ok;
};

/** `npm run seed`: loads `database/seeds` into the database of the environment, without HTTP. */
const main = async (): Promise<number> => {
  const given = readArguments();
  if ('problem' in given) {
    console.error(given.problem);
    return 2;
  }
  const root = path.resolve(__dirname, '../../..');
  const strapi = await loadStrapi(root);
  try {
    return (await seed({ strapi, root, sample: given.sample })) ? 0 : 1;
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
