import { aggregationOracles } from './aggregation-oracles';
import { normalisationOracle } from './normalisation-oracle';
import type { Oracle, OracleLine } from './oracle';
import { rankOracles } from './rank-oracles';
import { statisticsOracles } from './statistics-oracles';
import { taiOracles } from './tai-oracles';

export type OracleReport = Omit<Oracle, 'lines'> & {
  lines: (OracleLine & { passes: boolean })[];
  passes: boolean;
};

/** Everything the engine is checked against, the published results first. */
export const oracles: Oracle[] = [
  ...taiOracles,
  ...aggregationOracles,
  ...rankOracles,
  normalisationOracle,
  ...statisticsOracles,
];

const agrees = ({ expected, computed }: OracleLine, tolerance: number): boolean =>
  expected === null || computed === null
    ? expected === computed
    : Math.abs(expected - computed) <= tolerance;

/** Runs one oracle in the engine; it passes when every line does. */
export const runOracle = ({ lines, ...oracle }: Oracle): OracleReport => {
  const judged = lines().map((line) => ({ ...line, passes: agrees(line, oracle.tolerance) }));
  return {
    ...oracle,
    lines: judged,
    passes: judged.length > 0 && judged.every(({ passes }) => passes),
  };
};
