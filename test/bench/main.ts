import { cpus } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Bench } from './bench';
import { benchDynamics } from './dynamics/bench-dynamics';
import { tableLines } from './print-table';
import { benchRest } from './rest/bench-rest';
import { benchSearch } from './search/bench-search';

const BENCHES: Record<string, Bench> = {
  rest: benchRest,
  dynamics: benchDynamics,
  search: benchSearch,
};

const USAGE = `Usage: npm run bench [-- <${Object.keys(BENCHES).join(' | ')}> …] [--json]`;

const main = async (): Promise<number> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const names = positionals.length > 0 ? positionals : Object.keys(BENCHES);
  const figures: Record<string, number> = {};
  const [{ model = 'unknown processor' } = {}] = cpus();
  console.log(`${cpus().length} cores, ${model.trim()}, Node ${process.version}`);
  for (const name of names) {
    const bench = BENCHES[name];
    if (!bench) {
      console.error(`There is no bench "${name}". ${USAGE}`);
      return 2;
    }
    const result = await bench({
      root: path.resolve(__dirname, '../../..'),
      say: (sentence) => console.error(`  ${sentence}`),
    });
    Object.assign(figures, result.figures);
    console.log(`\n${result.table.title}\n`);
    for (const line of tableLines(result.table)) console.log(`  ${line}`);
  }
  if (values.json) console.log(JSON.stringify(figures));
  return 0;
};

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
