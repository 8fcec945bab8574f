import { type RankRange, rankRange } from './rank-range';
import type { Scored } from './score';
import { columnsUnder } from './score-under';
import { type Factor, type Replications, replicate, type UncertaintySettings } from './uncertainty';

/** What the replications say of every rank, without the replications themselves. */
export type Ranges = {
  seed: number;
  draws: number;
  level: number;
  factors: Factor[];
  /** Null where no replication ranks the row at the node. */
  of: (node: string, row: number) => RankRange | null;
};

const WIDTH = 5;

const write = (target: Float64Array, at: number, range: RankRange | null): void => {
  if (range) target.set([range.median, range.low, range.high, range.top10, range.ranked], at);
};

/**
 * The ranges of replications, each given all of them for some or all of the rows. They are taken
 * one after another, so that no more than one need be in memory.
 */
const rangesOf = ({ blocks, plan }: Scored, parts: Iterable<Replications>): Ranges => {
  const kept = new Map(
    plan.nodes.map(({ code }) => [code, new Float64Array(blocks.rows * WIDTH).fill(Number.NaN)]),
  );
  let head: Replications | undefined;
  for (const part of parts) {
    head ??= { ...part, ranks: new Map() };
    for (const [node, target] of kept) {
      for (let row = part.rows.start; row < part.rows.end; row++) {
        write(target, row * WIDTH, rankRange(part, { node, row }));
      }
    }
  }
  return {
    seed: head?.seed ?? 0,
    draws: head?.count ?? 0,
    level: head?.level ?? 0,
    factors: head?.factors ?? [],
    of: (node, row) => {
      const found = kept.get(node)?.subarray(row * WIDTH, (row + 1) * WIDTH);
      const [median = Number.NaN, low = 0, high = 0, top10 = 0, ranked = 0] = found ?? [];
      return Number.isNaN(median) ? null : { median, low, high, top10, ranked };
    },
  };
};

/** Bytes of ranks that may be in memory at once. */
const MOST_BYTES = 128 * 1024 * 1024;

/** Replicates and keeps the ranges; year by year where the ranks of all years would not fit. */
export const computeRanges = (
  scored: Scored,
  settings: UncertaintySettings = scored.recipe.uncertainty,
  mostBytes = MOST_BYTES,
): Ranges => {
  const { blocks, plan } = scored;
  const bytes = settings.replications * blocks.rows * plan.nodes.length * 2;
  const width = bytes > mostBytes ? blocks.perYear : blocks.rows;
  const columnsOf = columnsUnder(scored);
  function* parts() {
    for (let start = 0; start < blocks.rows; start += width) {
      const rows = { start, end: start + width };
      yield replicate(scored, settings, { from: 0, to: settings.replications, rows, columnsOf });
    }
  }
  return rangesOf(scored, parts());
};
