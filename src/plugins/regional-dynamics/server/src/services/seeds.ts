import type { Core } from '@strapi/strapi';
import type { SeedReport } from '../../../shared/contracts';
import { loadSeeds } from '../seeds/load-seeds';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Loads a folder of seeds, idempotently; see `loadSeeds`. */
  load: ({ directory }: { directory: string }): Promise<SeedReport> => loadSeeds(strapi, directory),
});
