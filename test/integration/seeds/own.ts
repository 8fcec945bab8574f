import { expect, it } from 'vitest';
import { documentIdOf } from '../../../src/seed/document-id';
import { loadSeeds } from '../../../src/seed/load-seeds';
import { findTerritory, OWN_SEEDS, type SeededWorld, TERRITORY } from './seeded-world';

const ALL = ['fr', 'el', 'pt', 'es', 'pl', 'en'];

/** Tests of the observatory's own seeds, loaded once whole. */
export const testOwnSeeds = (world: () => SeededWorld): void => {
  it('load whole, each territory under its parent, and a second time change nothing', async () => {
    const { whole } = world();
    const refused = whole.files.filter(({ outcome }) => outcome === 'refused');
    expect(refused.filter(({ file }) => file !== 'regional-dynamics')).toEqual([]);

    const crete = await findTerritory(world(), 'NUTS-EL43');
    expect(crete).toMatchObject({
      documentId: documentIdOf({ type: TERRITORY, reference: 'NUTS-EL43' }),
      name: 'Κρήτη',
      unverifiedNames: ['fr', 'pt', 'es', 'pl'],
      parent: { reference: 'NUTS-EL4' },
    });
    expect(await findTerritory(world(), 'NUTS-FRH0')).toMatchObject({ slug: 'bretagne' });
    expect(await findTerritory(world(), 'NUTS-FRH')).toMatchObject({ slug: 'bretagne-frh' });
    expect(crete?.nutsHistory).toContainEqual({ code: 'GR43', version: '2006' });
    const regions = await world()
      .app.strapi.documents(TERRITORY)
      .count({ filters: { level: 'region' } });
    expect(regions).toBe(252);

    // Every translated type that is not private has content, published in all six locales.
    for (const { uid, options } of Object.values(world().app.strapi.contentTypes)) {
      if (!uid.startsWith('api::') || !options?.draftAndPublish) continue;
      const rows = await world()
        .app.strapi.db.query(uid)
        .findMany({ where: { publishedAt: { $notNull: true } }, select: ['locale'] });
      expect([uid, ...new Set(rows.map(({ locale }) => locale))].sort()).toEqual(
        [uid, ...ALL].sort(),
      );
    }

    const rows = () =>
      world()
        .app.strapi.db.query(TERRITORY)
        .findMany({ orderBy: 'id', populate: ['parent'] });
    const before = await rows();
    const again = await loadSeeds({ strapi: world().app.strapi, directory: OWN_SEEDS });
    expect(again.counts).toMatchObject({ created: 0, updated: 0, kept: 0 });
    expect(again.counts.unchanged).toBe(whole.counts.created);
    expect(await rows()).toEqual(before);
  });
};
