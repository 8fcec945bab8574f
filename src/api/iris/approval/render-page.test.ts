import { describe, expect, it, test } from 'vitest';
import schema from '../content-types/initiative/schema.json';
import { initiativeText } from './initiative-text';
import { renderMarkdown } from './render-markdown';
import { renderForm, renderNotice } from './render-page';
import { TEXTS, toLanguage } from './texts';

type Attribute = { type: string; pluginOptions?: { i18n?: { localized?: boolean } } };

const localized = Object.entries(schema.attributes as Record<string, Attribute>)
  .filter(([, { pluginOptions }]) => pluginOptions?.i18n?.localized)
  .map(([key, { type }]) => ({ key, type }));

describe('Markdown as HTML', () => {
  it.each([
    ['Un.\n\nDeux\ntrois.', '<p>Un.</p>\n<p>Deux<br>trois.</p>'],
    ['Voici :\n- un\n- *deux*', '<p>Voici :</p>\n<ul><li>un</li><li><em>deux</em></li></ul>'],
    ['1. un\n2. **deux**', '<ol><li>un</li><li><strong>deux</strong></li></ol>'],
    ['## Titre\nSuite', '<p><strong>Titre</strong></p><p>Suite</p>'],
    ['Un [lien](https://a.org/x)', '<p>Un lien (https://a.org/x)</p>'],
    ['2 * 3 * 4', '<p>2 * 3 * 4</p>'],
  ])('%j', (markdown, html) => {
    expect(renderMarkdown(markdown)).toBe(html);
  });

  it.each([
    '<script>alert(1)</script>',
    '**<img src=x onerror=alert(1)>**',
    '[a"onmouseover="x](javascript:alert(1))',
    '- <b>\n\n# <i>',
  ])('lets nothing through that was typed as HTML: %j', (markdown) => {
    const left = renderMarkdown(markdown).replace(/<\/?(p|br|ul|ol|li|strong|em)>/g, '');
    expect(left).not.toMatch(/[<>"]/);
  });
});

test('the text of an initiative is its words: no id, code, mark or file', () => {
  const row = {
    id: 1,
    documentId: 'abc',
    title: 'Portail',
    unreviewedTranslation: true,
    context: ' ',
    owner: { id: 3, name: 'Propriétaire' },
    costTexts: [{ id: 7, code: 'serveur', label: 'Le serveur' }],
  };
  expect(initiativeText({ row, fields: localized })).toEqual([
    { field: 'title', kind: 'plain', text: 'Portail' },
    { field: 'costTexts', kind: 'items', items: [['Le serveur']] },
  ]);
});

describe.each(Object.entries(TEXTS))('the page in %s', (language, texts) => {
  it('has a heading for every text, and says all that the French one says', () => {
    const words = localized.filter(({ type }) => type !== 'boolean').map(({ key }) => key);
    expect(Object.keys(texts.fields).sort()).toEqual(words.sort());
    for (const part of ['{title}', '{link}', '{day}']) {
      expect(`${texts.mail.subject} ${texts.mail.text}`).toContain(part);
    }
  });

  it('shows what was typed as it was typed, and runs nothing', () => {
    const evil = '"><script>alert(1)</script>';
    const html = renderForm({
      language: toLanguage(language) ?? 'fr',
      texts,
      page: {
        textLanguage: evil,
        hash: evil,
        comment: evil,
        alert: 'changed',
        parts: [
          { field: 'title', kind: 'plain', text: evil },
          { field: 'successFactors', kind: 'items', items: [[evil]] },
          { field: evil, kind: 'markdown', text: evil },
        ],
      },
    });
    expect(html).not.toContain('<script');
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).toContain('role="alert"');
  });

  it('says of a link that is none nothing but that', () => {
    const html = renderNotice({ language: toLanguage(language) ?? 'fr', texts, notice: 'gone' });
    expect(html).toContain(texts.notices.gone.title);
    expect(html).not.toContain('<form');
  });
});
