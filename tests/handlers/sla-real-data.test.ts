import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { runAudit } from '../../src/cli/run-audit';
import type { SettingsView } from '../../src/contract/tam-settings';
import { asker } from '../host/company/ask';
import { backfill } from '../host/company/backfill';
import { people } from '../host/company/people';
import { savePolicy } from '../host/company/set-up-app';
import { repoRoot } from '../host/repo-root';
import { startHost } from '../host/start-host';

const EXPORT = resolve(repoRoot(), '../shared/data/jira/asf-issues.json.gz');
const there = existsSync(EXPORT);

type AuditRow = {
  issue: string;
  clock: string;
  cycle: number;
  state: string;
  startedAt: string;
  stoppedAt: string | null;
  elapsedMs: number;
  pausedMs: number;
};

const line = (row: AuditRow) =>
  [
    row.issue,
    row.clock,
    row.cycle,
    row.state,
    row.startedAt,
    row.stoppedAt,
    // An open clock goes on while the test runs.
    row.stoppedAt === null ? '' : `${row.elapsedMs} ${row.pausedMs}`,
  ].join(' ');

async function audited(at: Date): Promise<string[]> {
  let json = '';
  const out = (text: string) => {
    json += text;
  };
  const args = [EXPORT, '--format', 'json', '--at', at.toISOString()];
  expect(await runAudit(args, at.getTime(), { out, err: () => undefined })).toBe(0);
  return (JSON.parse(json) as AuditRow[]).map(line).sort();
}

/** Client project and backfill of everything in the import, by the app's own pages. */
async function backfilled(at: Date) {
  const host = await startHost({ importFile: EXPORT, at });
  try {
    const admin = people.admin.accountId;
    await savePolicy(host, admin, 'hosting');
    await asker(host, 'tam-workspace', { as: admin })('createProject', {
      key: 'ASF',
      name: 'Real issues',
      client: 'Apache',
      tamAccountId: admin,
      deputyAccountIds: [],
      viewerAccountIds: [],
      policyKey: 'hosting',
      incidentsJql: 'project is not EMPTY',
    });
    const settings = asker(host, 'tam-settings', { as: admin });
    const { clientProjects } = await settings<SettingsView>('load', {});
    await backfill(host, admin, clientProjects[0]?.id ?? '');
    const keys = new Map([...host.jira.state.issues.values()].map(({ id, key }) => [id, key]));
    const rows = await host.forge.query('SELECT * FROM sla_cycle');
    const iso = (ms: unknown) => (ms === null ? null : new Date(Number(ms)).toISOString());
    return {
      issues: keys.size,
      jiraCalls: host
        .invocations()
        .filter(({ moduleKey }) => moduleKey === 'backfill')
        .flatMap(({ jiraCalls }) => jiraCalls),
      rows: rows
        .map((row) =>
          line({
            issue: keys.get(String(row.issue_id)) ?? '?',
            clock: String(row.clock),
            cycle: Number(row.cycle_no),
            state: String(row.state),
            startedAt: iso(row.started_at) ?? '',
            stoppedAt: iso(row.stopped_at),
            elapsedMs: Number(row.elapsed_ms),
            pausedMs: Number(row.paused_ms),
          }),
        )
        .sort(),
    };
  } finally {
    await host.stop();
  }
}

describe('3,537 real issues', () => {
  (there ? it : it.skip)(
    'get the same verdicts through the app as through the audit of the file (needs ../shared/data)',
    async () => {
      const at = new Date('2026-11-23T09:00:00Z');
      const { issues, jiraCalls, rows } = await backfilled(at);
      expect(jiraCalls.length).toBeGreaterThan(issues / 100);
      expect(jiraCalls.length).toBeLessThanOrEqual((15 * issues) / 1000);
      expect(rows).toEqual(await audited(at));
    },
    180_000,
  );
});
