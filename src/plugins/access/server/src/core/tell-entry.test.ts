import { expect, test } from 'vitest';
import { tellEntry } from './tell-entry';
import { article, viewpoint } from './test-models';

const tell = (entry: Record<string, unknown>) => tellEntry({ entry, model: article, viewpoint });

test('tells what is seen, without private and unknown parts', () => {
  expect(
    tell({
      id: 1,
      documentId: 'a',
      locale: 'fr',
      access: 'public',
      title: 'Titre',
      note: 'secret',
      computed: 'secret',
    }),
  ).toEqual({ id: 1, documentId: 'a', locale: 'fr', title: 'Titre' });
});

test('names what is not seen, and tells no more', () => {
  expect(
    tell({ id: 1, documentId: 'a', locale: 'fr', access: 'members', title: 'secret' }),
  ).toEqual({ id: 1, documentId: 'a', locale: 'fr' });
});

test('goes through links, components and zones', () => {
  const hidden = { id: 2, documentId: 'b', access: 'members', title: 'secret' };
  const seen = { id: 3, documentId: 'c', access: 'public', title: 'Lié', note: 'secret' };
  const told = { id: 3, documentId: 'c', title: 'Lié' };
  expect(
    tell({
      access: 'public',
      related: hidden,
      secret: { text: 'secret' },
      anything: [{ __type: 'article', title: 'secret' }],
      author: { id: 4, name: 'Autrice' },
      block: { id: 5, text: 'Texte', article: [hidden, seen] },
      zone: [
        { __component: 'block', id: 6, article: hidden },
        { __component: 'gone', text: 'secret' },
      ],
      cover: { id: 7, name: 'a.png', related: [hidden] },
    }),
  ).toEqual({
    related: null,
    secret: null,
    anything: [],
    author: { id: 4, name: 'Autrice' },
    block: { id: 5, text: 'Texte', article: [told] },
    zone: [{ __component: 'block', id: 6, article: null }],
    cover: { id: 7, name: 'a.png' },
  });
});
