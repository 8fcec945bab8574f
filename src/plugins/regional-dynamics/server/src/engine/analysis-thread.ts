import { parentPort, workerData } from 'node:worker_threads';
import { sobol } from '../core/analysis/sobol';
import { statisticsOf } from '../core/analysis/statistics-of';
import { observationsOfTable } from '../core/edition-inputs';
import { nutsVersionOf } from '../core/nuts';
import { type Scored, score } from '../core/score';
import { replicate } from '../core/uncertainty';
import type { AnalysisAnswer, AnalysisInput } from './analysis-messages';

/** Cells times scorings of a Sobol' run: some ten seconds of one core. */
const MOST_WORK = 4e9;

const ranksOf = (scored: Scored, node: string, year: number): AnalysisAnswer => {
  const { perYear } = scored.blocks;
  const start = scored.table.rows.findIndex((row) => row.year === year);
  const rows = { start, end: start + perYear };
  const { replications } = scored.recipe.uncertainty;
  const drawn = replicate(scored, undefined, { from: 0, to: replications, rows });
  return {
    kind: 'ranks',
    units: scored.table.rows.slice(start, start + perYear).map(({ unit }) => unit),
    ranks: drawn.ranks.get(node) ?? new Uint16Array(drawn.count * perYear),
    count: drawn.count,
    level: drawn.level,
    factors: drawn.factors,
  };
};

const analyse = ({
  recipe,
  inputTable,
  years,
  nutsVersion,
  want,
}: AnalysisInput): AnalysisAnswer => {
  const scored = score({
    recipe,
    observations: observationsOfTable(inputTable),
    years,
    nutsVersion: nutsVersionOf(nutsVersion),
  });
  if (want.kind === 'ranks') return ranksOf(scored, want.node, want.year);
  if (want.kind === 'statistics') {
    return { kind: 'statistics', statistics: statisticsOf(scored, want.year) };
  }
  const cells = scored.table.rows.length * scored.plan.leaves.length;
  // At most eight factors: a sample is scored once for each, and twice more.
  if (cells * want.n * 10 > MOST_WORK) return { kind: 'too-large' };
  return { kind: 'sensitivity', sobol: sobol(scored, { n: want.n }) };
};

if (parentPort) {
  const answer = analyse(workerData as AnalysisInput);
  parentPort.postMessage(answer, answer.kind === 'ranks' ? [answer.ranks.buffer] : []);
}
