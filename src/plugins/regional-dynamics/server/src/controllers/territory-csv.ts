import type {
  ActivityResponse,
  ActivityTally,
  Clamped,
  TerritoryResponse,
} from '../../../shared/contracts';
import type { Row } from './answer';
import { RANK_COLUMNS, rankFields } from './rankings-csv';

/** One unit as CSV: its scores with ranks and ranges, then every cell they come from. */
export const territoryCsv = ({ data, meta }: TerritoryResponse): Row[] => {
  const place = [data.unit, data.year];
  const noCell = [null, null, null, null, null];
  const floorOf = ({ clamped }: { name: string; clamped?: Clamped | null }): number | null =>
    clamped?.floor ?? null;
  const reasonOf = (one: object) =>
    'reason' in one && typeof one.reason === 'object' && one.reason && 'kind' in one.reason
      ? String(one.reason.kind)
      : null;
  return [
    [
      ...['unit', 'year', 'kind', 'code', 'name', 'value', ...RANK_COLUMNS],
      ...[
        'normalised',
        'source_year',
        'flag',
        'origin',
        'treatment',
        'reason',
        'edition',
        'unit_of_measure',
        'clamped_to',
      ],
    ],
    ...[{ ...data, code: meta.theme }, ...data.domains].map((node) => [
      ...[...place, 'score', node.code, node.name, node.score],
      ...rankFields(node.rank),
      ...noCell,
      reasonOf(node),
      meta.edition,
      null,
      floorOf(node),
    ]),
    ...data.cells.map((cell) => [
      ...[...place, 'indicator', cell.indicator, cell.name, cell.value],
      ...rankFields(null),
      ...(cell.value === null
        ? noCell
        : [cell.normalised, cell.year, cell.flag, cell.origin.kind, cell.treatment?.kind ?? null]),
      reasonOf(cell),
      meta.edition,
      cell.unitOfMeasure,
      floorOf(cell),
    ]),
  ];
};

const countFields = ({ n, low, high, per100000 }: ActivityTally): Row => [
  n,
  low,
  high,
  per100000?.value ?? null,
  per100000?.low ?? null,
  per100000?.high ?? null,
];

/** A count, then by grade, then sums by currency: a line each. */
const tallyRows = (head: Row, tally: ActivityTally): Row[] => [
  [...head, null, ...countFields(tally), null, null],
  ...(tally.levels ?? []).map((level) => [...head, level.code, ...countFields(level), null, null]),
  ...(tally.amounts ?? []).map(({ currency, amount, per100000 }) => [
    ...[...head, null, null, null, null, per100000, null, null],
    ...[currency, amount],
  ]),
];

/** The activity of a unit as CSV; a unit where nothing is observed has a line that says so. */
export const activityCsv = ({ data: { unit, name, activity } }: ActivityResponse): Row[] => {
  const header = [
    ...['unit', 'name', 'state', 'population', 'population_year', 'range_level'],
    ...['measure', 'theme', 'grade', 'n', 'n_low', 'n_high'],
    ...['per_100000', 'per_100000_low', 'per_100000_high', 'currency', 'amount'],
  ];
  if (activity.kind !== 'observed') {
    return [header, [unit, name, activity.kind, ...header.slice(3).map(() => null)]];
  }
  const { population, populationYear, level, measures } = activity;
  const place = [unit, name, activity.kind, population, populationYear, level];
  return [
    header,
    ...measures.flatMap((measure) => [
      ...tallyRows([...place, measure.code, null], measure),
      ...measure.themes.flatMap((theme) => tallyRows([...place, measure.code, theme.theme], theme)),
    ]),
  ];
};
