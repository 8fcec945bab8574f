import { describe, expect, it } from 'vitest';
import type { Row, Violation } from '../../../rules/violation';
import { deriveInterview, type InterviewFacts, onSaveInterview } from './interview';
import { onPublishQuestionnaire, onSaveQuestionnaire } from './questionnaire';
import { onSaveTransfer } from './transfer';

const broken = (violations: Violation[]) =>
  violations.map(({ path, name }) => `${path.join('.')} ${name}`);

describe('a questionnaire', () => {
  const facts = { initiativeTexts: ['problem', 'solution'], answered: [] };
  const row: Row = {
    title: 'IRIS',
    targetMinutes: 45,
    sections: [
      { code: 'context', minutes: 15 },
      { code: 'story', minutes: 30 },
    ],
    questions: [{ code: 'q1', section: 'context', mapsTo: 'problem' }],
  };

  it('may take all of its minutes, and no more', () => {
    expect(onSaveQuestionnaire({ row, facts })).toEqual([]);
    expect(broken(onSaveQuestionnaire({ row: { ...row, targetMinutes: 44 }, facts }))).toEqual([
      'sections minutes-within-target',
    ]);
    expect(onSaveQuestionnaire({ row: { ...row, targetMinutes: null }, facts })).toEqual([]);
  });

  it('keeps the questions that interviews have answered', () => {
    expect(broken(onSaveQuestionnaire({ row, facts: { ...facts, answered: ['q0'] } }))).toEqual([
      'questions known-question',
    ]);
  });

  it('maps questions to texts of an initiative', () => {
    const questions = [{ mapsTo: 'solution' }, { mapsTo: 'colour' }, {}];
    expect(broken(onSaveQuestionnaire({ row: { ...row, questions }, facts }))).toEqual([
      'questions.1.mapsTo maps-to-initiative-text',
    ]);
  });

  it('is published whole, each question in a section of it', () => {
    expect(onPublishQuestionnaire({ row })).toEqual([]);
    const questions = [{ section: 'context' }, { section: 'end' }, {}];
    expect(broken(onPublishQuestionnaire({ row: { ...row, questions } }))).toEqual([
      'questions.1.section known-section',
      'questions.2.section known-section',
    ]);
    expect(broken(onPublishQuestionnaire({ row: {} }))).toEqual([
      'title required',
      'sections required',
      'questions required',
    ]);
  });
});

describe('an interview', () => {
  const facts = { questions: new Map([['q1', 'Question ?']]), textHash: 'a'.repeat(64) };
  const now = new Date('2026-05-05T10:00:00.000Z');

  it('answers questions of its questionnaire', () => {
    const answers = [{ questionCode: 'q1' }, { questionCode: 'q2' }, {}];
    expect(broken(onSaveInterview({ row: { answers }, facts }))).toEqual([
      'answers.1.questionCode known-question',
    ]);
    expect(onSaveInterview({ row: { answers }, facts: { ...facts, questions: null } })).toEqual([]);
  });

  it('is in a language', () => {
    expect(broken(onSaveInterview({ row: { language: 'Greek' }, facts }))).toEqual([
      'language language-code',
    ]);
  });

  const derive = (ownerApproval: Row | null, before: Row | null = null) =>
    deriveInterview({
      row: { ownerApproval },
      stored: before && { ownerApproval: before },
      facts,
      now,
    });

  it('keeps each question as it was asked', () => {
    const known: InterviewFacts = { ...facts, questions: new Map([['context', 'Où ?']]) };
    const answers = [
      { id: 1, questionCode: 'context' },
      { id: 2, questionCode: 'context', question: 'Asked otherwise' },
      { id: 3, answer: 'of no question' },
    ];
    const judge = (row: Row) => deriveInterview({ row, stored: null, facts: known, now });
    expect(judge({ answers })).toEqual({
      answers: [{ ...answers[0], question: 'Où ?' }, answers[1], answers[2]],
    });
    expect(judge({ answers: answers.slice(1) })).toEqual({});
  });

  it('records what text was approved, and when', () => {
    expect(derive({ state: 'approved', by: 'the mayor' })).toEqual({
      ownerApproval: {
        state: 'approved',
        by: 'the mayor',
        hash: facts.textHash,
        at: now.toISOString(),
      },
    });
  });

  it('records nothing without an approval', () => {
    expect([derive(null), derive({ state: 'pending' }), derive({ state: 'refused' })]).toEqual([
      {},
      {},
      {},
    ]);
  });

  it('keeps an approval as it was given', () => {
    const given = { state: 'approved', hash: 'b'.repeat(64), at: '2020-01-01T00:00:00.000Z' };
    expect(derive(given)).toEqual({});
    expect(derive(given, given)).toEqual({});
  });

  it('takes the text of today for an approval that is given again', () => {
    const before = { state: 'withdrawn', hash: 'b'.repeat(64), at: '2020-01-01T00:00:00.000Z' };
    expect(derive({ ...before, state: 'approved' }, before)).toEqual({
      ownerApproval: { state: 'approved', hash: facts.textHash, at: now.toISOString() },
    });
  });
});

describe('a transfer', () => {
  const facts = { sourceTerritories: ['crete'], sourceComponents: ['portal', 'method'] };
  const row: Row = {
    source: [{ documentId: 'source' }],
    targetTerritory: [{ documentId: 'madeira' }],
    components: ['portal'],
  };

  it('leads elsewhere and takes what is there', () => {
    expect(onSaveTransfer({ row, facts })).toEqual([]);
  });

  it.each<[string, Row, string[]]>([
    [
      'to where it comes from',
      { targetTerritory: [{ documentId: 'crete' }] },
      ['targetTerritory target-not-in-source'],
    ],
    [
      'into its own source',
      { targetInitiative: [{ documentId: 'source' }] },
      ['targetInitiative target-is-not-source'],
    ],
    [
      'of what the source has not',
      { components: ['method', 'law'] },
      ['components.1 known-components'],
    ],
  ])('%s is refused', (_, change, expected) => {
    expect(broken(onSaveTransfer({ row: { ...row, ...change }, facts }))).toEqual(expected);
  });

  it('without a source cannot be judged by it', () => {
    const none = { sourceTerritories: null, sourceComponents: null };
    expect(onSaveTransfer({ row: { ...row, source: [] }, facts: none })).toEqual([]);
  });
});
