import type { CheckOutcome, DifferingDocument, IndexDifferences } from '../../../shared/contracts';

const MAX_EXAMPLES = 20;

/** Counts what a comparison finds: totals by index, and a few examples, whatever the number. */
export const createTally = ({
  depth,
  indexes,
}: {
  depth: CheckOutcome['depth'];
  indexes: readonly { target: string; index: string }[];
}) => {
  const byTarget = new Map<string, IndexDifferences>(
    indexes.map(({ target, index }) => [
      target,
      { target, index, missing: 0, stale: 0, ghosts: 0 },
    ]),
  );
  const examples: DifferingDocument[] = [];
  let waiting = 0;
  return {
    add: (found: DifferingDocument): void => {
      const counts = byTarget.get(found.target);
      if (counts) counts[found.kind] += 1;
      if (examples.length < MAX_EXAMPLES) examples.push(found);
    },
    wait: (count: number): void => {
      waiting += count;
    },
    outcome: (entries: number): CheckOutcome => ({
      depth,
      entries,
      waiting,
      indexes: [...byTarget.values()],
      examples,
    }),
  };
};

/** Documents that differ, over all indexes. */
export const totalsOf = ({
  indexes,
}: Pick<CheckOutcome, 'indexes'>): Pick<IndexDifferences, 'missing' | 'stale' | 'ghosts'> => ({
  missing: indexes.reduce((sum, { missing }) => sum + missing, 0),
  stale: indexes.reduce((sum, { stale }) => sum + stale, 0),
  ghosts: indexes.reduce((sum, { ghosts }) => sum + ghosts, 0),
});
