const { execFileSync, spawn, spawnSync } = require('node:child_process');
const { once } = require('node:events');
const { mkdtempSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const path = require('node:path');
const { ensureBuild, root } = require('./build.js');

const bin = (name) => path.join(root, 'node_modules', '.bin', name);
const env = { ...process.env, STRAPI_TELEMETRY_DISABLED: 'true', TEST_COMPILED: 'true' };
const reports = mkdtempSync(path.join(tmpdir(), 'oten-test-'));
const started = Date.now();

const step = async (title, work) => {
  const begin = Date.now();
  console.log(`\n▸ ${title}`);
  await work();
  console.log(`  ${title}: ${((Date.now() - begin) / 1000).toFixed(1)} s`);
};

const run = (name, ...args) => execFileSync(bin(name), args, { cwd: root, stdio: 'inherit', env });

/** Checks the types in a process of its own, on the core that the build does not use. */
const checkTypes = async () => {
  const [code] = await once(
    spawn('npm', ['run', '--silent', 'types'], { cwd: root, stdio: 'inherit', env }),
    'exit',
  );
  if (code !== 0) throw new Error('The types do not hold.');
};

/** For files that leave nothing behind in their process: modules are loaded once. */
const SHARED_PROCESSES = '--poolOptions.forks.isolate=false';

/** Runs the vitest projects and answers how many tests passed and failed, from its own report. */
const vitest = (projects, ...options) => {
  const file = path.join(reports, `${projects.join('-')}.json`);
  const { status } = spawnSync(
    bin('vitest'),
    [
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      ...options,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
    { cwd: root, stdio: 'inherit', env },
  );
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(
    readFileSync(file, 'utf8'),
  );
  // A file that fails to load fails no test, but vitest then exits with an error.
  return {
    passed: numPassedTests,
    failed: numFailedTests,
    skipped: numPendingTests,
    ok: status === 0,
  };
};

const totals = { passed: 0, failed: 0, skipped: 0, ok: true };
const add = (result) => {
  for (const key of ['passed', 'failed', 'skipped']) totals[key] += result[key];
  totals.ok &&= result.ok;
};

const main = async () => {
  await step('Lint', () => {
    run('biome', 'check', '--error-on-warnings', '.');
    run('knip');
  });
  await step('Types and build', async () => {
    const types = checkTypes();
    ensureBuild({ say: (sentence) => console.log(`  ${sentence}`) });
    await types;
  });
  await step('Unit tests', () => add(vitest(['unit'], SHARED_PROCESSES)));
  await step('Integration tests', () => add(vitest(['sqlite', 'postgres'], SHARED_PROCESSES)));
  await step('Browser tests', () => add(vitest(['browser'])));
};

const conclude = () => {
  rmSync(reports, { recursive: true, force: true });
  console.log(`\nAll in ${((Date.now() - started) / 60_000).toFixed(1)} min`);
  if (totals.passed + totals.failed > 0) {
    console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
  }
  if (!totals.ok || totals.failed > 0 || totals.passed === 0) process.exitCode = 1;
};

main()
  .catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  })
  .finally(conclude);
