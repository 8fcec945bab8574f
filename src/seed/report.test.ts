import { describe, expect, it } from 'vitest';
import { createProgressBar } from './progress-bar';
import { describeReport } from './report';

describe('describeReport', () => {
  it('names each error with file and line, then counts', () => {
    const text = describeReport({
      files: [
        { file: 'a.json', outcome: 'created', errors: [] },
        { file: 'b.json', outcome: 'refused', errors: [{ line: 7, message: 'name: too long' }] },
        { file: 'c.json', outcome: 'kept', reason: 'an editor has changed the entry', errors: [] },
        { file: 'd.csv', outcome: 'rows', created: 3, updated: 0, unchanged: 1, errors: [] },
      ],
      counts: { created: 1, updated: 0, unchanged: 0, kept: 1, refused: 1, rows: 1 },
      ok: false,
    });
    expect(text.split('\n')).toEqual([
      'refused  b.json:7  name: too long',
      'kept     c.json  an editor has changed the entry',
      'rows     d.csv  3 created, 0 updated, 1 unchanged',
      '1 created, 1 kept, 1 refused, 1 rows',
    ]);
  });
});

describe('createProgressBar', () => {
  const draw = (isTTY: boolean) => {
    const written: string[] = [];
    let clock = 1_000;
    const bar = createProgressBar({
      title: 'Seeds',
      stream: { isTTY, write: (text) => written.push(text) },
      now: () => clock,
    });
    for (let done = 1; done <= 20; done += 1) {
      clock += 10;
      bar.show({ done, total: 20 });
    }
    bar.end();
    return written;
  };

  it('draws ten times a second on a terminal', () => {
    expect(draw(true)).toEqual([
      `\rSeeds [${'#'.repeat(2)}${'.'.repeat(28)}] 1/20`,
      `\rSeeds [${'#'.repeat(17)}${'.'.repeat(13)}] 11/20`,
      `\rSeeds [${'#'.repeat(30)}] 20/20\n`,
    ]);
  });

  it('writes a single line elsewhere', () => {
    expect(draw(false)).toEqual([`Seeds [${'#'.repeat(30)}] 20/20\n`]);
  });
});
