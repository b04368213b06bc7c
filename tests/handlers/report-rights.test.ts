import type { ReportRows, SlaReport, SlaReportConfig } from '../../src/contract/sla-report';
import type { ClientProjectView } from '../../src/contract/tam-workspace';
import { restrictIssue } from '../builders/restrict-issue';
import { asker } from '../host/company/ask';
import { backfill } from '../host/company/backfill';
import { people } from '../host/company/people';
import { createClientProject, registerDepartments, savePolicy } from '../host/company/set-up-app';
import type { Host } from '../host/host';
import { startHost } from '../host/start-host';

jest.setTimeout(120_000);

const { admin, tam, manager, virtEngineer } = people;
const INCIDENTS = 'Client = "ACME" AND issuetype = Incident';

let host: Host;
let config: SlaReportConfig;
/** Ids of the incidents that the engineer may browse. */
let visible: readonly string[];

beforeAll(async () => {
  host = await startHost({ company: 'demo', at: new Date('2026-11-24T07:00:00Z') });
  await registerDepartments(host, admin.accountId, () => true);
  await savePolicy(host, admin.accountId, 'hosting');
  const project = { key: 'ACME', name: 'Web platform', client: 'ACME', incidentsJql: INCIDENTS };
  const id = await createClientProject(host, project, tam.accountId, manager.accountId);
  await setUp(id, { viewerAccountIds: [manager.accountId, virtEngineer.accountId] });
  await backfill(host, admin.accountId, id);
  config = {
    ...{ clientProjectId: id, period: 'thisYear', timeZone: 'Europe/Moscow', targetPercent: 95 },
  };
  const judged = await host.forge.query(
    'SELECT DISTINCT issue_id FROM sla_cycle ORDER BY issue_id',
  );
  const ids = judged.map(({ issue_id }) => String(issue_id));
  // Every fourth is for the TAM and the manager alone.
  const closed = ids.filter((_, index) => index % 4 === 0);
  const keys = new Map([...host.jira.state.issues.values()].map((it) => [it.id, it.key]));
  for (const each of closed) {
    restrictIssue(host.jira, keys.get(each) ?? each, [tam.accountId, manager.accountId]);
  }
  visible = ids.filter((each) => !closed.includes(each));
});
afterAll(() => host?.stop());

afterEach(() => {
  expect(host.forge.unknownCalls).toEqual([]);
  expect(host.jira.unknownCalls).toEqual([]);
});

const workspace = () => asker(host, 'tam-workspace', { as: tam.accountId });

/** Saves the client project as its TAM does, with these changes. */
async function setUp(clientProjectId: string, changes: object): Promise<void> {
  const { deputies, viewers, ...shown } = await workspace()<ClientProjectView>('open', {
    clientProjectId,
  });
  const { name, client, policyKey, incidentsJql, countsHidden, version } = shown;
  await workspace()('saveProject', {
    ...{ clientProjectId, version, name, client, policyKey, incidentsJql, countsHidden },
    tamAccountId: tam.accountId,
    deputyAccountIds: deputies.map(({ accountId }) => accountId),
    viewerAccountIds: viewers.map(({ accountId }) => accountId),
    ...changes,
  });
}

const countsHidden = (value: boolean) => setUp(config.clientProjectId, { countsHidden: value });

function gadget(as: string, changes: Partial<SlaReportConfig> = {}) {
  host.forge.gadgets.save('10000', '1', { ...config, ...changes });
  return asker(host, 'sla-report', { as, dashboardId: '10000', gadgetId: '1' });
}

const load = (as: string, changes: Partial<SlaReportConfig> = {}) =>
  gadget(as, changes)<SlaReport>('load', {});

/** What the store holds of these issues. */
async function inStore(ids: readonly string[] | null) {
  const only = ids === null ? '' : `AND issue_id IN (${ids.map(() => '?').join(', ')})`;
  const rows = await host.forge.query(
    `SELECT clock, state, COUNT(*) AS n FROM sla_cycle WHERE client_project_id = ? ${only}
     GROUP BY clock, state`,
    [config.clientProjectId, ...(ids ?? [])],
  );
  const of = (clock: string, state: string) =>
    Number(rows.find((row) => row.clock === clock && row.state === state)?.n ?? 0);
  return {
    response: { met: of('response', 'met'), breached: of('response', 'breached') },
    resolution: { met: of('resolution', 'met'), breached: of('resolution', 'breached') },
  };
}

/** Everything in a report that is counted. */
const figures = ({ response, resolution, nextResponse, ownership, reopenedLater }: SlaReport) => ({
  ...{ response, resolution, nextResponse, ownership, reopenedLater },
});

const sum = (parts: readonly { met: number; breached: number }[]) =>
  parts.reduce((total, { met, breached }) => total + met + breached, 0);

describe('the figures of a client project that counts what their reader may browse', () => {
  it('are made of 49 incidents of 66 for an engineer, in every part', async () => {
    const report = await load(virtEngineer.accountId);
    expect(report.incidentsSeen).toEqual({
      ...{ visible: visible.length, lookedAt: 66, total: 66, isWhole: true },
    });
    expect(visible).toHaveLength(49);
    expect(report).toMatchObject(await inStore(visible));
    for (const clock of [report.response, report.resolution]) {
      const decided = clock.met + clock.breached;
      expect([sum(clock.weeks), sum(clock.departments), sum(clock.priorities)]).toEqual([
        ...[decided, decided, decided],
      ]);
      expect(clock.durations?.n).toBeLessThanOrEqual(decided);
    }
    expect(report.breachesSeen.total).toBe(report.response.breached + report.resolution.breached);
    expect(report.breachesSeen.visible).toBe(report.breachesSeen.total);
  });

  it('are made of all for somebody who may browse all, and say nothing of it', async () => {
    const report = await load(manager.accountId);
    expect(report.incidentsSeen).toBeNull();
    expect(report).toMatchObject(await inStore(null));
  });

  it('are the same as those that count everything, for him who may browse everything', async () => {
    const asked = [
      {},
      { countBy: 'started', priority: 'first' },
      { period: 'last30Days' },
    ] as const;
    const closed = [];
    for (const changes of asked) closed.push(figures(await load(manager.accountId, changes)));
    await countsHidden(true);
    const open = [];
    for (const changes of asked) open.push(figures(await load(manager.accountId, changes)));
    await countsHidden(false);
    expect(closed).toEqual(open);
  });

  it.each([
    ['an engineer', virtEngineer.accountId],
    ['the manager', manager.accountId],
  ])('cost %s three statements, one call and four reads of Jira', async (_who, as) => {
    const before = host.invocations().length;
    await load(as);
    const asked = host.invocations().slice(before);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.sql.length).toBeLessThanOrEqual(3);
    expect(asked[0]?.jiraCalls.length).toBeLessThanOrEqual(4);
  });
});

describe('the figures of a client project that lets them count everything', () => {
  beforeAll(() => countsHidden(true));
  afterAll(() => countsHidden(false));

  it('are the same for everybody', async () => {
    const [engineer, boss] = [await load(virtEngineer.accountId), await load(manager.accountId)];
    expect(figures(engineer)).toEqual(figures(boss));
    expect(engineer).toMatchObject({ ...(await inStore(null)), incidentsSeen: null });
  });

  it('stand above a list of what the reader may browse, which says how much that is', async () => {
    const { breaches, breachesSeen } = await load(virtEngineer.accountId);
    expect(breachesSeen.visible).toBeLessThan(breachesSeen.total);
    expect(breaches).toHaveLength(breachesSeen.visible);
    const page = await gadget(virtEngineer.accountId)<ReportRows>('rows', { after: null });
    expect(page.rows.length).toBeLessThan(page.total);
    expect(new Set(page.rows.map(({ issueKey }) => issueKey)).size).toBe(visible.length);
  });
});
