import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chunkByBytes } from './chunk-by-bytes';

it('keeps every item in order, and every run of several below the limit', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.integer({ min: 1, max: 60 }), (items, maxBytes) => {
      const chunks = chunkByBytes({ items, maxBytes });
      expect(chunks.flat()).toEqual(items);
      for (const chunk of chunks) {
        const bytes = chunk.reduce(
          (sum, item) => sum + Buffer.byteLength(JSON.stringify(item)) + 1,
          0,
        );
        expect(chunk.length === 1 || bytes <= maxBytes).toBe(true);
      }
    }),
  );
});
