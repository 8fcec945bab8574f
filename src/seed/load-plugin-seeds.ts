import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { SeedFileReport } from './report';
import type { SeedProblem } from './types';

/** What a plugin's service `seeds` offers. */
type SeedsService = {
  load: (options: { directory: string }) => Promise<{
    files: {
      file: string;
      created: number;
      updated: number;
      unchanged: number;
      errors: { line?: number; message: string }[];
    }[];
  }>;
};

/** Has a plugin load its own folder of seeds; a folder that its plugin cannot load is refused. */
export const loadPluginSeeds = async ({
  strapi,
  plugin,
  directory,
}: {
  strapi: Core.Strapi;
  plugin: string;
  directory: string;
}): Promise<SeedFileReport[]> => {
  const service = strapi.plugin(plugin).services.seeds as unknown as SeedsService | undefined;
  if (!service) {
    const errors: SeedProblem[] = [{ line: 1, message: `the plugin ${plugin} loads no seeds` }];
    return [{ file: plugin, outcome: 'refused', errors }];
  }
  const { files } = await service.load({ directory: path.join(directory, plugin) });
  return files.map(({ file, created, updated, unchanged, errors }): SeedFileReport => {
    const name = `${plugin}/${path.basename(file)}`;
    return errors.length > 0
      ? {
          file: name,
          outcome: 'refused',
          errors: errors.map(({ line = 1, message }) => ({ line, message })),
        }
      : { file: name, outcome: 'rows', errors: [], created, updated, unchanged };
  });
};
