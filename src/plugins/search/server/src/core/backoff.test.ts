import fc from 'fast-check';
import { expect, it } from 'vitest';
import { backoff } from './backoff';

it('stays between half and the whole of the doubled wait, and below the cap', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 200 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (attempt, random) => {
        const wait = backoff({ attempt, baseMs: 100, maxMs: 10_000, random });
        const full = Math.min(10_000, 100 * 2 ** (attempt - 1));
        expect(wait).toBeGreaterThanOrEqual(Math.floor(full / 2));
        expect(wait).toBeLessThanOrEqual(full);
      },
    ),
  );
});
