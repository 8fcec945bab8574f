import type { Notice } from '../core/notice';
import type { Recipe } from '../core/recipe';
import type { Result } from '../core/result';

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

const flagsOf = (result: Result, yearOf: (year: number) => number | null): CellFlag[] =>
  result.units.flatMap(({ unit, year, nodes, cells }) => {
    const place = { unit, year: yearOf(year) };
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
  });

/**
 * The result as the command line writes it: units by year, then rank, then code.
 * @param hasYears false where the data have no year: then `year` is null
 */
export const scoresDocument = (
  recipe: Recipe,
  result: Result,
  { hasYears }: { hasYears: boolean },
): ScoresDocument => {
  const yearOf = (year: number) => (hasYears ? year : null);
  const position = (rank: number | null) => rank ?? Number.POSITIVE_INFINITY;
  const units = result.units.map(({ unit, year, nodes, cells }) => {
    const root = nodes[result.root];
    const ranked = root?.kind === 'available' ? root : null;
    const { level } = result.uncertainty;
    return {
      unit,
      year: yearOf(year),
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
  });
  units.sort(
    (a, b) =>
      (a.year ?? 0) - (b.year ?? 0) ||
      (position(a.rank) === position(b.rank) ? 0 : position(a.rank) - position(b.rank)),
  );
  return {
    recipe,
    engineVersion: result.engineVersion,
    uncertainty: result.uncertainty,
    units,
    flags: [...result.notices, ...flagsOf(result, yearOf)],
  };
};
