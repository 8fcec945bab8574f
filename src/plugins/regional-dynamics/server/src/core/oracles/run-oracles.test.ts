import { describe, expect, it } from 'vitest';
import { oracles, runOracle } from './run-oracles';

describe('runOracle', () => {
  it.each(oracles.map((oracle) => [oracle.code, oracle] as const))('%s', (_, oracle) => {
    const { lines, passes } = runOracle(oracle);
    expect(lines.filter((line) => !line.passes)).toEqual([]);
    expect(passes).toBe(true);
  });

  it('has all 23 published ranks of the Technology Achievement Index, three times', () => {
    const counts = oracles
      .filter(({ code }) => code.startsWith('tai-'))
      .map((oracle) => runOracle(oracle).lines.length);
    expect(counts).toEqual([23, 23, 23]);
  });

  it('says of each line whether it agrees', () => {
    const label = { fr: '', en: '' };
    const report = runOracle({
      code: 'x',
      source: label,
      tolerance: 0.1,
      lines: () => [
        { label, expected: 1, computed: 1.05 },
        { label, expected: 1, computed: 1.2 },
        { label, expected: 1, computed: null },
        { label, expected: null, computed: null },
      ],
    });
    expect(report.lines.map(({ passes }) => passes)).toEqual([true, false, false, true]);
    expect(report.passes).toBe(false);
  });
});
