import { slotCodes } from '../plan';
import type { Ranges } from '../ranges';
import type { Scored } from '../score';
import { annualGrowth } from './annual-growth';
import { type BetaConvergence, betaConvergence } from './beta-convergence';
import { type ChangeDecomposition, decomposeChange } from './decompose-change';
import { type Quadrant, quadrants } from './quadrants';
import { sigmaConvergence } from './sigma-convergence';

type UnitDynamics = { unit: string } & (
  | {
      kind: 'compared';
      before: number;
      after: number;
      scoreChange: number;
      /** Places won; negative: lost. */
      rankChange: number;
      /** P(improved) under the tested assumptions; ties count one half. */
      improved: number | null;
      /** Per year; null where a score is not positive. */
      growth: number | null;
      /** Of the change, by child of the root. */
      decomposition: ChangeDecomposition | null;
      quadrant: Quadrant | null;
    }
  | { kind: 'not-comparable' }
);

/** What changed from the first to the last year of a panel, over the same units and indicators. */
export type Dynamics = {
  from: number;
  to: number;
  units: UnitDynamics[];
  beta: BetaConvergence;
  /** sd / mean of the units that have a score in every year. */
  sigma: { year: number; variation: number | null; n: number }[];
};

const orNull = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : value;

/** Null where there is one year only. */
export const dynamicsOf = (scored: Scored, ranges: Ranges): Dynamics | null => {
  const { blocks, slots, ranks, table, plan } = scored;
  const { rows, perYear } = blocks;
  const root = plan.nodes.at(-1);
  const [first, last] = [table.rows[0]?.year, table.rows.at(-1)?.year];
  if (rows <= perYear || !root || first === undefined || last === undefined) return null;
  const codes = slotCodes(plan);
  const scores = slots.at(-1);
  const { aggregation } = root;
  const floor =
    'floor' in aggregation
      ? (aggregation.floor ?? Number.NEGATIVE_INFINITY)
      : Number.NEGATIVE_INFINITY;
  const child = (slot: number, row: number): number | null => {
    const value = orNull(slots[slot]?.[row]);
    return value === null ? null : Math.max(floor, value);
  };
  const decompose = (row: number, later: number): ChangeDecomposition | null => {
    const { kind } = aggregation;
    if (kind !== 'arithmetic' && kind !== 'geometric') return null;
    const decomposed = decomposeChange({
      aggregation: kind,
      children: root.children.map((slot, k) => ({
        code: codes[slot] ?? '',
        weight: plan.weights[root.firstWeight + k] ?? 0,
        before: child(slot, row),
        after: child(slot, later),
      })),
    });
    if (decomposed.kind !== 'decomposed') return decomposed;
    const { before, after, availability, terms } = decomposed;
    const figures = [before, after, availability, ...terms.map(({ points }) => points)];
    return figures.every(Number.isFinite) ? decomposed : null;
  };
  const places = Array.from({ length: perYear }, (_, place) => {
    const later = rows - perYear + place;
    const unit = table.rows[place]?.unit ?? '';
    return { place, later, unit, before: orNull(scores?.[place]), after: orNull(scores?.[later]) };
  });
  const years = last - first;
  const growthOf = (before: number | null, after: number | null): number | null =>
    before === null || after === null ? null : annualGrowth(before, after, years);
  const parts = quadrants(
    places.map(({ unit, before, after }) => ({
      unit,
      level: before,
      growth: growthOf(before, after),
    })),
  );
  const own = ranks.at(-1);
  return {
    from: first,
    to: last,
    units: places.map(({ place, later, unit, before, after }) => {
      if (before === null || after === null || !Number.isFinite(after - before)) {
        return { unit, kind: 'not-comparable' };
      }
      return {
        unit,
        kind: 'compared',
        before,
        after,
        scoreChange: after - before,
        rankChange: (own?.[place] ?? 0) - (own?.[later] ?? 0),
        improved: ranges.improved(place),
        growth: growthOf(before, after),
        decomposition: decompose(place, later),
        quadrant: parts[place]?.quadrant ?? null,
      };
    }),
    beta: betaConvergence(places, years),
    sigma: sigmaConvergence(
      Array.from({ length: rows / perYear }, (_, y) => ({
        year: table.rows[y * perYear]?.year ?? 0,
        values: Array.from({ length: perYear }, (_, k) => orNull(scores?.[y * perYear + k])),
      })),
    ),
  };
};
