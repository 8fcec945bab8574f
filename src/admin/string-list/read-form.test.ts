import { expect, it } from 'vitest';
import { codedItems, connectedDocument, entryChoices, firstError } from './read-form';

it('items have the title that their code has, and none is offered before it has a code', () => {
  const row = {
    components: [{ code: 'portal' }, { code: 'method' }, { code: '' }, {}],
    texts: [
      { code: 'method', name: 'La méthode' },
      { code: 'portal', name: '' },
    ],
  };
  expect(codedItems({ row, from: 'components', titles: 'texts.name' })).toEqual([
    { value: 'portal', title: 'portal' },
    { value: 'method', title: 'La méthode' },
  ]);
  expect(codedItems({ row: undefined, from: 'components', titles: undefined })).toEqual([]);
});

it('a relation leads to what was connected last, nowhere when it was only cut', () => {
  expect(connectedDocument({ connect: [{ documentId: 'a' }, { documentId: 'b' }] })).toBe('b');
  expect(connectedDocument({ connect: [{ id: 1, apiData: { documentId: 'c' } }] })).toBe('c');
  expect(connectedDocument({ connect: [], disconnect: [{ id: 1 }] })).toBeNull();
  expect(connectedDocument({ connect: [], disconnect: [] })).toBeUndefined();
});

it('an entry is offered once, by its title in the form’s language where it has one', () => {
  const rows = [
    { reference: 'A-1', title: 'Πλάνο', locale: 'el' },
    { reference: 'A-1', title: 'Plan', locale: 'fr' },
    { reference: 'A-2', title: 'Χάρτης', locale: 'el' },
  ];
  expect(entryChoices({ rows, title: 'title', locale: 'fr' })).toEqual([
    { value: 'A-1', title: 'Plan (A-1)' },
    { value: 'A-2', title: 'Χάρτης (A-2)' },
  ]);
});

it('the error of a list is its own or that of an item', () => {
  expect(firstError('wrong')).toBe('wrong');
  expect(firstError([undefined, 'second'])).toBe('second');
  expect(firstError({ 1: { id: 'key' } })).toBe('key');
  expect(firstError(undefined)).toBeUndefined();
});
