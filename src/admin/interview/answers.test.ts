import { describe, expect, it } from 'vitest';
import type { Guide } from '../../api/iris/contracts';
import { answersOf, minutesLeft, missingItems, progressOf } from './answers';

const question = (code: string) => ({
  code,
  text: `${code} ?`,
  hint: null,
  mapsTo: null,
  required: false,
});
const start = {
  code: 'start',
  heading: 'Début',
  minutes: 5,
  questions: [question('a'), question('b')],
};
const guide: Guide = {
  title: 'Méthode',
  language: 'fr',
  sections: [start, { code: 'end', heading: 'Fin', minutes: 3, questions: [question('c')] }],
};

describe('the answers of a form', () => {
  it('get an item for each question that has none, in order', () => {
    expect(missingItems(guide, [{ questionCode: 'b', answer: 'oui' }])).toEqual([
      { questionCode: 'a', question: 'a ?', answer: '', confidential: false },
      { questionCode: 'c', question: 'c ?', answer: '', confidential: false },
    ]);
  });

  it('tell how far the interview is', () => {
    const answers = [
      { questionCode: 'a', answer: 'oui' },
      { questionCode: 'b', answer: ' ' },
      { questionCode: 'c', answer: 'non' },
    ];
    expect(progressOf(start, answers)).toEqual({ questions: 2, answered: 1 });
    expect([minutesLeft(guide, []), minutesLeft(guide, answers)]).toEqual([8, 5]);
  });

  it('are none where the form has none', () => {
    expect([answersOf({}), answersOf(null), answersOf({ answers: null })]).toEqual([[], [], []]);
  });
});
