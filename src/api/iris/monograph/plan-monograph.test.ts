import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answer, planMonograph, type Question, type Target } from './plan-monograph';

const targets: Record<string, Target> = {
  title: { kind: 'line', maxLength: 100 },
  summary: { kind: 'plain', maxLength: 20 },
  context: { kind: 'markdown', maxLength: undefined },
  lessons: { kind: 'markdown', maxLength: undefined },
  successFactors: { kind: 'items', key: 'text', maxLength: 30 },
};

const question = (code: string, mapsTo?: string, required = false): Question => ({
  code,
  mapsTo,
  required,
});
const answer = (code: string | undefined, text: string, confidential = false): Answer => ({
  question: code,
  text,
  confidential,
});

const plan = (
  questions: Question[],
  answers: Answer[],
  stored: Record<string, unknown> | null = null,
) => planMonograph({ questions, answers, stored, targets });

describe('what answers fill', () => {
  it('is the field that the question names', () => {
    const { filled } = plan(
      [question('q1', 'context')],
      [answer('q1', ' Une **île**.\r\n\r\nDeux. ')],
    );
    expect(filled).toEqual([
      { field: 'context', questions: ['q1'], value: 'Une **île**.\n\nDeux.' },
    ]);
  });

  it('joins answers of one field in the order of the questions, as paragraphs', () => {
    const { filled } = plan(
      [question('first', 'context'), question('second', 'context')],
      [answer('second', 'B'), answer('first', 'A'), answer('second', 'C')],
    );
    expect(filled).toEqual([
      { field: 'context', questions: ['first', 'second'], value: 'A\n\nB\n\nC' },
    ]);
  });

  it('is plain in fields that show no Markdown, and in one line where there is one', () => {
    const { filled } = plan(
      [question('t', 'title'), question('s', 'summary')],
      [answer('t', '## Un *portail*\npour tous'), answer('s', '**Un** [lien](https://a.org)')],
    );
    expect(filled.map(({ value }) => value)).toEqual(['Un portail pour tous', 'Un lien']);
  });

  it.each<[string, string[]]>([
    ['- Une équipe\n  soudée\n- Un *élu*', ['Une équipe soudée', 'Un élu']],
    ['1. Un\n2) Deux', ['Un', 'Deux']],
    [
      'Un paragraphe\nsur deux lignes.\n\nUn autre.',
      ['Un paragraphe sur deux lignes.', 'Un autre.'],
    ],
  ])('is a list of points: %j', (text, points) => {
    const { filled } = plan([question('f', 'successFactors')], [answer('f', text)]);
    expect(filled[0]?.value).toEqual(points.map((point) => ({ text: point })));
  });
});

describe('what answers do not fill', () => {
  it('a field that holds a text, whatever it is', () => {
    const questions = [question('c', 'context'), question('f', 'successFactors')];
    const answers = [answer('c', 'Nouveau'), answer('f', 'Un facteur')];
    const stored = { context: 'Ancien', successFactors: [{ code: 'a', text: 'Ancien' }] };
    expect(plan(questions, answers, stored)).toMatchObject({
      filled: [],
      kept: [
        { field: 'context', questions: ['c'] },
        { field: 'successFactors', questions: ['f'] },
      ],
    });
    expect(plan(questions, answers, { context: ' ', successFactors: [] }).kept).toEqual([]);
  });

  it('anything from a confidential answer, even beside an open one', () => {
    const found = plan(
      [question('c', 'context')],
      [answer('c', 'secret', true), answer('c', 'ouvert')],
    );
    expect(found.filled).toEqual([{ field: 'context', questions: ['c'], value: 'ouvert' }]);
    expect(found.confidential).toEqual(['c']);
  });

  it('a field that is too short for it: nothing is cut', () => {
    const found = plan(
      [question('s', 'summary'), question('f', 'successFactors')],
      [answer('s', 'x'.repeat(21)), answer('f', `- court\n- ${'y'.repeat(31)}`)],
    );
    expect(found.filled).toEqual([]);
    expect(found.tooLong).toEqual([
      { field: 'summary', questions: ['s'], length: 21, maxLength: 20 },
      { field: 'successFactors', questions: ['f'], length: 31, maxLength: 30 },
    ]);
  });

  it('a field that is none of its texts; blank answers count as none', () => {
    const found = plan(
      [
        question('n'),
        question('x', 'slug'),
        question('r', 'lessons', true),
        question('o', 'title'),
      ],
      [answer('n', 'chiffres'), answer('x', 'a-b'), answer('r', '  '), answer(undefined, 'perdu')],
    );
    expect(found).toMatchObject({
      filled: [],
      unmapped: ['n', 'x'],
      unanswered: ['r'],
      withoutQuestion: 1,
    });
  });
});

it('never lets a confidential answer or a change of existing text through', () => {
  const fields = Object.keys(targets);
  const canary = 'CONFIDENTIEL';
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          field: fc.constantFrom(...fields),
          texts: fc.array(fc.record({ secret: fc.boolean(), text: fc.string() })),
        }),
      ),
      fc.subarray(fields),
      (asked, existing) => {
        const questions = asked.map(({ field }, index) => question(`q${index}`, field));
        const answers = asked.flatMap(({ texts }, index) =>
          texts.map(({ secret, text }) =>
            answer(`q${index}`, secret ? `${canary}${text}` : text.replaceAll(canary, ''), secret),
          ),
        );
        const stored = Object.fromEntries(existing.map((field) => [field, 'x']));
        const { filled } = plan(questions, answers, stored);
        return (
          !JSON.stringify(filled).includes(canary) &&
          filled.every(({ field }) => !existing.includes(field))
        );
      },
    ),
  );
});
