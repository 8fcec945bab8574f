import { describe, expect, it } from 'vitest';
import { documentIdOf } from './document-id';
import { orderEntries } from './order-entries';
import { parseSeedFile } from './parse-seed-file';
import type { FindModel, SeedModel } from './types';

const localized = { pluginOptions: { i18n: { localized: true } } };
const models: Record<string, SeedModel> = {
  'api::room.place': {
    uid: 'api::room.place',
    localized: false,
    draftAndPublish: false,
    attributes: {
      reference: { type: 'string' },
      slug: { type: 'uid' },
      name: { type: 'string', maxLength: 10 },
      size: { type: 'integer', min: 1 },
      parent: { type: 'relation', relation: 'oneToOne', target: 'api::room.place' },
      sources: { type: 'json' },
      photo: { type: 'media' },
    },
  },
  'api::room.story': {
    uid: 'api::room.story',
    localized: true,
    draftAndPublish: true,
    attributes: {
      reference: { type: 'string' },
      title: { type: 'string', ...localized },
      kind: { type: 'enumeration', enum: ['short', 'long'] },
      places: { type: 'relation', relation: 'oneToMany', target: 'api::room.place', ...localized },
      costs: { type: 'component', component: 'room.cost', repeatable: true },
      told: { type: 'customField', options: { holds: 'references', of: 'api::room.place' } },
    },
  },
  'room.cost': {
    uid: 'room.cost',
    localized: false,
    draftAndPublish: false,
    attributes: {
      code: { type: 'string', regex: '^[a-z]+$' },
      payer: { type: 'relation', relation: 'oneToOne', target: 'api::room.place' },
    },
  },
};
const findModel: FindModel = (uid) => models[uid];

const parse = (file: string, content: unknown) =>
  parseSeedFile({
    file,
    text: typeof content === 'string' ? content : JSON.stringify(content, null, 2),
    findModel,
    locales: ['fr', 'el'],
  });
const place = (reference: string, fields: Record<string, unknown> = {}) =>
  parse(`room/place/${reference}.json`, {
    type: 'api::room.place',
    reference,
    sources: ['https://example.org/'],
    fields,
  });
const story = (changes: Record<string, unknown>) =>
  parse('room/story/S-1.json', {
    type: 'api::room.story',
    reference: 'S-1',
    sources: ['https://example.org/'],
    originalLocale: 'el',
    shared: {},
    locales: { el: { title: 'Τίτλος' }, fr: {} },
    ...changes,
  });
const entryOf = (parsed: ReturnType<typeof parse>) => {
  if (parsed.outcome === 'refused') throw new Error(JSON.stringify(parsed.errors));
  return parsed.entry;
};
const errorsOf = (parsed: ReturnType<typeof parse>) =>
  parsed.outcome === 'refused' ? parsed.errors : [];

describe('parseSeedFile', () => {
  it('reads an entry, its sources and what it needs', () => {
    expect(entryOf(place('P-1', { name: 'Here', parent: 'P-2' }))).toMatchObject({
      documentId: documentIdOf({ type: 'api::room.place', reference: 'P-1' }),
      shared: { name: 'Here', parent: 'P-2', sources: ['https://example.org/'] },
      needs: [{ type: 'api::room.place', reference: 'P-2', line: 9 }],
    });
  });

  it('reads a translated entry: relations are shared, all locales published unless told', () => {
    const entry = entryOf(
      story({ shared: { places: ['P-1', 'P-2'], costs: [{ code: 'a', payer: 'P-3' }] } }),
    );
    expect(entry.published).toEqual(['el', 'fr']);
    expect(entry.needs.map(({ reference }) => reference)).toEqual(['P-1', 'P-2', 'P-3']);
    expect(entryOf(story({ shared: { told: ['P-4'] } })).needs).toEqual([
      { type: 'api::room.place', reference: 'P-4', line: 10 },
    ]);
    expect(entryOf(story({ published: ['el'] })).published).toEqual(['el']);
  });

  it.each([
    [place('P-1', { name: 'far too long' }), 8, /^fields\.name: .*10/],
    [place('P-1', { size: 0.5 }), 8, /^fields\.size/],
    [place('P-1', { size: 0 }), 8, /^fields\.size/],
    [place('P-1', { colour: 1 }), 8, /^fields\.colour: there is no such field/],
    [place('P-1', { reference: 'P-1' }), 8, /^fields\.reference: there is no such field/],
    [place('P-1', { slug: 'Not a slug' }), 8, /^fields\.slug: must be a slug/],
    [place('P-1', { photo: 'x.png' }), 8, /cannot fill a field of type media/],
    [place('P-1', { parent: 'not a reference' }), 8, /^fields\.parent/],
    [place('P-1', { name: 'e\u0301' }), 8, /NFC/],
    [parse('room/place/P-2.json', { type: 'api::room.place', reference: 'P-1' }), 3, /named P-2/],
    [parse('room/story/P-1.json', { type: 'api::room.place', reference: 'P-1' }), 2, /story/],
    [parse('room/nothing/P-1.json', { type: 'api::room.nothing', reference: 'P-1' }), 2, /nothing/],
    [parse('room/place/P-1.json', { type: 'api::room.place', reference: 'P-1' }), 1, /sources/],
    [parse('room/place/P-1.json', '{\n"type": 1,\n\n]'), 4, /expected a string/],
    [parse('room/place/P-1.json', '3'), 1, /object/],
    [story({ shared: { title: 'x' } }), 9, /^shared\.title: .*under locales/],
    [story({ shared: { kind: 'middle' } }), 9, /^shared\.kind/],
    [story({ shared: { costs: [{ code: 'A' }] } }), 11, /^shared\.costs\.0\.code/],
    [story({ locales: { el: { places: [] } } }), 11, /^locales\.el\.places: .*under shared/],
    [story({ locales: { el: { colour: 1 } } }), 11, /^locales\.el\.colour: there is no such/],
    [story({ locales: { el: {}, de: {} } }), 11, /no locale de/],
    [story({ locales: { fr: {} } }), 7, /no texts in el/],
    [story({ published: ['el', 'pl'] }), 17, /no texts in this locale/],
  ])('refuses a bad file with its line (%#)', (parsed, line, message) => {
    expect(errorsOf(parsed)).toContainEqual({ line, message: expect.stringMatching(message) });
  });
});

describe('orderEntries', () => {
  it('puts what is needed first, and finds circles without losing the rest', () => {
    const entries = [
      place('A', { parent: 'C' }),
      place('B', { parent: 'A' }),
      place('C'),
      place('X', { parent: 'Y' }),
      place('Y', { parent: 'X' }),
      place('Z', { parent: 'ELSEWHERE' }),
    ].map(entryOf);
    const { ordered, circular } = orderEntries(entries);
    expect(ordered.map(({ reference }) => reference)).toEqual(['C', 'A', 'B', 'X', 'Z']);
    expect(circular.map(({ file }) => file)).toEqual(['room/place/Y.json']);
  });

  it('puts types without locales first', () => {
    const tale = { ...entryOf(story({})), file: 'a/tale/S-1.json' };
    const { ordered } = orderEntries([tale, entryOf(place('Z'))]);
    expect(ordered.map(({ reference }) => reference)).toEqual(['Z', 'S-1']);
  });
});

describe('documentIdOf', () => {
  it('has the form of Strapi’s ids and differs by type and by reference', () => {
    const ids = ['A', 'B'].flatMap((reference) =>
      ['t', 'u'].map((type) => documentIdOf({ type, reference })),
    );
    expect(new Set(ids).size).toBe(4);
    for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9]{23}$/);
  });
});
