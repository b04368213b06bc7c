/**
 * A backfill on the local host: what it asks of Jira and of the database, and what Forge would bill.
 * Runs by tsx, because the host is no bundle; the app's functions in it are bundled as for Forge.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import type { SettingsView } from '../../../src/contract/tam-settings';
import { asker } from '../../host/company/ask';
import { backfill } from '../../host/company/backfill';
import { people } from '../../host/company/people';
import { savePolicy } from '../../host/company/set-up-app';
import type { InvocationRecord } from '../../host/forge/invocation';
import type { Host } from '../../host/host';
import { startHost } from '../../host/start-host';
import { forgeBill } from '../forge-bill';
import { generatedIncidents, generatedStatuses } from '../generate-incidents';
import { printTables } from '../measure';

const FOLDER = '.tmp/bench';
const AT = new Date('2026-11-23T09:00:00Z');

async function main(): Promise<void> {
  const count = Number(process.argv[2] ?? 10_000);
  const importFile = exportOf(count);
  console.error(`loading ${count} incidents into the local Jira …`);
  const host = await startHost({ importFile, at: AT });
  try {
    const clientProjectId = await setUp(host);
    const before = host.invocations().at(-1)?.id ?? 0;
    const start = Date.now();
    const end = await backfill(host, people.admin.accountId, clientProjectId, ({ done, total }) =>
      console.error(`${done} of ${total ?? '?'}`),
    );
    const seconds = (Date.now() - start) / 1000;
    const runs = host.invocations(before).filter(({ moduleKey }) => moduleKey === 'backfill');
    const [stored] = await host.forge.query('SELECT COUNT(*) AS n FROM sla_cycle');
    printTables([resultOf(end.done, seconds, runs, Number(stored?.n))]);
  } finally {
    await host.stop();
    rmSync(importFile);
  }
}

function exportOf(count: number): string {
  mkdirSync(FOLDER, { recursive: true });
  const path = `${FOLDER}/backfill-${count}.json`;
  const statuses = JSON.stringify(generatedStatuses());
  writeFileSync(path, `{"statuses":${statuses},"issues":[`);
  for (let from = 0; from < count; from += 1000) {
    const part = generatedIncidents(from, Math.min(count, from + 1000)).slice(1, -1);
    writeFileSync(path, (from === 0 ? '' : ',') + part, { flag: 'a' });
  }
  writeFileSync(path, ']}', { flag: 'a' });
  return path;
}

/** A client project over everything in the import, as an administrator makes one. */
async function setUp(host: Host): Promise<string> {
  const admin = people.admin.accountId;
  await savePolicy(host, admin, 'hosting');
  await asker(host, 'tam-workspace', { as: admin })('createProject', {
    ...{ key: 'BENCH', name: 'Bench', client: 'Bench', tamAccountId: admin },
    ...{ deputyAccountIds: [], viewerAccountIds: [], policyKey: 'hosting' },
    incidentsJql: 'project is not EMPTY',
  });
  const settings = asker(host, 'tam-settings', { as: admin });
  const { clientProjects } = await settings<SettingsView>('load', {});
  return clientProjects[0]?.id ?? '';
}

function resultOf(done: number, seconds: number, runs: readonly InvocationRecord[], rows: number) {
  const sum = (pick: (run: InvocationRecord) => number) =>
    runs.reduce((total, run) => total + pick(run), 0);
  const calls = sum((run) => run.jiraCalls.length);
  const points = sum((run) => run.jiraCalls.reduce((total, call) => total + call.points, 0));
  const statements = sum((run) => run.sql.length);
  const sqlMs = sum((run) => run.sql.reduce((total, each) => total + each.ms, 0));
  const gbSeconds = sum((run) => run.gbSeconds);
  const bill = forgeBill({ gbSeconds, sqlRequests: statements, sqlHours: sqlMs / 3_600_000 });
  const longest = Math.max(...runs.map((run) => run.ms));
  const perThousand = (value: number) => ((value * 1000) / done).toFixed(1);
  const number = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 1 });
  return {
    title: `Backfill of ${number(done)} incidents on the local host`,
    how: 'Twelve events each. Calls, points and statements are exact; seconds and GB-s are those of this machine, with Jira and MariaDB in it, without a network between them.',
    columns: ['', 'all', 'per 1,000 incidents'],
    rows: [
      ['rows of cycles stored', number(rows), perThousand(rows)],
      ['Jira calls', number(calls), perThousand(calls)],
      ['points', number(points), perThousand(points)],
      ['at 65,000 points an hour', `${(points / 65_000).toFixed(1)} h`, ''],
      ['SQL statements', number(statements), perThousand(statements)],
      ['SQL time', `${(sqlMs / 1000).toFixed(1)} s`, `${perThousand(sqlMs)} ms`],
      ['function time', `${(sum((run) => run.ms) / 1000).toFixed(1)} s`, ''],
      ['invocations', String(runs.length), `longest ${(longest / 1000).toFixed(1)} s`],
      ['function GB-s', gbSeconds.toFixed(1), perThousand(gbSeconds)],
      ['from start to done', `${seconds.toFixed(1)} s`, ''],
      ['Forge bills, beyond the free tier', `$${bill.beyondFree.toFixed(2)}`, ''],
      ['the same without a free tier', `$${bill.atListPrice.toFixed(4)}`, ''],
    ],
    notes: [
      '65,000 points an hour is what Jira grants an app over all its sites (Atlassian\'s "Rate limiting", August 2026): a real backfill waits for them, the local host does not.',
      bill.prices,
    ],
  };
}

void main();
