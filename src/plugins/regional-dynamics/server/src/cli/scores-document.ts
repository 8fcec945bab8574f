import type { Notice } from '../core/notice';
import type { Ranges } from '../core/ranges';
import type { Recipe } from '../core/recipe';
import { type Result, resultHead, type UnitResult, unitResults } from '../core/result';
import type { Scored } from '../core/score';

/** A cell or node that is not a plain observed figure, or that has none. */
type CellFlag = {
  kind: string;
  unit: string;
  year: number | null;
  indicator?: string;
  node?: string;
} & Record<string, unknown>;

export type ScoresDocument = {
  recipe: Recipe;
  engineVersion: string;
  uncertainty: Result['uncertainty'];
  units: {
    unit: string;
    year: number | null;
    score: number | null;
    rank: number | null;
    /** Of the rank, under the tested assumptions. */
    range: { low: number; high: number; median: number; level: number } | null;
    /** Scores of the nodes, and the normalised values of the indicators. */
    nodes: Record<string, number | null>;
  }[];
  flags: (CellFlag | Notice)[];
};

/** A run of the command line, before anything of it is written. */
export type FileScores = {
  scored: Scored;
  ranges: Ranges;
  /** False where the data have no year: then `year` is null. */
  hasYears: boolean;
};

type DocumentUnit = ScoresDocument['units'][number];

const flagsOf = (
  { unit, nodes, cells }: UnitResult,
  year: number | null,
): (CellFlag | Notice)[] => {
  const place = { unit, year };
  return [
    ...Object.entries(cells).flatMap(([indicator, cell]): CellFlag[] => {
      if (cell.kind === 'missing') return [{ ...place, indicator, ...cell.reason }];
      const { origin, treatment, flag } = cell;
      return [
        ...(origin.kind === 'observed'
          ? []
          : [{ ...place, kind: origin.kind, indicator, value: cell.value, origin }]),
        ...(treatment ? [{ ...place, indicator, ...treatment }] : []),
        ...(flag ? [{ ...place, kind: 'flagged', indicator, flag }] : []),
      ];
    }),
    ...Object.entries(nodes).flatMap(([node, found]): CellFlag[] =>
      found.kind === 'missing'
        ? [{ ...place, node, ...found.reason }]
        : (found.clamped ?? []).map((clamp) => ({ ...place, kind: 'clamped', node, ...clamp })),
    ),
  ];
};

const unitOf = (
  { unit, nodes, cells }: UnitResult,
  { root, level, year }: { root: string; level: number; year: number | null },
): DocumentUnit => {
  const whole = nodes[root];
  const ranked = whole?.kind === 'available' ? whole : null;
  return {
    unit,
    year,
    score: ranked?.score ?? null,
    rank: ranked?.rank.value ?? null,
    range: ranked && {
      low: ranked.rank.low,
      high: ranked.rank.high,
      median: ranked.rank.median,
      level,
    },
    nodes: {
      ...Object.fromEntries(
        Object.entries(nodes).map(([code, node]) => [
          code,
          node.kind === 'available' ? node.score : null,
        ]),
      ),
      ...Object.fromEntries(
        Object.entries(cells).map(([code, cell]) => [
          code,
          cell.kind === 'available' ? cell.normalised : null,
        ]),
      ),
    },
  };
};

/** Rows by year, then rank, then code; those without a rank stand last. */
const rowsInOrder = ({ table, plan, recipe, ranks, prepared }: Scored): number[] => {
  const root = plan.nodes.findIndex(({ code }) => code === recipe.tree.code);
  const column = ranks[plan.leaves.length + root];
  const positions = table.rows.map((_, row) =>
    prepared.dropped.has(row)
      ? Number.POSITIVE_INFINITY
      : column?.[row] || Number.POSITIVE_INFINITY,
  );
  const position = (row: number) => positions[row] ?? Number.POSITIVE_INFINITY;
  const year = (row: number) => table.rows[row]?.year ?? 0;
  return [...table.rows.keys()].sort(
    (a, b) => year(a) - year(b) || (position(a) === position(b) ? 0 : position(a) - position(b)),
  );
};

/**
 * The result as the command line writes it, in parts that are made as they are asked for: units by
 * year, then rank, then code.
 */
export const scoresParts = ({ scored, ranges, hasYears }: FileScores) => {
  const { root, engineVersion, uncertainty, notices } = resultHead(scored, ranges);
  const { level } = uncertainty;
  const yearOf = (year: number) => (hasYears ? year : null);
  return {
    head: { recipe: scored.recipe, engineVersion, uncertainty },
    *units(): Generator<DocumentUnit> {
      for (const found of unitResults(scored, ranges, rowsInOrder(scored))) {
        yield unitOf(found, { root, level, year: yearOf(found.year) });
      }
    },
    *flags(): Generator<CellFlag | Notice> {
      yield* notices;
      for (const found of unitResults(scored, ranges)) yield* flagsOf(found, yearOf(found.year));
    },
  };
};

export const scoresDocument = (scores: FileScores): ScoresDocument => {
  const { head, units, flags } = scoresParts(scores);
  return { ...head, units: [...units()], flags: [...flags()] };
};
