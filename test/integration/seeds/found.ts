import type { UID } from '@strapi/strapi';
import { describe, expect, it, vi } from 'vitest';
import { searchTypes } from '../../../config/search-types';
import type { FacetValue } from '../../../src/plugins/search/shared/contracts';
import type { SeededWorld } from './seeded-world';

/** Tests of search and REST over the observatory's own seeds. */
export const testFound = (world: () => SeededWorld): void => {
  /** How many entries of a type the public may read, by a count in SQL. */
  const published = async (uid: string): Promise<number> => {
    const { tableName, attributes } = world().app.strapi.db.metadata.get(uid);
    const rows = world().app.strapi.db.connection(tableName).countDistinct('document_id as count');
    const model = world().app.strapi.contentType(uid as UID.ContentType);
    if (model.options?.draftAndPublish) rows.whereNotNull('published_at');
    if ('access' in attributes) rows.whereNot('access', 'members');
    if ('publicRole' in attributes) rows.where({ public_role: true, consent: true });
    const [found] = await rows;
    return Number(found?.count ?? 0);
  };

  const countsOf = (values: FacetValue[] = []) =>
    Object.fromEntries(values.map(({ value, count }) => [value, count]));

  it('finds every published entry of the seeds in every locale, and a comparison finds nothing to mend', async () => {
    const locales: { code: string }[] = await world()
      .app.strapi.plugin('i18n')
      .service('locales')
      .find();
    const expected = Object.fromEntries(
      await Promise.all(
        searchTypes.map(async ({ uid, type }) => [type, await published(uid)] as const),
      ),
    );
    const present = Object.fromEntries(Object.entries(expected).filter(([, count]) => count > 0));
    expect(Object.keys(present).length).toBeGreaterThan(8);
    for (const { code } of locales) {
      const { meta } = await world().tools.search({
        locale: code,
        facets: 'type',
        'pagination[pageSize]': '1',
      });
      expect(countsOf(meta.facets?.type), code).toEqual(present);
    }
    expect((await world().tools.status()).queue).toEqual({
      waiting: 0,
      oldestSeconds: null,
      dead: 0,
    });
    expect(await world().tools.reconcile()).toEqual({ missing: 0, stale: 0, ghosts: 0 });
  });

  describe('a search across locales', () => {
    const every = { 'pagination[pageSize]': '1', facets: 'type,locale,stage' };

    /** Public entries of a type that is translated, by a count in SQL. */
    const publishedIn = async (uid: string, locales: readonly string[]): Promise<number> => {
      const { tableName } = world().app.strapi.db.metadata.get(uid);
      const [found] = await world()
        .app.strapi.db.connection(tableName)
        .countDistinct('document_id as count')
        .whereNotNull('published_at')
        .whereNot('access', 'members')
        .whereIn('locale', [...locales]);
      return Number(found?.count ?? 0);
    };

    it('counts each entry once, whatever languages it has, as SQL does', async () => {
      const counts = await Promise.all(
        searchTypes.map(async ({ uid, type }) => [type, await published(uid)] as const),
      );
      const { meta } = await world().tools.search({ ...every, locale: '*' });
      expect(countsOf(meta.facets?.type)).toEqual(
        Object.fromEntries(counts.filter(([, count]) => count > 0)),
      );
      expect(meta.pagination.total).toBe(counts.reduce((sum, [, count]) => sum + count, 0));
      const stages = await world()
        .app.strapi.db.connection('initiatives')
        .countDistinct('document_id as count')
        .select('stage')
        .whereNotNull('published_at')
        .whereNotNull('stage')
        .whereNot('access', 'members')
        .groupBy('stage');
      expect(countsOf(meta.facets?.stage)).toEqual(
        Object.fromEntries(stages.map(({ stage, count }) => [stage, Number(count)])),
      );
    });

    it.each([['el', 'pl'], ['pt'], ['fr', 'el', 'pt', 'es', 'pl', 'en']])(
      'in some languages counts what is published in one of them: %s %s',
      async (...codes) => {
        const type = 'initiative';
        const locales = codes.filter((code) => code !== undefined);
        const asked = { ...every, type, 'filters[locale][$in]': locales.join(',') };
        // One locale is searched in its own index, where other languages stand in: so by a filter.
        const { meta } =
          locales.length > 1
            ? await world().tools.search({ ...every, type, locale: locales.join(',') })
            : await world().tools.search({ ...asked, locale: '*' });
        expect(meta.pagination.total).toBe(await publishedIn('api::iris.initiative', locales));
      },
    );

    it('answers in the language in which the words were found', async () => {
      const one = { reference: 'STUDY-2026-0001', locale: '*' };
      for (const [q, locale] of [
        ['μικρούς δήμους', 'el'],
        ['małych gminach', 'pl'],
      ] as const) {
        const { data } = await world().tools.search({ ...one, q, fields: 'title,slug,locales' });
        expect(data).toMatchObject([{ locale, locales: expect.arrayContaining(['fr', locale]) }]);
        expect(JSON.stringify(data[0]?.highlights)).toContain('<mark>');
      }
      expect(
        (await world().tools.search({ ...one, q: 'małych gminach', locale: 'fr,el' })).data,
      ).toEqual([]);
      expect((await world().tools.search(one)).data).toMatchObject([
        { locale: 'fr', isFallback: false },
      ]);
      const labels = await world().tools.search({ ...one, locale: 'pl,fr', facets: 'type' });
      expect(labels.meta).toMatchObject({
        locale: 'pl,fr',
        facets: { type: [{ label: 'Opracowania', count: 1 }] },
      });
    });
  });

  describe('GET /api/search', () => {
    const referencesOf = async (parameters: Record<string, string>) =>
      (await world().tools.search({ 'pagination[pageSize]': '100', ...parameters })).data.map(
        ({ reference }) => reference,
      );

    it('includes what lies below in a filter by territory, however it is asked', async () => {
      const below = { type: 'territory' };
      const byParameter = await referencesOf({ territory: 'NUTS-EL', ...below });
      expect(byParameter).toEqual(expect.arrayContaining(['NUTS-EL43', 'NUTS-EL']));
      expect(await referencesOf({ 'filters[territories][$in][0]': 'NUTS-EL', ...below })).toEqual(
        byParameter,
      );
      const elsewhere = await referencesOf({ 'filters[territories][$ne]': 'NUTS-EL', ...below });
      expect(elsewhere).toContain('NUTS-FR');
      expect(elsewhere.filter((one) => byParameter.includes(one))).toEqual([]);
    });

    it('names the values of facets in the asked language', async () => {
      const labels = async (locale: string) => {
        const asked = { facets: 'territories,stage,type', type: 'initiative', locale };
        const { facets = {} } = (await world().tools.search(asked)).meta;
        const labelOf = (name: string, value: string) =>
          facets[name]?.find((one) => one.value === value)?.label;
        return [labelOf('territories', 'NUTS-EL43'), labelOf('type', 'initiative')];
      };
      expect(await labels('el')).toEqual(['Κρήτη', 'Πρωτοβουλίες']);
      expect(await labels('fr')).toEqual(['Crète', 'Initiatives']);
      expect(await labels('pl')).toEqual(['Kreta', 'Inicjatywy']);
    });

    it('answers any part of the same order, each with the exact total', async () => {
      const type = 'territory';
      const total = await published('api::observatory.territory');
      const every = await world().tools.search({
        type,
        sort: 'title',
        'pagination[pageSize]': '100',
      });
      expect(every.meta.pagination).toMatchObject({ page: 1, pageSize: 100, total });
      const part = await world().tools.search({
        ...{ type, sort: 'title', facets: 'type' },
        ...{ 'pagination[start]': '7', 'pagination[limit]': '5' },
      });
      expect(part.meta.pagination).toEqual({ start: 7, limit: 5, total });
      expect(part.meta.facets?.type).toMatchObject([{ value: 'territory', count: total }]);
      const titles = (answer: typeof part) => answer.data.map(({ title }) => title);
      expect(titles(part)).toEqual(titles(every).slice(7, 12));
      const reversed = await world().tools.search({
        type,
        sort: 'title:desc',
        'pagination[limit]': '1',
      });
      expect(reversed.data[0]?.title).not.toBe(every.data[0]?.title);
    });

    it('finds what is near a point, the nearest first, and what is in a box', async () => {
      const { data } = await world().tools.search({
        near: '35.2,24.9,300',
        fields: 'title,geo,level',
      });
      expect(data[0]).toMatchObject({
        title: 'Crète',
        level: 'region',
        geo: { lat: expect.any(Number) },
      });
      const distances = data.map(({ distance }) => distance ?? Number.NaN);
      expect(distances).toEqual([...distances].sort((a, b) => a - b));
      expect(distances.at(-1)).toBeLessThanOrEqual(300_000);
      const inMadeira = await referencesOf({ bbox: '-17.5,32.3,-16,33.3', type: 'territory' });
      expect(inMadeira).toContain('NUTS-PT30');
      expect(inMadeira).not.toContain('NUTS-EL43');
    });

    it('answers the fields that are asked for and no others', async () => {
      const { data } = await world().tools.search({
        ...{ q: 'CALL-2019-0001', type: 'funding-call', fields: 'slug,end', highlight: 'false' },
      });
      expect(data[0]).toEqual({
        type: 'funding-call',
        documentId: expect.any(String),
        locale: 'fr',
        slug: expect.any(String),
        end: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      });
    });

    it('judges the state of a call by the minute, without an edit', async () => {
      const call = { reference: 'CALL-2019-0001', fields: 'start,end' };
      const [found] = (await world().tools.search(call)).data;
      const [start, end] = [Date.parse(String(found?.start)), Date.parse(String(found?.end))];
      expect(start).toBeLessThan(end);
      const clock = vi.spyOn(Date, 'now');
      const stateAt = async (now: number) => {
        clock.mockReturnValue(now);
        const states = ['forthcoming', 'open', 'closed'];
        const totals = await Promise.all(
          states.map(async (state) => {
            const { meta } = await world().tools.search({ ...call, 'filters[state][$in]': state });
            return meta.pagination.total;
          }),
        );
        return states.filter((_, index) => totals[index] === 1);
      };
      try {
        expect(await stateAt(start - 1_000)).toEqual(['forthcoming']);
        expect(await stateAt(start)).toEqual(['open']);
        expect(await stateAt(end - 1)).toEqual(['open']);
        expect(await stateAt(end)).toEqual(['closed']);
        // Half a minute before a call closes, nobody may keep the answer for longer than that.
        clock.mockReturnValue(end - 30_000);
        const response = await fetch(`${world().app.url}/api/search?state=open`);
        expect(response.headers.get('cache-control')).toBe('public, max-age=30');
        expect(response.headers.get('etag')).toMatch(/^W/);
      } finally {
        clock.mockRestore();
      }
    });
  });

  it.each([
    ['study', 'el', 'μικρούς δήμους', 'STUDY-2026-0001'],
    ['study', 'pl', 'małych gminach', 'STUDY-2026-0001'],
    ['synthesis-note', 'el', 'ψηφιακή ένταξη', 'NOTE-2026-0003'],
    ['synthesis-note', 'pl', 'szerokopasmowy', 'NOTE-2026-0002'],
    ['regional-analysis', 'pl', 'Małopolska', 'ANALYSIS-2014-0002'],
    ['funding-call', 'el', 'Μαλοπόλσκα', 'CALL-2019-0001'],
    ['funding-call', 'pl', 'Elektroniczna administracja', 'CALL-2019-0001'],
    ['obligation', 'pl', 'anonimizacja', 'OBLIGATION-ANONYMISE'],
  ])('finds a %s in %s by its own words: %s', async (type, locale, q, reference) => {
    const { data } = await world().tools.search({ type, locale, q });
    expect(data[0]).toMatchObject({ reference, locale });
  });

  it.each([
    'studies',
    'synthesis-notes',
    'regional-analyses',
    'seminars',
    'sessions',
    'funding-calls',
    'project-ideas',
    'datasets',
    'obligations',
    'practices',
    'guide-chapters',
  ])('answers %s in each language, and says which are samples', async (type) => {
    for (const locale of ['fr', 'el', 'pt', 'es', 'pl', 'en']) {
      const response = await fetch(`${world().app.url}/api/${type}?locale=${locale}`);
      expect(response.status).toBe(200);
      const { data } = (await response.json()) as { data: Record<string, unknown>[] };
      expect(data.length).toBeGreaterThan(0);
      for (const { reference, isSample, title, locale: answered } of data) {
        expect({ answered, isSample, title }).toEqual({
          answered: locale,
          isSample: String(reference).includes('-SAMPLE-'),
          title: expect.any(String),
        });
      }
    }
  });
};
