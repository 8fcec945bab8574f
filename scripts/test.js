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

/** Each test and file that failed, with the first lines of what it said, from vitest's report. */
const failuresOf = (files) =>
  files.flatMap(({ name, status, message, assertionResults }) => {
    const file = path.relative(root, name);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [{ title: file, message }] : [];
    return failed.map(({ fullName, failureMessages }) => ({
      title: `${file} > ${fullName}`,
      message: failureMessages.join('\n'),
    }));
  });

/** Runs the vitest projects and answers how many tests passed, and which failed, from its own report. */
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
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(
    readFileSync(file, 'utf8'),
  );
  // A file that fails to load fails no test, but vitest then exits with an error.
  const failures = failuresOf(testResults);
  if (status !== 0 && failures.length === 0) {
    failures.push({
      title: projects.join(', '),
      message: 'Something failed outside the tests: look for "Unhandled" above.',
    });
  }
  return {
    passed: numPassedTests,
    failed: numFailedTests,
    skipped: numPendingTests,
    failures,
    ok: status === 0,
  };
};

const totals = { passed: 0, failed: 0, skipped: 0, failures: [], ok: true };
const add = (result) => {
  totals.failures.push(...result.failures);
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

const MESSAGE_LINES = 12;

const conclude = () => {
  rmSync(reports, { recursive: true, force: true });
  // Once more at the end: a log of thousands of lines is read from there.
  for (const { title, message } of totals.failures) {
    console.log(`\n✗ ${title}\n${message.split('\n').slice(0, MESSAGE_LINES).join('\n')}`);
  }
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
