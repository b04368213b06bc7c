/** Full histories to verdicts: from parsed JSON, timestamps included, to the cycles of both clocks. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import policyFile from '../../../src/cli/examples/hosting.policy.json';
import type { IncidentHistory } from '../../../src/core/sla/judge/history';
import {
  type CompiledPolicy,
  compilePolicy,
  type Policy,
} from '../../../src/core/sla/policy/policy';
import { instant } from '../../../src/core/time';
import { parseIssueHistory } from '../../../src/jira/wire/issue-history';
import type { KnownStatuses } from '../../../src/jira/wire/known-statuses';
import { clientCycles } from '../../builders/client-cycles';
import { knownStatuses } from '../../builders/known-statuses';
import {
  EVENTS_A_GENERATED_INCIDENT,
  generatedIncidents,
  generatedStatuses,
} from '../generate-incidents';
import { cpuMs, median, printTables, rateText } from '../measure';

const NOW = instant(Date.UTC(2026, 10, 23));
const REAL = join(process.cwd(), '../shared/data/jira/asf-issues.json.gz');
const GENERATED = 100_000;
/** A page of "bulk fetch issues": so many lie in memory at once. */
const BATCH = 100;
const ROUNDS_OF_REAL_DATA = 15;

type Batch = { readonly issues: readonly unknown[]; readonly statuses: KnownStatuses };
type Speed = { readonly parse: number; readonly judge: number; readonly both: number };

function main(): void {
  const [which] = process.argv.slice(2);
  const isReal = which === 'real';
  if (isReal && !existsSync(REAL)) {
    printTables([table('Replay of real issues', 'Not run: ../shared/data/jira is not there.', [])]);
    return;
  }
  const speeds: Speed[] = [];
  let count = 0;
  let events = 0;
  for (const batch of isReal ? realBatches() : generatedBatches()) {
    const measured = replay(batch);
    speeds.push(measured.speed);
    count += batch.issues.length;
    events += measured.events;
  }
  const over = (pick: (speed: Speed) => number) => rateText(median(speeds.map(pick)));
  const peak = process.resourceUsage().maxRSS / 1024;
  const rows = [
    ['parse', over((speed) => speed.parse)],
    ['judge', over((speed) => speed.judge)],
    ['both', over((speed) => speed.both)],
    ['peak memory', `${peak.toFixed(0)} MB`],
  ];
  const what = isReal
    ? `3,537 real issues, ${ROUNDS_OF_REAL_DATA} times over, all of them in memory`
    : `${count} made-up incidents, ${BATCH} in memory at once`;
  const how = `${what}; ${(events / count).toFixed(1)} events each. Issues per second of processor time, the median of the batches. From objects as JSON.parse makes them; reading the JSON is not in it.`;
  printTables([table(`Replay of ${isReal ? 'real' : 'made-up'} issues`, how, rows)]);
}

function* generatedBatches(): Generator<Batch> {
  const statuses = knownStatuses(generatedStatuses());
  for (let from = 0; from < GENERATED; from += BATCH) {
    yield { issues: JSON.parse(generatedIncidents(from, from + BATCH)) as unknown[], statuses };
  }
}

function* realBatches(): Generator<Batch> {
  const text = gunzipSync(readFileSync(REAL)).toString();
  const { issues, statuses } = JSON.parse(text) as { issues: unknown[]; statuses: unknown[] };
  for (let round = 0; round < ROUNDS_OF_REAL_DATA; round++) {
    yield { issues, statuses: knownStatuses(statuses) };
  }
}

function replay({ issues, statuses }: Batch): { speed: Speed; events: number } {
  const policy = hostingPolicy();
  // As the app reads: it tells of the fields that the policy asks about, here of none.
  const asked = new Set(policy.fields);
  const histories: IncidentHistory[] = [];
  let events = 0;
  const start = cpuMs();
  for (const issue of issues) {
    const { history } = parseIssueHistory(issue, statuses, { asked });
    if (history !== null) histories.push(history);
  }
  const parsed = cpuMs();
  let cycles = 0;
  for (const history of histories) cycles += clientCycles(history, [policy], NOW).length;
  const judged = cpuMs();
  for (const history of histories) events += history.events.length;
  if (cycles < issues.length) throw new Error('fewer cycles than issues');
  const perSecond = (ms: number) => (issues.length / ms) * 1000;
  const speed = {
    parse: perSecond(parsed - start),
    judge: perSecond(judged - parsed),
    both: perSecond(judged - start),
  };
  return { speed, events };
}

let compiled: CompiledPolicy | null = null;

function hostingPolicy(): CompiledPolicy {
  if (compiled !== null) return compiled;
  const result = compilePolicy(policyFile as Policy);
  if (!result.ok) throw new Error(result.problems.join('; '));
  compiled = result;
  return result;
}

function table(title: string, how: string, rows: readonly (readonly string[])[]) {
  const notes = title.includes('made-up')
    ? [
        `${EVENTS_A_GENERATED_INCIDENT} events: 4 comments and 8 changes in 7 records, and 2 changes that mean nothing to the clocks.`,
      ]
    : [];
  return { title, how, columns: ['', 'issues/s'], rows, notes };
}

main();
