import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMissingCodes } from './find-missing-codes';
import { prepareOriginalCodes } from './prepare-original-codes';
import { prepareTranslationCodes } from './prepare-translation-codes';

const lists = [
  { name: 'costs', localized: false, follows: undefined },
  { name: 'costTexts', localized: true, follows: 'costs' },
];
const code = 'code';
let made = 0;
const makeCode = () => `new-${made++}`;
const original = (data: object, stored: Record<string, Record<string, unknown>[]> = {}) =>
  prepareOriginalCodes({ lists, data: { ...data }, stored, code, makeCode });
const codes = (value: unknown) => (value as { code: string }[]).map((item) => item.code);

describe('codes on the original', () => {
  it('leave alone what was not sent', () => {
    expect(original({ title: 'x' })).toEqual({ data: { title: 'x' }, faults: [] });
  });

  it('fill texts without a code only when it is clear which are meant', () => {
    const costs = [{ code: 'a' }, { code: 'b' }];
    const clear = original({ costs, costTexts: [{ label: 'A' }, { label: 'B' }] });
    expect(codes(clear.data.costTexts)).toEqual(['a', 'b']);
    expect(original({ costs, costTexts: [{ label: 'A' }] }).faults).toMatchObject([
      { path: ['costTexts', '0', 'code'] },
    ]);
  });

  it('keep stored texts by their ids when only the shared list is sent', () => {
    const stored = { costs: [{ id: 1, code: 'a' }], costTexts: [{ id: 5, code: 'a' }] };
    const { data } = original({ costs: [{ id: 1 }, { code: 'b' }] }, stored);
    expect(data.costs).toEqual([{ id: 1, code: 'a' }, { code: 'b' }]);
    expect(data.costTexts).toEqual([{ id: 5, code: 'a' }, { code: 'b' }]);
  });

  it('leave texts and shared items in step, whatever was there', () => {
    const item = fc.constantFrom('a', 'b', 'c', 'd');
    fc.assert(
      fc.property(fc.uniqueArray(item), fc.uniqueArray(item), (before, after) => {
        const stored = {
          costs: before.map((value, id) => ({ id, code: value })),
          costTexts: before.map((value, id) => ({ id, code: value })),
        };
        const { data, faults } = original(
          { costs: after.map((value) => ({ code: value })) },
          stored,
        );
        expect(faults).toEqual([]);
        expect(codes(data.costTexts).sort()).toEqual([...after].sort());
      }),
    );
  });
});

describe('codes on a translation', () => {
  const translate = (costTexts: object[], stored: object[] = []) =>
    prepareTranslationCodes({
      lists,
      data: { costTexts },
      stored: { costTexts: stored.map((item) => ({ ...item })) },
      originals: { costs: [{ code: 'a' }, { code: 'b' }] },
      code,
    });

  it('are the original’s, or held before', () => {
    expect(translate([{ code: 'a' }]).faults).toEqual([]);
    expect(translate([{ code: 'z' }]).faults).toMatchObject([{ path: ['costTexts', '0', 'code'] }]);
    expect(translate([{ code: 'z' }], [{ id: 1, code: 'z' }]).faults).toEqual([]);
    expect(translate([{ code: 'a' }, { code: 'a' }]).faults).toMatchObject([
      { path: ['costTexts', '1', 'code'] },
    ]);
  });

  it('missing at publication are named with their locale', () => {
    const [missing] = findMissingCodes({
      lists,
      locale: 'el',
      published: { costs: [{ code: 'a' }, { code: 'b' }], costTexts: [{ code: 'a' }] },
      originals: {},
      code,
    });
    expect(missing).toMatchObject({ path: ['costTexts'] });
    expect(missing?.message).toBe('costTexts: the version in el lacks what the original has: b');
  });
});
