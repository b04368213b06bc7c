/**
 * Forge's own word on the app, offline: manifest validation, client-side lint, and the bundle that a
 * deploy would make, which must then pass the host's smoke test. Run by `npm run test:forge`.
 */
const { spawnSync } = require('node:child_process');
const { mkdirSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const { bundleApp } = require('./bundle-app.cjs');
const { lintApp } = require('./lint-app.cjs');
const { checksScopes } = require('./local-swagger.cjs');
const { validateManifest } = require('./validate-manifest.cjs');

const ROOT = path.resolve(__dirname, '../..');
const BUNDLE = path.join(__dirname, 'out', 'bundle');
const WRAPPER = path.join(ROOT, 'tests/host/forge/runtime/dist');

const silent = () => {};
const logger = { info: silent, warn: silent, debug: silent, trace: silent, error: console.error };

async function bundle() {
  await bundleApp(logger, BUNDLE, WRAPPER);
  return [];
}

function smokeTest() {
  const jest = path.join(ROOT, 'node_modules/jest/bin/jest.js');
  const args = [
    jest,
    '--selectProjects',
    'host',
    '--runTestsByPath',
    'tests/host-tests/smoke.test.ts',
  ];
  const env = { ...process.env, TAM_FUNCTIONS_DIR: BUNDLE };
  const run = spawnSync(process.execPath, args, { cwd: ROOT, env, encoding: 'utf8' });
  return run.status === 0 ? [] : [`${run.stdout}\n${run.stderr}`];
}

const steps = [
  ['Forge accepts the manifest: no error, no warning', validateManifest],
  ['Forge lint finds no error and no warning', () => lintApp(logger)],
  ["Forge's bundler bundles every handler", bundle],
  ["Forge's bundle passes the smoke test of the local host", smokeTest],
];

async function problemsOf(step) {
  try {
    return await step();
  } catch (error) {
    return [error.stack ?? String(error)];
  }
}

async function main() {
  process.chdir(ROOT);
  const tally = { passed: 0, failed: 0, skipped: [] };
  for (const [name, step] of steps) {
    const lines = await problemsOf(step);
    tally[lines.length === 0 ? 'passed' : 'failed'] += 1;
    console.log(`${lines.length === 0 ? 'PASS' : 'FAIL'} ${name}`);
    for (const line of lines) console.log(`  ${line}`);
  }
  if (!checksScopes())
    tally.skipped.push('Forge lint compares scopes (needs ../shared/data/openapi)');
  for (const name of tally.skipped) console.log(`SKIP ${name}`);
  mkdirSync('.tmp', { recursive: true });
  writeFileSync('.tmp/forge-tools.json', JSON.stringify(tally));
  process.exitCode = tally.failed === 0 ? 0 : 1;
}

void main();
