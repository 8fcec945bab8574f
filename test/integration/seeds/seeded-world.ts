import path from 'node:path';
import { loadSeeds } from '../../../src/seed/load-seeds';
import { projectRoot } from '../../support/compile';
import { startMeilisearch, type TestMeilisearch } from '../../support/meilisearch';
import { type SearchTools, searchTools } from '../../support/search';
import { bootStrapi, type TestStrapi } from '../../support/strapi';

export const TERRITORY = 'api::observatory.territory';
export const PROJECT = 'api::observatory.project';
export const OWN_SEEDS = path.join(projectRoot, 'database/seeds');

/** A server that has loaded the observatory's own seeds once, with all of them in its search index. */
export type SeededWorld = {
  app: TestStrapi;
  engine: TestMeilisearch;
  tools: SearchTools;
  /** The report of the load. */
  whole: Awaited<ReturnType<typeof loadSeeds>>;
};

export const startSeededWorld = async (): Promise<SeededWorld> => {
  const engine = await startMeilisearch();
  const app = await bootStrapi({ meilisearch: engine });
  const tools = searchTools(app);
  const whole = await loadSeeds({ strapi: app.strapi, directory: OWN_SEEDS });
  await tools.drained();
  return { app, engine, tools, whole };
};

export const findTerritory = ({ app }: SeededWorld, reference: string) =>
  app.strapi.documents(TERRITORY).findFirst({ filters: { reference }, populate: ['parent'] });
