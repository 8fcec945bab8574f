import { describe, expect, it } from 'vitest';
import { buildCatalogue } from './build-catalogue';
import type { Attribute, Schema, Settings } from './schema';

const settings: Settings = {
  include: ['api::'],
  exclude: [],
  originalLocale: 'originalLocale',
  code: 'code',
  pairs: {},
};
const text = { pluginOptions: { i18n: { localized: true } } };

const type = (uid: string, attributes: Record<string, Attribute>, localized = true): Schema => ({
  uid,
  options: { draftAndPublish: localized },
  pluginOptions: localized ? text.pluginOptions : {},
  attributes: localized ? { originalLocale: { type: 'string' }, ...attributes } : attributes,
});
const relation = (relationKind: string, target: string, more = {}): Attribute => ({
  type: 'relation',
  relation: relationKind,
  target,
  ...more,
});
const catalogue = (types: Schema[], components: Schema[] = [], more: Partial<Settings> = {}) =>
  buildCatalogue({
    contentTypes: Object.fromEntries(types.map((one) => [one.uid, one])),
    components: Object.fromEntries(components.map((one) => [one.uid, one])),
    settings: { ...settings, ...more },
  });

const theme = type('api::x.theme', { name: { type: 'string' } }, false);

describe('the catalogue', () => {
  it('tells texts, shared attributes, references, links and what is Strapi’s', () => {
    const note = type('api::x.note', {
      title: { type: 'string', ...text },
      slug: { type: 'uid' },
      year: { type: 'integer' },
      image: { type: 'media' },
      themes: relation('oneToMany', theme.uid),
      sources: relation('manyToMany', 'api::x.note'),
      parent: relation('manyToOne', 'api::x.note', { inversedBy: 'children' }),
      children: relation('oneToMany', 'api::x.note', { mappedBy: 'parent' }),
      createdBy: relation('oneToOne', 'admin::user', { visible: false }),
      updatedAt: { type: 'datetime' },
    });
    expect(catalogue([note, theme]).translated.get(note.uid)).toEqual({
      kind: 'translated',
      uid: note.uid,
      hasDrafts: true,
      texts: ['title', 'slug'],
      shared: [
        { name: 'year', kind: 'scalar' },
        { name: 'image', kind: 'media' },
        { name: 'themes', kind: 'relation' },
      ],
      links: [{ name: 'sources', target: note.uid, many: true }],
      codedLists: [],
      family: note.uid,
    });
  });

  it('finds what records link, and ties families', () => {
    const note = type('api::x.note', {});
    const study = type('api::x.study', { notes: relation('oneToMany', note.uid) });
    const record = type('api::x.record', { study: relation('oneToOne', study.uid) }, false);
    const lone = type('api::x.lone', {});
    const found = catalogue([note, study, record, lone, theme]);
    expect(found.plain.get(record.uid)?.links).toEqual([
      { name: 'study', target: study.uid, many: false },
    ]);
    expect([note, study].map(({ uid }) => found.translated.get(uid)?.family)).toEqual([
      note.uid,
      note.uid,
    ]);
    expect(found.plain.get(record.uid)?.family).toBe(note.uid);
    expect(found.translated.get(lone.uid)?.family).toBeUndefined();
  });

  it('pairs a text list by the names of components, or as the settings say', () => {
    const component = (uid: string): Schema => ({ uid, attributes: { code: { type: 'string' } } });
    const list = (name: string, more = {}): Attribute => ({
      type: 'component',
      component: name,
      repeatable: true,
      ...more,
    });
    const note = type('api::x.note', {
      costs: list('x.cost'),
      costTexts: list('x.cost-text', text),
      factors: list('x.factor', text),
      factorSources: list('x.source'),
      plain: list('x.plain'),
    });
    const components = [
      ...['x.cost', 'x.cost-text', 'x.factor', 'x.source'].map(component),
      { uid: 'x.plain', attributes: {} },
    ];
    const pairs = { [note.uid]: { factorSources: 'factors' } };
    expect(catalogue([note], components, { pairs }).translated.get(note.uid)?.codedLists).toEqual([
      { name: 'costs', localized: false, follows: undefined },
      { name: 'costTexts', localized: true, follows: 'costs' },
      { name: 'factors', localized: true, follows: 'factorSources' },
      { name: 'factorSources', localized: false, follows: undefined },
    ]);
  });

  it('leaves excluded types and plugins’ alone', () => {
    const note = type('api::x.note', {});
    const other = type('plugin::y.note', {});
    const found = catalogue([note, other], [], { exclude: [note.uid] });
    expect(found.translated.size).toBe(0);
  });

  it('refuses what it cannot look after, by name', () => {
    const bare = { ...type('api::x.bare', {}), attributes: {} };
    expect(() => catalogue([bare])).toThrow(/api::x\.bare .*"originalLocale"/);
    const zone = type('api::x.zone', { blocks: { type: 'dynamiczone' } });
    expect(() => catalogue([zone])).toThrow('api::x.zone.blocks is a dynamic zone');
  });
});
