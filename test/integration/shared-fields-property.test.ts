import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { documents, ensureLocales, untilIdle } from '../support/shared-fields';
import { sequences, start } from '../support/shared-fields-model';
import { bootStrapi, type TestStrapi } from '../support/strapi';

const RUNS = Number(process.env.SHARED_FIELDS_RUNS ?? 6);
const SEED = Number(process.env.SHARED_FIELDS_SEED ?? Date.now() % 2 ** 31);
const COMMANDS = 40;

let booted: TestStrapi;
const organisations: string[] = [];

beforeAll(async () => {
  booted = await bootStrapi();
  await ensureLocales(booted.strapi);
  for (const name of ['Region', 'City']) {
    const { documentId } = await documents(booted.strapi, 'api::observatory.organisation').create({
      data: { name },
    });
    organisations.push(documentId);
  }
});
afterAll(async () => {
  if (booted) await untilIdle(booted.strapi);
  await booted?.stop();
});

it(
  'after any sequence, drafts agree with drafts, published rows with published rows, and no edit is lost',
  async () => {
    console.info(`SHARED_FIELDS_SEED=${SEED} SHARED_FIELDS_RUNS=${RUNS}`);
    const done = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(sequences({ organisations, maxCommands: COMMANDS }), async (commands) => {
        const begun = await start({ strapi: booted.strapi, done });
        await fc.asyncModelRun(() => begun, commands);
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: process.env.SHARED_FIELDS_SHRINK !== 'true' },
    );
    console.info(JSON.stringify(Object.fromEntries(done)));
    expect([...done.keys()].sort()).toEqual([
      'create',
      'delete',
      'discard',
      'publish',
      'save',
      'unpublish',
    ]);
  },
  60_000 + RUNS * 30_000,
);
