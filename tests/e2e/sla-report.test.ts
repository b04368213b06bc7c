import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { SlaReportConfig } from '../../src/contract/sla-report';
import { restrictIssue } from '../builders/restrict-issue';
import { backfill } from '../host/company/backfill';
import { people } from '../host/company/people';
import { putReport } from '../host/company/put-report';
import { createClientProject } from '../host/company/set-up-app';
import { appFrame, complaintsOf, type Look, sitDown, takePicture } from './support/browser';
import { closeDemo, type Demo, openDemo } from './support/demo';
import { judgeAccess } from './support/judge-access';

jest.setTimeout(120_000);

const { admin, manager, tam } = people;
const DASHBOARD = '10000';

describe('the SLA report', () => {
  let demo: Demo;
  let gadgetId: string;
  let config: SlaReportConfig;

  beforeAll(async () => {
    demo = await openDemo();
    const clientProjectId = await createClientProject(
      demo.host,
      {
        ...{ key: 'ACME', name: 'Web platform', client: 'ACME' },
        incidentsJql: 'Client = "ACME" AND issuetype = Incident',
      },
      tam.accountId,
      manager.accountId,
    );
    await backfill(demo.host, admin.accountId, clientProjectId);
    config = { clientProjectId, period: 'thisYear', timeZone: 'Europe/Moscow', targetPercent: 95 };
    const board = { dashboardId: DASHBOARD, title: 'SLA of ACME' };
    gadgetId = await putReport(demo.host, manager.accountId, board, config);
    // The contract of the demo has two clocks. Departments had half of the incidents in turn.
    await copyAsOwnership('NET', 'MOD(CAST(issue_id AS UNSIGNED), 2) = 0');
    await copyAsOwnership('UNIX', 'MOD(CAST(issue_id AS UNSIGNED), 6) = 1');
  });
  afterAll(() => closeDemo(demo));

  const copyAsOwnership = (department: string, which: string) =>
    demo.host.forge.query(
      `INSERT INTO sla_cycle
         (issue_id, clock, cycle_no, client_project_id, project_id, priority_id, priority_name,
          policy_key, policy_version, calendar_key, state, started_at, stopped_at, due_at,
          breached_at, decided_at, elapsed_ms, carried_ms, paused_ms, target_ms, input_hash,
          is_published, computed_at, selection_hash, source, department, first_priority_name)
       SELECT issue_id, 'ownership', cycle_no, client_project_id, project_id, priority_id,
          priority_name, policy_key, policy_version, calendar_key, state, started_at, stopped_at,
          due_at, breached_at, decided_at, elapsed_ms, carried_ms, paused_ms, target_ms, input_hash,
          is_published, computed_at, selection_hash, source, ?, first_priority_name
       FROM sla_cycle WHERE clock = 'resolution' AND client_project_id = ? AND ${which}`,
      [department, config.clientProjectId],
    );

  async function open(changes: Partial<SlaReportConfig> = {}, look: Look = {}) {
    demo.host.forge.gadgets.save(DASHBOARD, gadgetId, { ...config, ...changes });
    const page = await sitDown(demo.browser, demo.host, manager.accountId, look);
    const complaints = complaintsOf(page);
    await page.setViewportSize({ width: 1360, height: 1400 });
    await page.goto(`${demo.host.url}/dashboard/${DASHBOARD}`);
    return { page, complaints, frame: appFrame(page, 'SLA of ACME') };
  }

  async function picture(page: Page, name: string): Promise<void> {
    const gadget = page.locator('iframe[title="SLA of ACME"]');
    await gadget.evaluate((it) => it.scrollIntoView({ block: 'start' }));
    await takePicture(page, name);
  }

  it('shows every clock with its weeks and its departments', async () => {
    const { page, complaints, frame } = await open();
    await frame
      .getByRole('region', { name: 'Resolution' })
      .getByText(/median/)
      .waitFor();
    await picture(page, 'sla-report-all');
    await frame.getByLabel('Clock').selectOption({ label: 'Department’s time' });
    const bars = frame.getByRole('region', { name: 'Department', exact: true });
    await bars.getByRole('rowheader', { name: 'Network' }).waitFor();
    expect(await bars.getByRole('rowheader').count()).toBe(2);
    await frame.getByText('As a table').click();
    await frame.getByRole('region', { name: /met per week/ }).waitFor();
    expect(await judgeAccess(page, 'SLA of ACME')).toEqual([]);
    await picture(page, 'sla-report-departments');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('is Russian, dark and narrow', async () => {
    const look = { locale: 'ru-RU', colorMode: 'dark' } as const;
    const { page, complaints, frame } = await open(
      { groupBy: 'priority', priority: 'first' },
      look,
    );
    await page.setViewportSize({ width: 620, height: 1400 });
    await frame.getByRole('rowheader', { name: 'P1', exact: true }).waitFor();
    expect(await judgeAccess(page, 'SLA of ACME')).toEqual([]);
    await picture(page, 'sla-report-narrow-dark-ru');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('saves its rows as a file', async () => {
    const { page, frame } = await open({ countBy: 'started' });
    const waiting = page.waitForEvent('download');
    await frame.getByRole('button', { name: 'Download CSV' }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe('sla-ACME-2026-01-01-2026-12-31.csv');
    const text = readFileSync(await download.path(), 'utf8');
    const [row] = await demo.host.forge.query(
      'SELECT COUNT(*) AS n FROM sla_cycle WHERE client_project_id = ?',
      [config.clientProjectId],
    );
    const lines = text.trimEnd().split('\r\n');
    expect(lines[0]?.startsWith('\uFEFFissue,summary,clock')).toBe(true);
    expect(lines).toHaveLength(Number(row?.n) + 1);
    await frame.getByText(`The file has ${row?.n} rows.`).waitFor();
    await page.context().close();
  });

  const countsHidden = (value: 0 | 1) =>
    demo.host.forge.query('UPDATE client_project SET counts_hidden = ? WHERE id = ?', [
      ...[value, config.clientProjectId],
    ]);

  it('counts what the viewer may see, and says how much that is', async () => {
    const hidden = [...demo.host.jira.state.issues.values()].find(({ key }) => key === 'SUP-79');
    restrictIssue(demo.host.jira, 'SUP-79', [tam.accountId]);
    const { page, frame, complaints } = await open();
    await frame.getByText(/^You see 65 of 66 incidents: the figures count/).waitFor();
    await frame.getByRole('heading', { name: 'Breaches (18)' }).waitFor();
    expect(await judgeAccess(page, 'SLA of ACME')).toEqual([]);
    await picture(page, 'sla-report-seen');
    if (hidden) hidden.securityId = null;
    demo.host.jira.reindex();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('leaves out of list and file what the viewer may not see where figures count all', async () => {
    const hidden = [...demo.host.jira.state.issues.values()].find(({ key }) => key === 'SUP-79');
    restrictIssue(demo.host.jira, 'SUP-79', [tam.accountId]);
    await countsHidden(1);
    const { page, frame } = await open();
    await frame.getByText(/^You see 18 of 19:/).waitFor();
    const waiting = page.waitForEvent('download');
    await frame.getByLabel('For Excel').uncheck();
    await frame.getByRole('button', { name: 'Download CSV' }).click();
    const text = readFileSync(await (await waiting).path(), 'utf8');
    expect(text.startsWith('issue,')).toBe(true);
    expect(text).toContain('\nSUP-72,');
    expect(text).not.toContain('SUP-79');
    await frame.getByText(/You see \d+ of \d+ rows: the file leaves out/).waitFor();
    await page.locator('iframe[title="SLA of ACME"]').evaluate((it) => {
      it.scrollIntoView({ block: 'end' });
    });
    await takePicture(page, 'sla-report-not-all');
    await countsHidden(0);
    if (hidden) hidden.securityId = null;
    demo.host.jira.reindex();
    await page.context().close();
  });

  it('says of a few that they are few, and of none that there are none', async () => {
    const few = await open({ period: 'thisMonth' });
    await few.frame.getByRole('region', { name: 'Resolution' }).waitFor();
    await picture(few.page, 'sla-report-month');
    await few.page.context().close();
    const none = await open({ period: 'lastYear' });
    await none.frame.getByText('No incidents in this period').waitFor();
    await picture(none.page, 'sla-report-empty');
    await none.page.context().close();
  });

  it('says that history is still being read', async () => {
    await demo.host.forge.query(
      `INSERT INTO sla_backfill (id, client_project_id, active_key, state, step, done, total,
         skipped, started_at) VALUES ('b-e2e', ?, ?, 'running', 1, 40, 100, '[]', 0)`,
      [config.clientProjectId, config.clientProjectId],
    );
    const { page, frame } = await open();
    await frame.getByText('40 of 100 read').first().waitFor();
    await picture(page, 'sla-report-backfill');
    await page.context().close();
  });

  it('needs at most three SQL statements and one invocation per look', () => {
    const ofReport = demo.host.invocations().filter((it) => it.moduleKey === 'sla-report');
    const looks = ofReport.filter((it) => it.functionKey === 'load').slice(1);
    expect(looks.length).toBeGreaterThan(0);
    for (const look of looks) expect(look.sql.length).toBeLessThanOrEqual(3);
    const pages = ofReport.filter((it) => it.functionKey === 'rows');
    expect(pages.map((it) => it.sql.length)).toEqual([2, 2]);
  });

  it('says that it could not load, and loads when asked again', async () => {
    const rename = (from: string, to: string) =>
      demo.host.forge.query(`RENAME TABLE ${from} TO ${to}`);
    await rename('sla_cycle', 'sla_cycle_away');
    const { page, frame } = await open();
    const retry = frame.getByRole('button', { name: 'Try again' });
    await retry.waitFor();
    await picture(page, 'sla-report-failing');
    await rename('sla_cycle_away', 'sla_cycle');
    await retry.click();
    await frame.getByRole('region', { name: 'Resolution' }).waitFor();
    await page.context().close();
  });
});
