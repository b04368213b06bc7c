/**
 * `npm run bench [-- <part>...] [--write]`: measures in one run, prints tables, and with `--write`
 * puts the last results of every part into tests/bench/RESULTS.md. Parts: calendar, compile, replay,
 * audit, order (all of these without a name), and backfill, which takes minutes and has to be named.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { buildSync } from 'esbuild';
import { describeMachine } from './describe-machine';
import type { ResultTable } from './measure';
import { asMarkdown, asText, type MeasuredPart } from './show-tables';

const OUT = '.tmp/bench';
const RESULTS = 'tests/bench/RESULTS.md';
const KEPT = `${OUT}/results.json`;
type Run = {
  readonly suite: string;
  readonly args?: readonly string[];
  /** The local host is no bundle: it runs by tsx, with room for a hundred thousand issues. */
  readonly onHost?: true;
};

/** Every run is a process of its own, so that no part warms up, or fills the memory of, another. */
const PARTS: Readonly<Record<string, readonly Run[]>> = {
  calendar: [{ suite: 'calendar-queries' }],
  compile: [{ suite: 'calendar-compile' }],
  replay: [{ suite: 'replay', args: ['real'] }, { suite: 'replay' }],
  audit: [{ suite: 'audit' }],
  order: [{ suite: 'order-questions' }],
  backfill: [
    { suite: 'backfill', args: ['10000'], onHost: true },
    { suite: 'backfill', args: ['100000'], onHost: true },
  ],
};

function main(): void {
  const args = process.argv.slice(2);
  const named = args.filter((arg) => arg !== '--write');
  const unknown = named.find((name) => PARTS[name] === undefined);
  if (unknown !== undefined) {
    console.error(`no part "${unknown}"; there are ${Object.keys(PARTS).join(', ')}`);
    process.exitCode = 2;
    return;
  }
  const parts = named.length > 0 ? named : Object.keys(PARTS).filter((name) => name !== 'backfill');
  if (parts.includes('calendar')) ensurePeers();
  const machine = describeMachine();
  console.log(`${machine}\n`);
  const kept = keptResults();
  for (const part of parts) {
    const tables = (PARTS[part] ?? []).flatMap(measured);
    kept[part] = { date: new Date().toISOString().slice(0, 10), machine, tables };
    mkdirSync(OUT, { recursive: true });
    writeFileSync(KEPT, JSON.stringify(kept));
  }
  if (args.includes('--write')) {
    writeFileSync(RESULTS, asMarkdown(Object.keys(PARTS).flatMap((part) => kept[part] ?? [])));
    console.log(`written to ${RESULTS}`);
  }
}

/** What was measured last of each part, so that the document need not be measured in one go. */
function keptResults(): Record<string, MeasuredPart> {
  if (!existsSync(KEPT)) return {};
  return JSON.parse(readFileSync(KEPT, 'utf8')) as Record<string, MeasuredPart>;
}

function measured(run: Run): readonly ResultTable[] {
  const output = execFileSync(process.execPath, commandOf(run), {
    ...{ stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8', maxBuffer: 1 << 26 },
  });
  const tables = JSON.parse(output.trim().split('\n').at(-1) ?? '[]') as ResultTable[];
  for (const table of tables) console.log(`${asText(table)}\n`);
  return tables;
}

function commandOf({ suite, args = [], onHost }: Run): string[] {
  if (onHost) {
    const tsx = 'node_modules/tsx/dist/cli.mjs';
    return ['--max-old-space-size=10240', tsx, `tests/bench/suites/${suite}.ts`, ...args];
  }
  return ['--expose-gc', '--single-threaded-gc', bundle(suite), ...args];
}

/** Bundled as the app is: what tsx runs has helpers in every function. */
function bundle(suite: string): string {
  mkdirSync(OUT, { recursive: true });
  const outfile = `${OUT}/${suite}.cjs`;
  buildSync({
    entryPoints: [`tests/bench/suites/${suite}.ts`],
    ...{ outfile, bundle: true, platform: 'node', format: 'cjs', target: 'node20' },
    external: ['esbuild'],
    logLevel: 'warning',
  });
  return outfile;
}

/** The libraries to compare with have a lockfile of their own. */
function ensurePeers(): void {
  if (existsSync('tests/bench/node_modules')) return;
  console.log('installing the libraries to compare with …');
  const install = ['ci', '--prefix', 'tests/bench', '--ignore-scripts', '--no-audit', '--no-fund'];
  if (spawnSync('npm', install, { stdio: 'inherit' }).status !== 0) {
    throw new Error('npm ci in tests/bench failed');
  }
}

main();
