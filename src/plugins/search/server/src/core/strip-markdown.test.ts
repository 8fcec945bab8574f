import { expect, it } from 'vitest';
import { stripMarkdown } from './strip-markdown';

it.each([
  ['# Titre\n\nDu **gras** et [un lien](https://oten.fr).', 'Titre\nDu gras et un lien.'],
  ['- un\n- deux', 'un\ndeux'],
  ['<p>premier</p><p>second</p>', 'premier\nsecond'],
  ['ligne<br>suivante', 'ligne\nsuivante'],
  ['| a | b |\n|---|---|\n| 1 | 2 |', 'a b\n1 2'],
  ['![carte](x.png)', 'carte'],
  ['', ''],
])('makes %j plain', (markdown, plain) => {
  expect(stripMarkdown(markdown)).toBe(plain);
});
