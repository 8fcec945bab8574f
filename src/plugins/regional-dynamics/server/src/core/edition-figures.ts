import type { EditionFigures } from '../../../shared/admin-contracts';
import type { ChartUnit, RankSpan } from '../../../shared/charts/chart';
import type { Place } from '../../../shared/charts/project';
import { compareCodes } from './compare-codes';
import type { NodeResult, Result, UnitResult } from './result';

type Scored = { score: number; rank: RankSpan } | { score: null; rank: null };

const scoredOf = (node: NodeResult | undefined): Scored => {
  if (node?.kind !== 'available') return { score: null, rank: null };
  const { value, low, high, of } = node.rank;
  return { score: node.score, rank: { value, low, high, of } };
};

const meanOf = (scores: (number | null)[]): number | null => {
  const known = scores.filter((score) => score !== null);
  return known.length === 0 ? null : known.reduce((sum, score) => sum + score, 0) / known.length;
};

const byRank = (a: ChartUnit, b: ChartUnit): number => {
  const [x, y] = [a, b].map(({ rank }) => rank?.value ?? Number.POSITIVE_INFINITY);
  return x === y ? compareCodes(a.unit, b.unit) : (x ?? 0) - (y ?? 0);
};

/** Which of an edition's years is meant: the one asked for, where it is one of its own, or the last. */
export const yearsOf = ({ units }: Pick<Result, 'units'>): number[] =>
  [...new Set(units.map(({ year }) => year))].sort((a, b) => a - b);

/** The figures of a result that charts are drawn from, with the names of a language. */
export const editionFigures = (
  result: Result,
  {
    year,
    reference,
    index,
    nodeName,
    unitName,
    placeOf,
  }: {
    year: number;
    reference: string;
    index: { code: string; name: string };
    nodeName: (node: Result['nodes'][number]) => string;
    unitName: (unit: string) => string;
    placeOf: (unit: string) => Place | null;
  },
): EditionFigures => {
  const { root } = result;
  const children = result.nodes.filter(({ parent }) => parent === root);
  // An index without domains is its own only one.
  const nodes = children.length > 0 ? children : result.nodes.filter(({ code }) => code === root);
  const names = new Map(nodes.map((node) => [node.code, nodeName(node)]));
  const unitOf = ({ unit, nodes: own }: UnitResult) => ({
    unit,
    name: unitName(unit),
    ...scoredOf(own[root]),
    domains: nodes.map(({ code }) => ({
      code,
      name: names.get(code) ?? code,
      ...scoredOf(own[code]),
    })),
    place: placeOf(unit),
  });
  const units = result.units.filter((unit) => unit.year === year).map(unitOf);
  const years = yearsOf(result);
  const points = new Map<string, EditionFigures['series'][number]['points'][number][]>();
  for (const { unit, year: own, nodes: scored } of years.length > 1 ? result.units : []) {
    const before = points.get(unit) ?? [];
    points.set(unit, [...before, { year: own, ...scoredOf(scored[root]) }]);
  }
  const { dynamics } = result;
  return {
    index,
    reference,
    year,
    years,
    domains: nodes.map(({ code, effectiveWeight }) => ({
      code,
      name: names.get(code) ?? code,
      weight: effectiveWeight,
      mean: meanOf(
        units.map(({ domains }) => domains.find((own) => own.code === code)?.score ?? null),
      ),
    })),
    units: units.sort(byRank),
    series: [...points].map(([unit, own]) => ({ unit, name: unitName(unit), points: own })),
    courses: dynamics
      ? {
          from: dynamics.from,
          to: dynamics.to,
          units: dynamics.units.flatMap((unit) =>
            unit.kind === 'compared' && unit.growth !== null && unit.quadrant !== null
              ? [
                  {
                    unit: unit.unit,
                    name: unitName(unit.unit),
                    level: unit.before,
                    growth: unit.growth,
                    quadrant: unit.quadrant,
                  },
                ]
              : [],
          ),
        }
      : null,
  };
};
