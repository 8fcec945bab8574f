import type { EditionResponse, EditionResults } from '../../../shared/edition-contracts';
import { compareCodes } from '../core/compare-codes';
import { type CellResult, cellsInOrder, type NodeResult, type Result } from '../core/result';

type ExportedUnit = EditionResults['units'][number];

const nodeOf = (node: NodeResult, level: number): ExportedUnit['nodes'][string] => {
  if (node.kind === 'missing') return { score: null, rank: null, reason: node.reason };
  const { value, low, high, of, ties, median, top10, ranked } = node.rank;
  return {
    score: node.score,
    rank: { value, low, high, level, of, ties, median, top10, ranked },
    clamped: node.clamped ?? [],
  };
};

const cellOf = (cell: CellResult): ExportedUnit['cells'][string] => {
  if (cell.kind === 'missing') return { value: null, reason: cell.reason };
  const { value, normalised, flag = null, origin, treatment = null } = cell;
  return { value, normalised, flag, origin, treatment };
};

/** A unit's results by the codes of nodes and indicators: what is not named here does not leave. */
const unitOf = (found: Result['units'][number], level: number): ExportedUnit => ({
  unit: found.unit,
  year: found.year,
  nodes: Object.fromEntries(
    Object.entries(found.nodes)
      .sort(([a], [b]) => compareCodes(a, b))
      .map(([code, node]) => [code, nodeOf(node, level)]),
  ),
  cells: Object.fromEntries(cellsInOrder(found).map(([code, cell]) => [code, cellOf(cell)])),
});

const dynamicsOf = ({ dynamics }: Result): EditionResults['dynamics'] => {
  if (!dynamics) return null;
  const { from, to, units, beta, sigma } = dynamics;
  return { from, to, units, beta, sigma };
};

/** Rows of the input table that are written at once. */
const ROWS = 500;

function* rowsJson(rows: readonly unknown[]): Generator<string> {
  for (let start = 0; start < rows.length; start += ROWS) {
    const part = rows.slice(start, start + ROWS).map((row) => JSON.stringify(row));
    yield `${start === 0 ? '' : ','}${part.join(',')}`;
  }
}

/**
 * An edition with its results as JSON, in pieces: the text of a large panel would be another copy
 * of it in memory.
 * @param inputTable left out where it was not asked for
 */
export function* editionJson({
  edition,
  inputTable,
  results,
}: {
  edition: Omit<EditionResponse['data'], 'publishedAt' | 'inputTable' | 'results'> & {
    publishedAt: string | null;
  };
  inputTable: readonly unknown[] | undefined;
  results: Result;
}): Generator<string> {
  yield `{"data":${JSON.stringify(edition).slice(0, -1)}`;
  if (inputTable) {
    yield ',"inputTable":[';
    yield* rowsJson(inputTable);
    yield ']';
  }
  yield ',"results":{"units":[';
  let separator = '';
  for (const unit of results.units) {
    yield separator + JSON.stringify(unitOf(unit, results.uncertainty.level));
    separator = ',';
  }
  yield `],"dynamics":${JSON.stringify(dynamicsOf(results))}}}}`;
}
