import { afterAll, beforeAll, describe, vi } from 'vitest';
import { testFound } from './seeds/found';
import { testLoading } from './seeds/loading';
import { testOwnSeeds } from './seeds/own';
import { testSamples } from './seeds/samples';
import { type SeededWorld, startSeededWorld } from './seeds/seeded-world';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

/** Loading everything takes most of a minute: all that needs it shares one load. */
let started: SeededWorld;
const world = () => started;

beforeAll(async () => {
  started = await startSeededWorld();
});
afterAll(async () => {
  await started?.app.stop();
  await started?.engine.stop();
});

describe('search and REST over the observatory’s own seeds', () => testFound(world));
describe('the observatory’s own seeds', () => testOwnSeeds(world));

describe('without an engine', () => {
  beforeAll(() => started.engine.kill());
  describe('loading seeds', () => testLoading(world));
  describe('generated monographs', () => testSamples(world));
});
