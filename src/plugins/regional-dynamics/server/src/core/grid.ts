import { compareCodes } from './compare-codes';
import type { Notice } from './notice';
import { isNutsCodeWithHistory, type NutsVersion, resolveNuts } from './nuts';
import type { Observation } from './observation';
import { figureCodes, type Recipe } from './recipe';

/**
 * All observations of the recipe's indicators and denominators, dense: unit, year and indicator in
 * the order of their codes. NaN is a gap; it never leaves the engine.
 */
export type Grid = {
  units: readonly string[];
  years: readonly number[];
  indicators: readonly string[];
  /** `values[(indicator · units + unit) · years + year]` */
  values: Float64Array;
  /** Flags of the few cells that have one, by the same index. */
  flags: Map<number, string>;
  standardErrors: Map<number, number>;
};

/** Figures beyond this would overflow in differences and sums. */
const LARGEST = 1e300;

export const isUsable = (figure: number): boolean => Math.abs(figure) <= LARGEST;

export const gridIndex = (
  grid: Pick<Grid, 'units' | 'years'>,
  at: { indicator: number; unit: number; year: number },
): number => (at.indicator * grid.units.length + at.unit) * grid.years.length + at.year;

const positions = <T>(items: readonly T[]): Map<T, number> =>
  new Map(items.map((item, index) => [item, index]));

const noteCell = (cells: Map<string, Set<number>>, unit: string, cell: number): void => {
  const own = cells.get(unit);
  if (own) own.add(cell);
  else cells.set(unit, new Set([cell]));
};

type Given = {
  recipe: Recipe;
  /** Run through more than once. */
  observations: Iterable<Observation>;
  /** The version of NUTS whose codes the units are to have; see `resolveNuts`. */
  nutsVersion?: NutsVersion | null | undefined;
};

/** What occurs in observations, and under which code each of their units stands. */
const survey = ({
  recipe,
  observations,
  nutsVersion,
  years = [],
}: Given & { years?: readonly number[] }) => {
  const indicators = figureCodes(recipe);
  const wanted = positions(indicators);
  const given = new Set<string>();
  const cells = new Map<string, Set<number>>();
  const seenYears = new Set<number>(years);
  const unknown = new Map<string, number>();
  for (const { unit, year, indicator } of observations) {
    if (!wanted.has(indicator)) unknown.set(indicator, (unknown.get(indicator) ?? 0) + 1);
    else {
      given.add(unit);
      seenYears.add(year);
      if (isNutsCodeWithHistory(unit))
        noteCell(cells, unit, (wanted.get(indicator) ?? 0) * 1e4 + year);
    }
  }
  const resolved = resolveNuts({
    units: given,
    cellsOf: (unit) => cells.get(unit) ?? new Set<number>(),
    version: nutsVersion,
    firstYear: Math.min(...seenYears),
    lastYear: Math.max(...seenYears),
  });
  const standsUnder = (unit: string): string => resolved.codeOf.get(unit) ?? unit;
  return { indicators, wanted, given, seenYears, unknown, standsUnder, notices: resolved.notices };
};

/** The observations with each unit under the code that it is scored by. */
export const underScoredCodes = (given: Given & { observations: readonly Observation[] }) => {
  const { standsUnder } = survey(given);
  return given.observations.map((one) => ({ ...one, unit: standsUnder(one.unit) }));
};

/**
 * Lays observations out. A cell given twice is a notice and counts as missing, even where both
 * figures agree: the input must be mended, not guessed at.
 */
export const buildGrid = (
  order: Given & { years?: readonly number[] },
): { grid: Grid; notices: Notice[] } => {
  const { observations } = order;
  const { indicators, wanted, given, seenYears, unknown, standsUnder, ...found } = survey(order);
  const units = new Set([...given].map(standsUnder));
  const notices: Notice[] = [...unknown]
    .sort(([a], [b]) => compareCodes(a, b))
    .map(([indicator, count]) => ({ kind: 'unknown-indicator', indicator, count }));
  notices.push(...found.notices);
  const shape = {
    units: [...units].sort(compareCodes),
    years: [...seenYears].sort((a, b) => a - b),
  };
  const size = indicators.length * shape.units.length * shape.years.length;
  const values = new Float64Array(size).fill(Number.NaN);
  const seen = new Uint8Array(size);
  const flags = new Map<number, string>();
  const standardErrors = new Map<number, number>();
  const unitAt = positions(shape.units);
  const yearAt = positions(shape.years);
  for (const observation of observations) {
    const { year, indicator, value, flag, standardError } = observation;
    const unit = standsUnder(observation.unit);
    const j = wanted.get(indicator);
    const u = unitAt.get(unit);
    const y = yearAt.get(year);
    if (j === undefined || u === undefined || y === undefined) continue;
    const index = gridIndex(shape, { indicator: j, unit: u, year: y });
    if (seen[index] === 1) {
      notices.push({ kind: 'duplicate-cell', unit, year, indicator });
      values[index] = Number.NaN;
      continue;
    }
    seen[index] = 1;
    if (flag) flags.set(index, flag);
    if (value === null) continue;
    if (!isUsable(value)) {
      notices.push({ kind: 'unusable-figure', unit, year, indicator });
      continue;
    }
    values[index] = value;
    if (standardError !== undefined && standardError !== null)
      standardErrors.set(index, standardError);
  }
  return { grid: { ...shape, indicators, values, flags, standardErrors }, notices };
};
