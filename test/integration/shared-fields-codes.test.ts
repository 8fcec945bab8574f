import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  completeInitiative,
  documents,
  ensureLocales,
  INITIATIVE,
  rowsByKey,
  untilIdle,
} from '../support/shared-fields';
import { bootStrapi, type TestStrapi } from '../support/strapi';

let booted: TestStrapi;
let complete: object;

beforeAll(async () => {
  booted = await bootStrapi();
  await ensureLocales(booted.strapi);
  complete = await completeInitiative(booted.strapi);
});
afterAll(async () => {
  if (booted) await untilIdle(booted.strapi);
  await booted?.stop();
});

const initiatives = () => documents(booted.strapi, INITIATIVE);

const lists = (documentId: string) =>
  rowsByKey({
    strapi: booted.strapi,
    uid: INITIATIVE,
    documentId,
    components: {
      costs: ['code', 'amount'],
      costTexts: ['code', 'label'],
      successFactors: ['code', 'text'],
    },
  });

const create = async (data: object) =>
  (
    await initiatives().create({
      locale: 'fr',
      data: { ...complete, title: 'Une initiative', ...data },
    })
  ).documentId;

const cost = (code?: string, amount = 1) => ({ code, kind: 'operation', amount, currency: 'EUR' });

const faultAt = (...path: string[]) => ({
  name: 'ValidationError',
  details: { errors: [{ path, message: expect.stringContaining(path[0] ?? '') }] },
});

describe('on the original', () => {
  it('a new item gets a code, and an empty item in the text list', async () => {
    const documentId = await create({ costs: [cost('studies'), cost()] });
    const row = (await lists(documentId))['fr draft'];
    const codes = ((row?.costs ?? []) as { code: string }[]).map(({ code }) => code);
    expect(codes).toEqual(['studies', expect.stringMatching(/^c[0-9a-f]{10}$/)]);
    expect(row?.costTexts).toEqual(codes.map((code) => ({ code, label: null })));
  });

  it('the texts stay with their codes when items are added, moved and taken out', async () => {
    const documentId = await create({
      costs: [cost('a'), cost('b')],
      costTexts: [
        { code: 'b', label: 'B' },
        { code: 'a', label: 'A' },
      ],
    });
    await initiatives().update({
      documentId,
      locale: 'fr',
      data: { costs: [cost('c'), cost('b')] },
    });
    expect((await lists(documentId))['fr draft']?.costTexts).toEqual([
      { code: 'b', label: 'B' },
      { code: 'c', label: null },
    ]);
  });

  it('a code stands once in its list, and never changes', async () => {
    await expect(create({ costs: [cost('a'), cost('a')] })).rejects.toMatchObject(
      faultAt('costs', '1', 'code'),
    );
    const documentId = await create({ costs: [cost('a')] });
    const read = await initiatives().findOne({ documentId, locale: 'fr', populate: ['costs'] });
    const [item] = (read?.costs ?? []) as { id: number }[];
    const update = (data: object) =>
      initiatives().update({ documentId, locale: 'fr', data: { costs: [{ ...cost(), ...data }] } });
    await expect(update({ id: item?.id, code: 'b' })).rejects.toMatchObject(
      faultAt('costs', '0', 'code'),
    );
    await update({ id: item?.id, code: null, amount: 9 });
    expect((await lists(documentId))['fr draft']?.costs).toEqual([{ code: 'a', amount: 9 }]);
  });

  it('a text for an unknown code is refused', async () => {
    await expect(
      create({ costs: [cost('a')], costTexts: [{ code: 'z', label: 'Z' }] }),
    ).rejects.toMatchObject(faultAt('costTexts', '0', 'code'));
  });
});

describe('on a translation', () => {
  const original = () =>
    create({
      costs: [cost('a'), cost('b')],
      successFactors: [{ code: 'f', text: 'Facteur' }],
    });
  const translate = (documentId: string, data: object) =>
    initiatives().update({
      documentId,
      locale: 'el',
      data: { ...complete, title: 'Τίτλος', ...data },
    });

  it('a code unknown to the original is refused, and nothing saved', async () => {
    const documentId = await original();
    await expect(
      translate(documentId, { costTexts: [{ code: 'z', label: 'Z' }] }),
    ).rejects.toMatchObject(faultAt('costTexts', '0', 'code'));
    await expect(
      translate(documentId, { successFactors: [{ code: 'z', text: 'Z' }] }),
    ).rejects.toMatchObject(faultAt('successFactors', '0', 'code'));
    expect(Object.keys(await lists(documentId))).toEqual(['fr draft']);
  });

  it('a missing code saves, and blocks the publication of that locale only', async () => {
    const documentId = await original();
    await translate(documentId, { costTexts: [{ code: 'a', label: 'A' }], successFactors: [] });
    await expect(initiatives().publish({ documentId, locale: '*' })).rejects.toMatchObject({
      name: 'ValidationError',
      details: { errors: [{ path: ['costTexts'] }, { path: ['successFactors'] }] },
    });
    expect(Object.keys(await lists(documentId))).toEqual(['el draft', 'fr draft']);
    await initiatives().publish({ documentId, locale: 'fr' });
    await translate(documentId, {
      costTexts: [{ code: 'b', label: 'B' }, { label: 'A' }],
      successFactors: [{ text: 'Παράγοντας' }],
    });
    await initiatives().publish({ documentId, locale: 'el' });
    expect((await lists(documentId))['el published']).toEqual({
      costs: [
        { code: 'a', amount: 1 },
        { code: 'b', amount: 1 },
      ],
      costTexts: [
        { code: 'b', label: 'B' },
        { code: 'a', label: 'A' },
      ],
      successFactors: [{ code: 'f', text: 'Παράγοντας' }],
    });
  });

  it('a text whose code the original lost is kept, and saves again', async () => {
    const documentId = await original();
    const costTexts = [
      { code: 'a', label: 'A' },
      { code: 'b', label: 'B' },
    ];
    await translate(documentId, { costTexts });
    await initiatives().update({ documentId, locale: 'fr', data: { costs: [cost('a')] } });
    await translate(documentId, { costTexts });
    await expect(
      translate(documentId, { costTexts: [...costTexts, { code: 'z', label: 'Z' }] }),
    ).rejects.toMatchObject(faultAt('costTexts', '2', 'code'));
    expect((await lists(documentId))['el draft']?.costTexts).toEqual(costTexts);
  });
});
