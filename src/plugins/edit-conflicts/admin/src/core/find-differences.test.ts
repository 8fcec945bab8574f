import { describe, expect, it } from 'vitest';
import { findDifferences } from './find-differences';
import type { Fields } from './models';
import { models } from './test-models';

const find = (base: Fields, mine: Fields, theirs: Fields, fields?: string[]) =>
  findDifferences({
    models,
    fields: fields ?? Object.keys(models.contentType.attributes),
    base,
    mine,
    theirs,
  });

describe('what two people have changed', () => {
  it('is found where both changed the same text', () => {
    expect(find({ title: 'A' }, { title: 'B' }, { title: 'C' })).toEqual([
      {
        path: ['title'],
        names: [{ uid: 'api::x.x', name: 'title' }],
        attribute: { type: 'string' },
        mine: 'B',
        theirs: 'C',
        both: true,
      },
    ]);
  });

  it('is told apart from what only somebody else has changed', () => {
    const [one] = find(
      { title: 'A', body: 'x' },
      { title: 'B', body: 'x' },
      { title: 'A', body: 'y' },
    );
    expect(one).toMatchObject({ path: ['body'], both: false });
  });

  it('leaves out what only the form has changed, and what both made the same', () => {
    expect(
      find({ title: 'A', body: 'x' }, { title: 'B', body: 'z' }, { title: 'B', body: 'x' }),
    ).toEqual([]);
  });

  it('leaves out links, what the form does not send, and fields that do not count', () => {
    expect(
      find(
        { title: 'A' },
        { themes: { connect: [] }, body: 'b' },
        { title: 'C', themes: { count: 2 }, body: 'c' },
        ['title', 'themes'],
      ),
    ).toEqual([]);
  });

  it('takes the same value in another writing for the same', () => {
    const base = {
      body: null,
      budget: '10.50',
      sources: ['a'],
      opensAt: '2026-01-01T00:00:00.000Z',
      files: [{ id: 1, name: 'a.pdf' }],
      costs: [],
    };
    const mine = { ...base, title: 'T' };
    const theirs = {
      body: '',
      budget: 10.5,
      sources: '["a"]',
      opensAt: '2026-01-01T01:00:00.000+01:00',
      files: [{ id: 1, name: 'b.pdf' }],
      costs: null,
    };
    expect(find(base, mine, theirs)).toEqual([]);
  });
});

describe('lists of components', () => {
  const cost = (id: number, code: string, label: string) => ({ id, code, label, note: null });

  it('are compared item by item, by code, whatever rows hold them', () => {
    const base = { costs: [cost(1, 'a', 'A'), cost(2, 'b', 'B')] };
    const mine = { costs: [cost(1, 'a', 'Mine'), cost(2, 'b', 'B')] };
    const theirs = { costs: [cost(8, 'a', 'A'), cost(9, 'b', 'Theirs')] };
    expect(find(base, mine, theirs)).toMatchObject([
      { path: ['costs', 1, 'label'], mine: 'B', theirs: 'Theirs', both: false },
    ]);
    expect(find(base, mine, theirs)[0]?.names).toEqual([
      { uid: 'api::x.x', name: 'costs', item: 2 },
      { uid: 'x.cost', name: 'label' },
    ]);
  });

  it('are one text when they gained, lost or moved items', () => {
    const base = { costs: [cost(1, 'a', 'A')] };
    const mine = { costs: [cost(1, 'a', 'Mine')] };
    const theirs = { costs: [cost(2, 'b', 'B'), cost(1, 'a', 'A')] };
    expect(find(base, mine, theirs)).toMatchObject([{ path: ['costs'], both: true }]);
  });

  it('are equal when only their rows are new', () => {
    const base = { costs: [cost(1, 'a', 'A')] };
    expect(find(base, { costs: [cost(1, 'a', 'Mine')] }, { costs: [cost(7, 'a', 'A')] })).toEqual(
      [],
    );
  });
});

it('a single component is compared field by field', () => {
  const version = (text: string, size: string) => ({ fit: { id: 1, text, size } });
  expect(find(version('a', 's'), version('b', 's'), version('a', 'm'))).toMatchObject([
    { path: ['fit', 'size'], both: false },
  ]);
});
