import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveRelation } from './resolve-relation';
import { resultingRow } from './resulting-row';
import type { Attributes } from './schema';

const components: Record<string, Attributes> = {
  'iris.cost': { code: { type: 'string' }, amount: { type: 'decimal' } },
  'iris.funding': {
    amount: { type: 'decimal' },
    funder: { type: 'relation', relation: 'oneToOne', target: 'organisation' },
  },
};

const attributes: Attributes = {
  title: { type: 'string' },
  quality: { type: 'enumeration', enum: ['documented'], default: 'documented' },
  themes: { type: 'relation', relation: 'oneToMany', target: 'theme' },
  owner: { type: 'relation', relation: 'oneToOne', target: 'organisation' },
  image: { type: 'media', multiple: false },
  costs: { type: 'component', component: 'iris.cost', repeatable: true },
  fit: { type: 'component', component: 'iris.cost' },
  funding: { type: 'component', component: 'iris.funding', repeatable: true },
  createdAt: { type: 'datetime' },
};

const result = (stored: Record<string, unknown> | null, data: Record<string, unknown>) =>
  resultingRow({ attributes, components: (uid) => components[uid] ?? {}, stored, data });

const stored = {
  title: 'Before',
  quality: null,
  themes: [{ id: 1, documentId: 'one' }],
  owner: { id: 5, documentId: 'five' },
  image: { id: 9 },
  costs: [{ id: 3, code: 'total', amount: 10 }],
  fit: { id: 4, code: 'fit', amount: 1 },
  funding: [],
};

describe('the resulting row', () => {
  it('is the stored one where nothing is sent', () => {
    expect(result(stored, {})).toEqual({
      ...stored,
      owner: [{ id: 5, documentId: 'five' }],
      image: [{ id: 9 }],
    });
  });

  it('has defaults where it is new, and there alone', () => {
    expect(result(null, {}).quality).toBe('documented');
    expect(result(stored, {}).quality).toBeNull();
  });

  it('loses what null is sent for', () => {
    const data = { title: null, themes: null, owner: null, image: null, costs: null, fit: null };
    expect(result(stored, data)).toMatchObject({
      title: null,
      themes: [],
      owner: [],
      image: [],
      costs: [],
      fit: null,
    });
  });

  it('mends a component that has an id, and makes one that has none', () => {
    const costs = [{ id: 3, amount: 20 }, { code: 'new' }];
    expect(result(stored, { costs }).costs).toEqual([
      { id: 3, code: 'total', amount: 20 },
      { code: 'new', amount: null },
    ]);
    expect(result(stored, { fit: { amount: 2 } }).fit).toEqual({ code: null, amount: 2 });
  });

  it('resolves relations inside components', () => {
    const funding = [{ amount: 1, funder: { connect: ['org'] } }];
    expect(result(stored, { funding }).funding).toEqual([
      { amount: 1, funder: [{ documentId: 'org' }] },
    ]);
  });
});

describe('a relation', () => {
  const before = [
    { id: 1, documentId: 'one' },
    { id: 2, documentId: 'two' },
  ];
  const outcome = (input: unknown, toOne = false) =>
    resolveRelation({ stored: before, input, toOne }).map(({ id, documentId }) => documentId ?? id);

  it.each<[string, unknown, unknown[]]>([
    ['nothing', undefined, ['one', 'two']],
    ['null', null, []],
    ['an id', 7, [7]],
    ['an id as text', '7', [7]],
    ['a documentId', 'seven', ['seven']],
    ['a list', ['seven', { documentId: 'eight', locale: 'fr' }, { id: 9 }], ['seven', 'eight', 9]],
    ['set', { set: [{ documentId: 'seven' }] }, ['seven']],
    ['an empty set', { set: [] }, []],
    ['connect', { connect: [{ documentId: 'seven' }] }, ['one', 'two', 'seven']],
    ['connect of one that is there', { connect: [{ id: 1 }] }, ['two', 1]],
    ['disconnect', { disconnect: [{ documentId: 'one' }] }, ['two']],
    ['both', { connect: [{ documentId: 'x' }], disconnect: [{ id: 2 }] }, ['one', 'x']],
    ['garbage', [{ colour: 'red' }, true], []],
  ])('given %s', (_, input, expected) => {
    expect(outcome(input)).toEqual(expected);
  });

  it('to one takes the last', () => {
    expect(outcome({ connect: [{ documentId: 'x' }] }, true)).toEqual(['x']);
    expect(outcome(['x', 'y'], true)).toEqual(['y']);
  });

  it('holds what was connected and nothing that was disconnected', () => {
    const ids = fc.uniqueArray(
      fc.string({ minLength: 3, maxLength: 6 }).map((text) => `d${text}`),
      {
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(ids, ids, ids, (held, connect, disconnect) => {
        const resolved = resolveRelation({
          stored: held.map((documentId) => ({ documentId })),
          input: {
            connect: connect.map((documentId) => ({ documentId })),
            disconnect: disconnect.map((documentId) => ({ documentId })),
          },
          toOne: false,
        }).map(({ documentId }) => documentId ?? '');
        expect(new Set(resolved)).toEqual(
          new Set([...held.filter((id) => !disconnect.includes(id)), ...connect]),
        );
        expect(resolved).toHaveLength(new Set(resolved).size);
      }),
    );
  });
});
