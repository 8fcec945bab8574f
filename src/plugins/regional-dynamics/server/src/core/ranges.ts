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
  /**
   * P(the unit at that place of the year ranks better at the root in the last year than in the
   * first), ties ½; null within one year or where no replication ranks both.
   */
  improved: (place: number) => number | null;
};

const WIDTH = 5;

const write = (target: Float64Array, at: number, range: RankRange | null): void => {
  if (range) target.set([range.median, range.low, range.high, range.top10, range.ranked], at);
};

/**
 * Takes replications one after another, each all of them for some or all of the rows, and keeps
 * only the ranges: no more than one part need be in memory.
 */
export const rangeFolder = ({ blocks, plan }: Scored) => {
  const kept = new Map(
    plan.nodes.map(({ code }) => [code, new Float64Array(blocks.rows * WIDTH).fill(Number.NaN)]),
  );
  let head: Omit<Replications, 'ranks' | 'rows'> | undefined;
  const root = plan.nodes.at(-1)?.code ?? '';
  const { perYear } = blocks;
  const ends = [0, blocks.rows - perYear].map((start) => ({
    start,
    ranks: undefined as Uint16Array | undefined,
  }));
  /** The root's ranks of the first and of the last year: what is asked of them needs both. */
  const keepEnds = ({ rows, ranks, count }: Replications): void => {
    const width = rows.end - rows.start;
    for (const end of ends) {
      if (perYear === blocks.rows || end.start < rows.start || end.start >= rows.end) continue;
      end.ranks = new Uint16Array(count * perYear);
      for (let r = 0; r < count; r++) {
        const from = r * width + end.start - rows.start;
        const own = ranks.get(root)?.subarray(from, from + perYear);
        if (own) end.ranks.set(own, r * perYear);
      }
    }
  };
  const improved = (place: number): number | null => {
    const [before, after] = ends.map(({ ranks }) => ranks);
    let [both, better] = [0, 0];
    for (let r = place; before && after && r < before.length; r += perYear) {
      const [first, last] = [before[r] ?? 0, after[r] ?? 0];
      if (first === 0 || last === 0) continue;
      both++;
      better += last < first ? 1 : last === first ? 0.5 : 0;
    }
    return both === 0 ? null : better / both;
  };
  const add = (part: Replications): void => {
    keepEnds(part);
    const { seed, count, level, factors } = part;
    head ??= { seed, count, level, factors };
    for (const [node, target] of kept) {
      for (let row = part.rows.start; row < part.rows.end; row++) {
        write(target, row * WIDTH, rankRange(part, { node, row }));
      }
    }
  };
  const ranges = (): Ranges => ({
    seed: head?.seed ?? 0,
    draws: head?.count ?? 0,
    level: head?.level ?? 0,
    factors: head?.factors ?? [],
    improved,
    of: (node, row) => {
      const found = kept.get(node)?.subarray(row * WIDTH, (row + 1) * WIDTH);
      const [median = Number.NaN, low = 0, high = 0, top10 = 0, ranked = 0] = found ?? [];
      return Number.isNaN(median) ? null : { median, low, high, top10, ranked };
    },
  });
  return { add, ranges };
};

/** Bytes of ranks that may be in memory at once. */
const MOST_BYTES = 128 * 1024 * 1024;

/** How many rows are replicated at once: all, or one year where the ranks of all would not fit. */
export const rowsAtOnce = ({
  blocks,
  nodes,
  replications,
  mostBytes = MOST_BYTES,
}: {
  blocks: { rows: number; perYear: number };
  nodes: number;
  replications: number;
  mostBytes?: number;
}): number =>
  replications * blocks.rows * nodes * Uint16Array.BYTES_PER_ELEMENT > mostBytes
    ? blocks.perYear
    : Math.max(1, blocks.rows);

/** Replicates and keeps the ranges. */
export const computeRanges = (
  scored: Scored,
  settings: UncertaintySettings = scored.recipe.uncertainty,
  mostBytes = MOST_BYTES,
): Ranges => {
  const { blocks, plan } = scored;
  const { replications } = settings;
  const width = rowsAtOnce({ blocks, nodes: plan.nodes.length, replications, mostBytes });
  const columnsOf = columnsUnder(scored);
  const folder = rangeFolder(scored);
  for (let start = 0; start < blocks.rows; start += width) {
    const rows = { start, end: start + width };
    folder.add(replicate(scored, settings, { from: 0, to: replications, rows, columnsOf }));
  }
  return folder.ranges();
};
