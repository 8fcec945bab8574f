import { expect, it } from 'vitest';
import { createFindModel } from '../../../src/seed/find-model';
import { findTargets, targetKey } from '../../../src/seed/find-targets';
import { parseSeedFile } from '../../../src/seed/parse-seed-file';
import { documentLink, resolveRelations } from '../../../src/seed/resolve-relations';
import { loadSamples } from '../../../src/seed/sample/load-samples';
import {
  SAMPLE_TYPE,
  sampleInitiative,
  sampleReference,
} from '../../../src/seed/sample/sample-initiative';
import type { SeedContent } from '../../../src/seed/types';
import { writeEntry } from '../../../src/seed/write-entry';
import type { SeededWorld } from './seeded-world';

const NUMBERS = [1, 2, 3];

/** Tests of generated monographs. No engine may run: they look at the marks that wait for one. */
export const testSamples = (world: () => SeededWorld): void => {
  const columnOf = (row: Record<string, unknown>, key: string): string => String(row[key] ?? '');

  /** Every row of these documents in every table, without what differs between equal rows. */
  const tablesOf = async (references: readonly string[]) => {
    const { connection } = world().app.strapi.db;
    const dropped = ['id', 'created_at', 'updated_at', 'published_at'];
    const strip = (row: Record<string, unknown>) =>
      Object.fromEntries(Object.entries(row).filter(([key]) => !dropped.includes(key)));
    const rows: Record<string, unknown>[] = await connection('initiatives').whereIn('reference', [
      ...references,
    ]);
    const labelled = rows.map((row) => ({
      id: row.id as number,
      label: `${row.reference} ${row.locale} ${row.published_at === null ? 'draft' : 'published'}`,
      row: strip(row),
    }));
    const labels = new Map(labelled.map(({ id, label }) => [id, label]));
    const found: Record<string, unknown> = {};
    found.initiatives = labelled
      .map(({ label, row }) => ({ label, ...row }))
      .sort((a, b) => (a.label < b.label ? -1 : 1));
    for (const link of ['themes', 'owner', 'territories', 'programme', 'partners']) {
      const links: Record<string, unknown>[] = await connection(`initiatives_${link}_lnk`).whereIn(
        'initiative_id',
        [...labels.keys()],
      );
      found[link] = links
        .map(({ initiative_id, ...rest }) => ({
          label: labels.get(Number(initiative_id)),
          ...strip(rest),
        }))
        .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    }
    const components: Record<string, unknown>[] = await connection('initiatives_cmps').whereIn(
      'entity_id',
      [...labels.keys()],
    );
    const inner = [];
    for (const { entity_id, cmp_id, ...rest } of components) {
      const uid = String(rest.component_type);
      const { tableName } = world().app.strapi.db.metadata.get(uid);
      const [row] = await connection(tableName).where('id', Number(cmp_id));
      const funders =
        uid === 'iris.funding'
          ? await connection(`${tableName}_funder_lnk`).where('funding_id', Number(cmp_id))
          : [];
      inner.push({
        label: labels.get(Number(entity_id)),
        ...strip(rest),
        row: strip(row),
        funders: funders.map((link: Record<string, unknown>) => link.organisation_id),
      });
    }
    found.components = inner.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    return found;
  };

  const writeByService = async (content: SeedContent) => {
    const { strapi } = world().app;
    const findModel = createFindModel({ strapi });
    const model = findModel(content.type);
    if (!model) throw new Error(content.type);
    const parsed = parseSeedFile({
      file: `iris/initiative/${content.reference}.json`,
      text: JSON.stringify({
        type: content.type,
        reference: content.reference,
        sources: content.shared.sources,
        originalLocale: content.originalLocale,
        shared: content.shared,
        locales: content.locales,
      }),
      findModel,
      locales: ['fr', 'el', 'pt', 'es', 'pl', 'en'],
    });
    if (parsed.outcome === 'refused') throw new Error(JSON.stringify(parsed.errors));
    const targets = await findTargets({ strapi, findModel, wanted: parsed.entry.needs });
    const shared = resolveRelations({
      model,
      findModel,
      values: parsed.entry.shared,
      linkTo: (need) => {
        const target = targets.get(targetKey(need));
        if (!target) throw new Error(need.reference);
        return documentLink({ model, target });
      },
    });
    await strapi.db.transaction(() =>
      writeEntry({
        strapi,
        model,
        entry: parsed.entry,
        documentId: content.documentId,
        shared,
        mark: undefined,
      }),
    );
  };

  it('are the rows that the Document Service writes, added once', async () => {
    const references = NUMBERS.map(sampleReference);
    expect(await loadSamples({ strapi: world().app.strapi, count: NUMBERS.length })).toEqual({
      created: NUMBERS.length,
      unchanged: 0,
    });
    const batched = await tablesOf(references);
    const marked = await world()
      .app.strapi.db.connection('search_marks')
      .where({ uid: SAMPLE_TYPE })
      .whereIn(
        'document_id',
        NUMBERS.map((number) => sampleInitiative(number).documentId),
      );
    expect(marked).toHaveLength(NUMBERS.length);
    expect(batched.initiatives).toHaveLength(NUMBERS.length * 5 * 2);
    expect(await loadSamples({ strapi: world().app.strapi, count: NUMBERS.length })).toEqual({
      created: 0,
      unchanged: NUMBERS.length,
    });
    expect(await tablesOf(references)).toEqual(batched);

    for (const number of NUMBERS) {
      await world()
        .app.strapi.documents(SAMPLE_TYPE)
        .delete({ documentId: sampleInitiative(number).documentId, locale: '*' });
    }
    expect((await tablesOf(references)).components).toEqual([]);
    for (const number of NUMBERS) await writeByService(sampleInitiative(number));
    const served = await tablesOf(references);
    for (const table of Object.keys(served)) expect(batched[table]).toEqual(served[table]);
  });

  it('can be edited and published on like any other', async () => {
    await loadSamples({ strapi: world().app.strapi, count: 8 });
    const { documentId } = sampleInitiative(8);
    const documents = world().app.strapi.documents(SAMPLE_TYPE);
    await documents.update({ documentId, locale: 'el', data: { title: 'Νέος τίτλος' } as never });
    await documents.publish({ documentId, locale: 'el' });
    const published = await documents.findOne({
      documentId,
      locale: 'el',
      status: 'published',
      populate: ['themes', 'costs', 'costTexts'],
    });
    expect(published).toMatchObject({ title: 'Νέος τίτλος', costs: [{}, {}], costTexts: [{}, {}] });
    expect(columnOf(published ?? {}, 'reference')).toBe(sampleReference(8));
  });
};
