import { describe, expect, it } from 'vitest';
import { applyRelationChange } from './apply-relation-change';
import {
  namedTargets,
  readRelationChange,
  type TargetRef,
  UnreadableRelation,
} from './read-relation-change';

const rows: Record<number, string> = { 1: 'a', 2: 'b', 3: 'c' };
const documentIdOf = (ref: TargetRef) => ('id' in ref ? rows[ref.id] : ref.documentId);
const apply = (current: string[], value: unknown, many = true) =>
  applyRelationChange({ current, change: readRelationChange(value), documentIdOf, many });

describe('a change of a relation', () => {
  it.each([
    ['a', ['a']],
    [
      ['a', 'b', 'a'],
      ['a', 'b'],
    ],
    [2, ['b']],
    ['3', ['c']],
    [{ documentId: 'a', locale: 'fr' }, ['a']],
    [
      [{ id: 1 }, { id: '2' }],
      ['a', 'b'],
    ],
    [{ set: ['b', 'c'] }, ['b', 'c']],
    [null, []],
    [[], []],
    [{ set: null }, []],
  ])('sets %j', (value, list) => {
    expect(apply(['x'], value)).toEqual(list);
  });

  it('connects, moves and disconnects by position', () => {
    expect(apply(['a', 'b'], { connect: ['c'] })).toEqual(['a', 'b', 'c']);
    expect(
      apply(['a', 'b'], { connect: [{ documentId: 'b', position: { start: true } }] }),
    ).toEqual(['b', 'a']);
    const before = { documentId: 'c', position: { before: 'b' } };
    expect(apply(['a', 'b'], { connect: [before] })).toEqual(['a', 'c', 'b']);
    const after = { id: 3, position: { after: 'a' } };
    expect(apply(['a', 'b'], { connect: [after], disconnect: [{ id: 2 }] })).toEqual(['a', 'c']);
    expect(apply(['a', 'b'], { connect: [], disconnect: [] })).toEqual(['a', 'b']);
    expect(apply(['a'], { connect: [{ documentId: 'b', position: { after: 'z' } }] })).toEqual([
      'a',
      'b',
    ]);
  });

  it('keeps the last of several where one is allowed', () => {
    expect(apply(['a'], { connect: ['b'] }, false)).toEqual(['b']);
    expect(apply(['a'], ['b', 'c'], false)).toEqual(['c']);
  });

  it('names all targets, and refuses what is none', () => {
    const change = readRelationChange({
      connect: [{ documentId: 'c', position: { before: 'b' } }],
      disconnect: ['a'],
    });
    expect(namedTargets(change).map(documentIdOf)).toEqual(['a', 'c', 'b']);
    expect(() => readRelationChange(true)).toThrow(UnreadableRelation);
    expect(() => readRelationChange({ connect: [{}] })).toThrow(UnreadableRelation);
  });
});
