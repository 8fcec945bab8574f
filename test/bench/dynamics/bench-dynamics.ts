import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Bench } from '../bench';
import type { Measure } from './measure';

/** COINr's documentation, Sensitivity analysis: 100 replications of the same size take 37.13 s. */
const COINR_1000_MS = 371_300;

/** Each in a process of its own: none inherits what another has compiled or left in memory. */
const measure = (name: Measure, options: string[] = []): number =>
  Number(
    execFileSync(process.execPath, [...options, path.join(__dirname, 'measure.js'), name], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  );

/** What the engine of the regional scores takes, on one core, against the limits it is to keep. */
export const benchDynamics: Bench = async ({ say }) => {
  say('1,000 replications of 51 units × 49 indicators × 3 levels …');
  const replications1000Ms = measure('replications');
  say('270 units × 30 indicators …');
  const nominal270x30Ms = measure('nominal');
  say("Sobol' indices, N = 500, five factors …");
  const sobolMs = measure('sensitivity');
  say('2,000 units × 100 indicators × 20 years …');
  const largePeakMb = measure('large', ['--max-old-space-size=1024']);
  const row = (what: string, found: number, most: number, unit: string) => [
    what,
    `${Math.round(found)} ${unit}`,
    `${most} ${unit}`,
    found < most ? 'kept' : 'missed',
  ];
  const faster = Math.round(COINR_1000_MS / replications1000Ms);
  return {
    figures: { replications1000Ms, nominal270x30Ms, sobolMs, largePeakMb },
    table: {
      title: `Regional dynamics, processor time on one core (COINr as documented: ${faster} times as long)`,
      head: ['what', 'measured', 'limit', ''],
      rows: [
        row(
          '1,000 replications: treated, normalised, weighted, aggregated and ranked anew',
          replications1000Ms,
          1000,
          'ms',
        ),
        row('nominal run of 270 × 30', nominal270x30Ms, 20, 'ms'),
        row("Sobol', N = 500, 5 factors", sobolMs, 5000, 'ms'),
        row('peak memory of 2,000 × 100 × 20', largePeakMb, 1024, 'MB'),
      ],
    },
  };
};
