import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row, Violation } from '../../../rules/violation';
import {
  type Approval,
  deriveInitiative,
  type InitiativeFacts,
  initiativeReference,
  onPublishInitiative,
  onSaveInitiative,
  outdatedApprovals,
} from './initiative';
import { textHash } from './text-hash';

const textKeys = ['title', 'summary', 'successFactors'];
const facts = (
  approvals: Partial<Approval>[] = [],
  original: Row | null = null,
): InitiativeFacts => ({
  approvals: approvals.map((one, index) => ({
    interview: `interview-${index}`,
    state: undefined,
    hash: undefined,
    ...one,
  })),
  transfers: [],
  textKeys,
  original,
});

const broken = (violations: Violation[]) =>
  violations.map(({ path, name }) => `${path.join('.')} ${name}`);

const whole: Row = {
  title: 'Portail',
  summary: 'Un portail.',
  quality: 'documented',
  sources: ['https://example.org/'],
  themes: [{ documentId: 'theme' }],
  owner: [{ documentId: 'owner' }],
  territories: [{ documentId: 'crete' }],
};
const approved = { state: 'approved', hash: textHash({ row: whole, keys: textKeys }) };

describe('on every save', () => {
  const save = (row: Row) => onSaveInitiative({ row, facts: facts() });

  it('transfers keep what they rest on', () => {
    const row = { ...whole, replicableComponents: [{ code: 'portal' }] };
    const transfer = { reference: 'T-1', targetTerritory: 'madeira', components: ['portal'] };
    const judge = (change: Row) =>
      broken(
        onSaveInitiative({
          row: { ...row, ...change },
          facts: { ...facts(), transfers: [transfer] },
        }),
      );
    expect(judge({})).toEqual([]);
    expect(judge({ territories: [{ documentId: 'madeira' }], replicableComponents: [] })).toEqual([
      'territories target-not-in-source',
      'replicableComponents known-components',
    ]);
  });

  it('nothing is asked of a half-filled draft', () => {
    expect(save({})).toEqual([]);
    expect(save(whole)).toEqual([]);
  });

  it.each<[string, Row, string[]]>([
    [
      'an end before its start',
      { startDate: '2008', endDate: '2007-12' },
      ['endDate end-after-start'],
    ],
    ['a day that does not exist', { startDate: '2007-02-30' }, ['startDate real-date']],
    [
      'a review due before it was done',
      { reviewedAt: '2024-05-01', reviewDueAt: '2024-04-30' },
      ['reviewDueAt end-after-start'],
    ],
    ['a website that is none', { website: 'example.org' }, ['website web-address']],
    [
      'a population range upside down',
      { contextFit: { minPopulation: 2, maxPopulation: 1 } },
      ['contextFit.maxPopulation max-not-below-min'],
    ],
    [
      'evidence of no day',
      { evidence: [{ date: '2007-06' }, { date: '2007-06-31' }] },
      ['evidence.1.date real-date'],
    ],
  ])('%s is refused', (_, row, expected) => {
    expect(broken(save(row))).toEqual(expected);
  });

  it('funding may exceed costs until these are complete', () => {
    const row = { costs: [], funding: [{ amount: 1, currency: 'EUR' }] };
    expect(save({ ...row, costsComplete: false })).toEqual([]);
    expect(broken(save({ ...row, costsComplete: true }))).toEqual(['funding funding-within-costs']);
  });
});

describe('at publication', () => {
  const publish = (row: Row, approvals: Partial<Approval>[] = []) =>
    broken(onPublishInitiative({ row, facts: facts(approvals) }));

  it('a whole one is published', () => {
    expect(publish(whole)).toEqual([]);
  });

  it('what is missing is named', () => {
    expect(publish({ quality: 'peer-reviewed' })).toEqual([
      'title required',
      'summary required',
      'themes required',
      'territories required',
      'owner required',
    ]);
  });

  it.each<[string, Row, string[]]>([
    ['stopped without saying why', { stage: 'stopped' }, ['whyStopped required']],
    ['an image without a text for it', { image: [{ id: 1 }] }, ['imageAlt required']],
    ['documented without a source', { sources: [] }, ['sources documented-needs-source']],
    [
      'an amount without a currency',
      { costs: [{ amount: 5 }] },
      ['costs.0.currency amount-has-currency'],
    ],
    [
      'interviewed without an interview',
      { quality: 'interviewed' },
      ['quality interviewed-needs-interview'],
    ],
    [
      'approved without an approval',
      { quality: 'owner-approved' },
      ['quality owner-approved-needs-approval'],
    ],
  ])('%s is refused', (_, row, expected) => {
    expect(publish({ ...whole, ...row })).toEqual(expected);
  });

  it('a desk research need not know the owner', () => {
    expect(publish({ ...whole, owner: [] })).toEqual([]);
    expect(publish({ ...whole, owner: [], quality: 'interviewed' }, [{}])).toEqual([
      'owner required',
    ]);
  });

  it('an approval holds for the text it was given for', () => {
    const row = { ...whole, quality: 'owner-approved' };
    expect(publish(row, [{}, approved])).toEqual([]);
    expect(publish({ ...row, title: 'Portal' }, [approved])).toEqual([
      'quality approval-matches-text',
    ]);
    expect(publish(row, [{ ...approved, state: 'withdrawn' }])).toEqual([
      'quality owner-approved-needs-approval',
    ]);
  });

  it('a translation is approved by its original’s approval', () => {
    const row = { ...whole, title: 'Πύλη', quality: 'owner-approved' };
    expect(onPublishInitiative({ row, facts: facts([approved], whole) })).toEqual([]);
  });
});

describe('what the server fills in', () => {
  const derive = (row: Row, stored: Row | null, approvals: Partial<Approval>[] = []) =>
    deriveInitiative({ row, stored, facts: facts(approvals), isOriginal: true });

  it('the next review, eighteen months after the last', () => {
    expect(derive({ reviewedAt: '2024-08-31' }, null)).toEqual({ reviewDueAt: '2026-02-28' });
    expect(derive({ reviewedAt: '2024-08-31', reviewDueAt: '2025-01-01' }, null)).toEqual({});
  });

  it('the quality that is left when an edit outdates the approval', () => {
    const stored = { ...whole, quality: 'owner-approved' };
    expect(derive(stored, stored, [approved])).toEqual({});
    expect(derive({ ...stored, title: 'New' }, stored, [approved])).toEqual({
      quality: 'interviewed',
    });
    const { approvals } = facts([approved, { state: 'pending' }]);
    expect(outdatedApprovals({ approvals, hash: 'another' })).toEqual([approvals[0]]);
    expect(outdatedApprovals({ approvals, hash: approved.hash })).toEqual([]);
  });

  it('nothing of a claim that is new: publication judges it', () => {
    expect(derive({ ...whole, quality: 'owner-approved' }, whole)).toEqual({});
  });

  it('a reference by the year it started', () => {
    const now = new Date('2026-05-05');
    expect(initiativeReference({ row: { startDate: '2006-03' }, now }).prefix).toBe('IRIS-2006-');
    expect(initiativeReference({ row: {}, now }).prefix).toBe('IRIS-2026-');
  });
});

describe('the fingerprint of a text', () => {
  const hash = (row: Row) => textHash({ row, keys: textKeys });

  it('is that of the same text in any Unicode form, order and row', () => {
    const factors = [{ code: 'a', text: 'Été' }];
    const before = hash({ title: 'Crète', successFactors: factors });
    expect(before).toMatch(/^[0-9a-f]{64}$/);
    expect(
      hash({
        successFactors: [{ id: 7, text: 'Été'.normalize('NFD'), code: 'a' }],
        title: 'Crète'.normalize('NFD'),
        summary: null,
        stage: 'pilot',
      }),
    ).toBe(before);
  });

  it('does not count what is empty', () => {
    expect(hash({ title: 'T', summary: '', successFactors: [{ code: 'x', text: null }] })).toBe(
      hash({ title: 'T' }),
    );
  });

  it('changes with any text', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (one, other) => {
        fc.pre(one.trim() !== '' && other.trim() !== '');
        expect(hash({ title: one }) === hash({ title: other })).toBe(
          one.normalize('NFC') === other.normalize('NFC'),
        );
      }),
    );
  });
});
