import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanJson } from './scan-json';

describe('scanJson', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(0, 2), (text, indent) => {
        const parsed: unknown = JSON.parse(text);
        const scanned = scanJson(JSON.stringify(parsed, null, indent));
        expect(scanned).toMatchObject({ outcome: 'scanned' });
        expect(scanned.outcome === 'scanned' && scanned.value).toStrictEqual(parsed);
      }),
    );
  });

  it('refuses what JSON.parse refuses', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 2 }), fc.nat(), fc.nat(), (text, from, length) => {
        const broken =
          text.slice(0, from % text.length) + text.slice((from + length) % text.length);
        const parses = (() => {
          try {
            JSON.parse(broken);
            return true;
          } catch {
            return false;
          }
        })();
        // Only a key given twice is refused beyond JSON.parse.
        const scanned = scanJson(broken);
        if (!parses) expect(scanned.outcome).toBe('malformed');
        else if (scanned.outcome === 'malformed') expect(scanned.message).toContain('second time');
      }),
    );
  });

  it('knows the line of each value, and of the nearest one above a value that is not there', () => {
    const scanned = scanJson('{\n  "a": [\n    1,\n    { "b":\n 2 }\n  ]\n}\n');
    if (scanned.outcome !== 'scanned') throw new Error(scanned.message);
    expect(scanned.lineOf(['a'])).toBe(2);
    expect(scanned.lineOf(['a', 0])).toBe(3);
    expect(scanned.lineOf(['a', 1, 'b'])).toBe(4);
    expect(scanned.lineOf(['a', 1, 'c', 'd'])).toBe(4);
    expect(scanned.lineOf(['z'])).toBe(1);
  });

  it.each([
    ['{\n  "a": 1,\n}', 3, 'expected a string in double quotes, found "}"'],
    ['{\n  "a": 1\n  "b": 2\n}', 3, 'expected ",", found "\\""'],
    ['{\n  "a": 1', 2, 'expected ",", found the end of the file'],
    ['{ "a": 1,\n  "a": 2 }', 2, 'the key "a" stands here a second time'],
    ['[1]\n]', 2, 'expected the end of the file, found "]"'],
    ['{ "a": tru }', 1, 'expected a value, found "t"'],
  ])('says where %j is broken', (text, line, message) => {
    expect(scanJson(text)).toEqual({
      outcome: 'malformed',
      line,
      message: message.replaceAll('\\"', '"'),
    });
  });
});
