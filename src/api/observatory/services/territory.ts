import { factories } from '@strapi/strapi';
import { type NutsResolution, type NutsTerritory, nutsResolver } from '../rules/resolve-nuts';

export default factories.createCoreService('api::observatory.territory', ({ strapi }) => {
  /** A resolver over the territories as they are now: make one per import, not per code. */
  const readResolver = async (): Promise<(code: string) => NutsResolution> => {
    const territories: NutsTerritory[] = await strapi.db
      .query('api::observatory.territory')
      .findMany({
        select: ['documentId', 'reference', 'nutsCode', 'nutsHistory'],
        where: { nutsCode: { $notNull: true } },
      });
    return nutsResolver(territories);
  };
  return {
    nutsResolver: readResolver,
    /** The territory of a NUTS code of any version, by its present or a former code. */
    resolveNuts: async ({ code }: { code: string }): Promise<NutsResolution> =>
      (await readResolver())(code),
  };
});
