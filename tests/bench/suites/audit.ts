/** The audit command over a file of 100,000 incidents: from the bytes of the file to rows of CSV. */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, rmSync, statSync, writeFileSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { buildSync } from 'esbuild';
import simple from '../../../src/cli/examples/simple.policy.json';
import { generatedIncidents, generatedStatuses } from '../generate-incidents';
import { printTables } from '../measure';

const COUNT = 100_000;
const EXPORT = '.tmp/bench/audit.json';
const POLICY = '.tmp/bench/audit.policy.json';
const AUDIT = '.tmp/bench/audit-command.cjs';

async function main(): Promise<void> {
  await writeExport();
  writeFileSync(POLICY, JSON.stringify({ ...simple, select: 'issuetype = Incident' }));
  buildSync({
    entryPoints: ['src/cli/audit.ts'],
    ...{ outfile: AUDIT, bundle: true, platform: 'node', format: 'cjs', target: 'node20' },
    logLevel: 'warning',
  });
  // A preloaded line says at the end what the process used, which nobody else can.
  const report = `process.on('exit',()=>{const u=process.resourceUsage();process.stderr.write('\\n'+JSON.stringify({cpuMs:(u.userCPUTime+u.systemCPUTime)/1000,peakMb:u.maxRSS/1024}))})`;
  const preload = `data:text/javascript,${encodeURIComponent(report)}`;
  const args = ['--import', preload, AUDIT, EXPORT, '--format', 'csv', '--policy', POLICY];
  const start = Date.now();
  const run = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  const seconds = (Date.now() - start) / 1000;
  if (run.status !== 0) throw new Error(`the audit failed: ${run.stderr}`);
  const used = JSON.parse(run.stderr.trim().split('\n').at(-1) ?? '') as Used;
  const megabytes = statSync(EXPORT).size / 2 ** 20;
  for (const file of [EXPORT, POLICY]) rmSync(file);
  printTables([tableOf(used, seconds, megabytes, run.stdout.split('\n').length - 2)]);
}

type Used = { readonly cpuMs: number; readonly peakMb: number };

function tableOf({ cpuMs, peakMb }: Used, seconds: number, megabytes: number, rows: number) {
  return {
    title: `Audit of a file of ${COUNT.toLocaleString('en-US')} incidents`,
    how: `${megabytes.toFixed(0)} MB of JSON, not packed, 12 events each, read twice: once for statuses and names, once for the verdicts. The whole command, its start included.`,
    columns: ['', ''],
    rows: [
      ['rows of CSV', rows.toLocaleString('en-US')],
      ['from start to end', `${seconds.toFixed(1)} s`],
      ['processor time', `${(cpuMs / 1000).toFixed(1)} s`],
      ['MB of JSON per second', ((2 * megabytes) / (cpuMs / 1000)).toFixed(0)],
      ['peak memory', `${peakMb.toFixed(0)} MB`],
    ],
  };
}

async function writeExport(): Promise<void> {
  const out = createWriteStream(EXPORT);
  out.write(`{"statuses":${JSON.stringify(generatedStatuses())},"issues":[`);
  for (let from = 0; from < COUNT; from += 1000) {
    const part = generatedIncidents(from, from + 1000).slice(1, -1);
    if (!out.write((from === 0 ? '' : ',') + part)) {
      await once(out, 'drain');
    }
  }
  out.end(']}');
  await finished(out);
}

void main();
