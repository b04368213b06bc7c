import type { SlaReport, SlaReportConfig } from '../../src/contract/sla-report';
import type { PanelView } from '../../src/contract/tam-panel';
import type { BackfillView, SettingsView } from '../../src/contract/tam-settings';
import { engineer, MONDAY_NOON, newIncident, settleAll } from '../builders/incidents-on-host';
import { asker } from '../host/company/ask';
import { backfill } from '../host/company/backfill';
import { people } from '../host/company/people';
import { setUpDemo } from '../host/company/set-up-demo';
import type { InvocationRecord } from '../host/forge/invocation';
import type { Host } from '../host/host';
import { startHost } from '../host/start-host';

// A moved clock wakes the sweep, which then publishes what the backfill stored.
jest.setTimeout(60_000);

let host: Host;
let clientProjectId: string;

const HOUR = 3_600_000;

beforeAll(async () => {
  host = await startHost({ at: MONDAY_NOON });
  await setUpDemo(host);
  const { clientProjects } = await asker(host, 'tam-settings', {
    as: people.admin.accountId,
  })<SettingsView>('load', {});
  clientProjectId = clientProjects[0]?.id ?? '';
}, 120_000);

afterAll(() => host?.stop());

afterEach(() => {
  Object.assign(host.forge.switches, {
    duplicateEvents: 0,
    reorderEvents: 0,
    loseEvents: 0,
    eventDelayMs: 0,
  });
  expect(host.forge.unknownCalls).toEqual([]);
  expect(host.jira.unknownCalls).toEqual([]);
});

const sql = (statement: string, params: unknown[] = []) => host.forge.query(statement, params);

const cyclesOf = async (issueId: string) =>
  (
    await sql('SELECT clock, cycle_no, state FROM sla_cycle WHERE issue_id = ? ORDER BY 1, 2', [
      issueId,
    ])
  ).map((row) => `${row.clock} ${row.cycle_no} ${row.state}`);

/** All rows as a text without the marks of when they were made. */
const allVerdicts = async () =>
  JSON.stringify(
    await sql(`SELECT issue_id, clock, cycle_no, state, started_at, stopped_at, due_at, decided_at,
      target_ms, stopped_how, stopped_by, input_hash FROM sla_cycle ORDER BY 1, 2, 3`),
  );

const answer = (key: string) =>
  host.actAs(engineer.accountId).post(`/rest/api/3/issue/${key}/comment`, {
    body: {
      type: 'doc',
      version: 1,
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'We are on it.' }] }],
    },
  });

async function move(key: string, name: string): Promise<void> {
  const engineering = host.actAs(engineer.accountId);
  const { body } = await engineering.get(`/rest/api/3/issue/${key}/transitions`);
  const { transitions } = body as { transitions: { id: string; to: { name: string } }[] };
  const found = transitions.find(({ to }) => to.name === name);
  const { status } = await engineering.post(`/rest/api/3/issue/${key}/transitions`, {
    transition: { id: found?.id },
  });
  expect(status).toBe(204);
}

const reads = ({ jiraCalls }: InvocationRecord) =>
  jiraCalls.filter(({ method, path }) => method !== 'PUT' && !path.endsWith('/status')).length;
const writes = ({ jiraCalls }: InvocationRecord) =>
  jiraCalls.filter(({ method }) => method === 'PUT').length;

async function loadReport(as: string, period: SlaReportConfig['period'] = 'thisYear') {
  const config: SlaReportConfig = {
    clientProjectId,
    period,
    timeZone: 'Europe/Moscow',
    targetPercent: 95,
  };
  host.forge.gadgets.save('10000', '1', config);
  const ask = asker(host, 'sla-report', { as, dashboardId: '10000', gadgetId: '1' });
  return ask<SlaReport>('load', {});
}

describe('the SLA of a client project, from history to dashboard', () => {
  it('is filled by a backfill within its budget', async () => {
    const before = host.invocations().length;
    await backfill(host, people.admin.accountId, clientProjectId);
    const [view] = await asker(host, 'tam-settings', { as: people.admin.accountId })<
      BackfillView[]
    >('backfills', {});
    expect(view).toMatchObject({ state: 'done', done: view?.total, skipped: [], error: null });
    const steps = host
      .invocations()
      .slice(before)
      .filter(({ trigger }) => trigger === 'queue');
    expect(steps).toHaveLength(1);
    // Count, search, statuses, issues, changelogs: what one page of a thousand costs but for nine more reads of issues.
    expect(steps[0]?.jiraCalls).toHaveLength(5);
    const [issues] = await sql('SELECT COUNT(DISTINCT issue_id) AS n FROM sla_cycle');
    expect(Number(issues?.n)).toBe(view?.total);
  });

  it('counts in the gadget what the store holds, in three statements', async () => {
    const before = host.invocations().length;
    const report = await loadReport(people.manager.accountId);
    const [asked] = host.invocations().slice(before);
    expect(asked?.sql.length).toBeLessThanOrEqual(3);
    const [met] = await sql(
      `SELECT COUNT(*) AS n FROM sla_cycle WHERE clock = 'response' AND state = 'met'`,
    );
    expect(report.response.met).toBe(Number(met?.n));
    const { met: good, breached } = report.response;
    expect(report.response.percent).toBeCloseTo((100 * good) / (good + breached), 10);
    expect(report.breaches.length).toBe(report.breachesSeen.visible);
    expect(report.breachesSeen.total).toBe(report.response.breached + report.resolution.breached);
    expect(report.breaches.every(({ overrunMs }) => overrunMs > 0)).toBe(true);
  });

  it('shows nothing of it to somebody who is not named in the client project', async () => {
    await expect(loadReport(people.virtEngineer.accountId)).rejects.toThrow(/open to its TAM/);
  });

  it('follows an incident from its creation to the answer and the solution', async () => {
    const { id, key } = await newIncident(host);
    await settleAll(host);
    expect(await cyclesOf(id)).toEqual(['resolution 1 running', 'response 1 running']);

    const before = host.invocations().length;
    await answer(key);
    await settleAll(host);
    expect(await cyclesOf(id)).toEqual(['resolution 1 running', 'response 1 met']);
    const refreshes = host
      .invocations()
      .slice(before)
      .filter(({ trigger }) => trigger === 'queue');
    expect(refreshes).toHaveLength(1);
    expect(Math.max(...refreshes.map(reads))).toBeLessThanOrEqual(3);
    expect(Math.max(...refreshes.map(writes))).toBe(1);
    // The answer freezes a cycle: the sixth keeps its ledger.
    expect(Math.max(...refreshes.map((each) => each.sql.length))).toBeLessThanOrEqual(6);

    await move(key, 'In Progress');
    await move(key, 'Waiting for client');
    await settleAll(host);
    expect(await cyclesOf(id)).toEqual(['resolution 1 paused', 'response 1 met']);
    const { body } = await host
      .actAs(people.tam.accountId)
      .get(`/rest/api/3/issue/${key}/properties/tam`);
    expect(body).toMatchObject({
      value: { client: 'BETA', slaState: 'paused', slaResponse: 'met', slaResolution: 'paused' },
    });

    await move(key, 'In Progress');
    await move(key, 'Done');
    await settleAll(host);
    expect(await cyclesOf(id)).toEqual(['resolution 1 met', 'response 1 met']);
  });

  it('shows the clocks in the panel of an incident', async () => {
    const { key } = await newIncident(host);
    await settleAll(host);
    const ask = asker(host, 'tam-panel', { as: people.tam.accountId, issueKey: key });
    const { sla } = await ask<PanelView>('load', {});
    expect(sla).toMatchObject({ priority: 'P1' });
    expect(sla?.clocks.map(({ clock, targetMs }) => [clock, targetMs])).toEqual([
      ['response', HOUR / 4],
      ['resolution', 4 * HOUR],
    ]);
  });

  it('counts a clock as breached when its due has passed and nothing has looked at it', async () => {
    await newIncident(host);
    await settleAll(host);
    const before = await loadReport(people.tam.accountId);
    host.clock.moveBy(5 * HOUR);
    const after = await loadReport(people.tam.accountId);
    expect(after.response.breached).toBeGreaterThan(before.response.breached);
    expect(after.response.running).toBe(0);
  });

  it('ends in the same rows when events come twice and in another order', async () => {
    Object.assign(host.forge.switches, { duplicateEvents: 1, reorderEvents: 0.5 });
    const { id, key } = await newIncident(host);
    await answer(key);
    await move(key, 'In Progress');
    await move(key, 'Waiting for client');
    await settleAll(host);
    expect(await cyclesOf(id)).toEqual(['resolution 1 paused', 'response 1 met']);
  });

  it('is put right by the sweep when events were lost', async () => {
    const { id, key } = await newIncident(host);
    await settleAll(host);
    host.forge.switches.loseEvents = 1;
    await answer(key);
    await move(key, 'In Progress');
    await move(key, 'Done');
    await settleAll(host);
    expect(await cyclesOf(id)).toEqual(['resolution 1 running', 'response 1 running']);
    await host.forge.runSchedule('nightly-sweep');
    await settleAll(host);
    expect(await cyclesOf(id)).toEqual(['resolution 1 met', 'response 1 met']);
  });

  it('a second backfill changes nothing', async () => {
    await host.forge.runSchedule('nightly-sweep');
    await settleAll(host);
    const before = await allVerdicts();
    await backfill(host, people.admin.accountId, clientProjectId);
    await settleAll(host);
    expect(await allVerdicts()).toBe(before);
  });

  it('drops the open clocks of a deleted incident', async () => {
    const { id, key } = await newIncident(host);
    await answer(key);
    await settleAll(host);
    await host.actAs(people.admin.accountId).delete(`/rest/api/3/issue/${key}`);
    await settleAll(host);
    expect(await cyclesOf(id)).toEqual(['response 1 met']);
  });

  it('looks at an issue that a JQL without a project could select, and keeps no rows of it', async () => {
    const before = host.invocations().length;
    const [virt] = [...host.jira.state.issues.values()].filter(({ key }) =>
      key.startsWith('VIRT-'),
    );
    await host.actAs(people.admin.accountId).put(`/rest/api/3/issue/${virt?.key}`, {
      fields: { summary: 'Another summary' },
    });
    await settleAll(host);
    const kinds = host
      .invocations()
      .slice(before)
      .map(({ trigger }) => trigger);
    expect(kinds).toContain('queue');
    expect(await cyclesOf(virt?.id ?? '')).toEqual([]);
  });
});
