import { expect, it } from 'vitest';
import { markedParts } from './marked-parts';

it('parts a highlight, and shows what was escaped as it was written', () => {
  expect(markedParts('L’<mark>avion</mark> &lt;b&gt; &amp;lt; <mark>d&#39;ici</mark>')).toEqual([
    { text: 'L’', isMarked: false, at: 0 },
    { text: 'avion', isMarked: true, at: 2 },
    { text: ' <b> &lt; ', isMarked: false, at: 20 },
    { text: "d'ici", isMarked: true, at: 40 },
  ]);
  expect(markedParts('')).toEqual([]);
});
