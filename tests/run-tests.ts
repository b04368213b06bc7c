/**
 * `npm test`: builds the app, then runs everything (unit, host, browser, manifest) in one go.
 * `npm test -- <jest arguments>` narrows it. What is skipped is counted and named at the end.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { buildAll } from './host/build/build-all';
import { ensureChromium } from './host/tools/ensure-chromium';
import { ensureMariadb } from './host/tools/ensure-mariadb';

const REPORT = '.tmp/jest.json';

type JestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numRuntimeErrorTestSuites: number;
  testResults: { assertionResults: { fullName: string; status: string }[] }[];
};

async function main(): Promise<void> {
  ensureMariadb(console.log);
  ensureChromium(console.log);
  await buildAll();
  mkdirSync('.tmp', { recursive: true });
  rmSync(REPORT, { force: true });
  const jest = ['node_modules/jest/bin/jest.js', '--json', `--outputFile=${REPORT}`];
  const run = spawnSync(process.execPath, [...jest, ...process.argv.slice(2)], {
    stdio: ['inherit', 'ignore', 'inherit'],
  });
  const tally = count(JSON.parse(readFileSync(REPORT, 'utf8')) as JestReport);
  writeFileSync('.tmp/tests.json', JSON.stringify(tally));
  for (const name of tally.skipped) console.log(`skipped: ${name}`);
  console.log(`${tally.passed} passed, ${tally.failed} failed, ${tally.skipped.length} skipped`);
  process.exitCode = run.status === 0 && tally.failed === 0 ? 0 : 1;
}

/** A test file that could not run at all counts as one failed test. */
function count(report: JestReport): { passed: number; failed: number; skipped: string[] } {
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: tests.filter((test) => test.status === 'pending').map((test) => test.fullName),
  };
}

void main();
