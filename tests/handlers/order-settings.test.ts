import type {
  DryRunList,
  IllegalWork,
  OrderSettingsView,
  OrderStatusRow,
} from '../../src/contract/order-settings';
import { asker } from '../host/company/ask';
import { people } from '../host/company/people';
import { registerDepartments, savePolicy } from '../host/company/set-up-app';
import type { Host } from '../host/host';
import { startHost } from '../host/start-host';

jest.setTimeout(120_000);

const { admin, tam } = people;
const HOUR = 3_600_000;

/** NET runs; VIRT was started past the rules two hours after the two were linked. */
let host: Host;
let net: string;
let virt: string;

const ask = <T>(functionKey: string, payload: object): Promise<T> =>
  asker(host, 'tam-settings', { as: admin.accountId })<T>(functionKey, payload);

const firstOf = async (jql: string): Promise<string> => {
  const { body } = await host.actAs(tam.accountId).post('/rest/api/3/search/jql', {
    ...{ jql: `${jql} ORDER BY key`, fields: ['summary'], maxResults: 1 },
  });
  return (body as { issues: { key: string }[] }).issues[0]?.key ?? '';
};

beforeAll(async () => {
  host = await startHost({ company: 'demo', at: new Date('2026-11-24T10:00:00+03:00') });
  await registerDepartments(host, admin.accountId, (key) => key !== 'BACKUP');
  await savePolicy(host, admin.accountId, 'hosting');
  net = await firstOf('project = NET AND statusCategory = "In Progress"');
  virt = await firstOf('project = VIRT AND statusCategory = "To Do"');
  await host.actAs(tam.accountId).post('/rest/api/3/issueLink', {
    ...{ type: { name: 'Blocks' }, inwardIssue: { key: net }, outwardIssue: { key: virt } },
  });
  await host.settle();
  host.clock.moveBy(2 * HOUR);
  host.jira.acts.transitionPastRules({ issueKey: virt, to: 'In Progress' });
  await host.settle();
  host.clock.moveBy(HOUR);
});
afterAll(async () => {
  expect(host.jira.unknownCalls).toEqual([]);
  await host.stop();
});

describe('the settings of the order', () => {
  it('offer what this Jira has to choose from', async () => {
    const view = await ask<OrderSettingsView>('loadOrder', {});
    expect(view).toMatchObject({ site: { version: 0 }, problems: [] });
    expect(view.linkTypes.map(({ name }) => name)).toContain('Blocks');
    expect(view.resolutions.map(({ name }) => name)).toEqual(['Done', "Won't Do", 'Duplicate']);
    expect(view.departments).toHaveLength(16);
    expect(view.calendars.length).toBeGreaterThan(0);
    const statuses = await ask<OrderStatusRow[]>('listOrderStatuses', { projectKey: 'NET' });
    expect(statuses.map(({ category }) => category)).toContain('inProgress');
    expect(new Set(statuses.map(({ id }) => id)).size).toBe(statuses.length);
  });

  it('a dry run finds the start by the rules on the screen, before they are saved', async () => {
    const { site } = await ask<OrderSettingsView>('loadOrder', {});
    const started = await ask<DryRunList>('startDryRun', { site, days: 90 });
    expect(started.runs[0]).toMatchObject({ state: 'waiting', startedBy: { name: 'Alice Admin' } });
    await host.settle();
    const { open } = await ask<DryRunList>('dryRuns', {});
    expect(open).toMatchObject({ state: 'done', refusedCount: 1, found: { unreadable: 0 } });
    expect(open?.found?.refused).toMatchObject([
      { issueKey: virt, blockerKeys: [net], isStillClosed: true },
    ]);
    // It still waits an hour after its start, and real time goes on while the test runs.
    expect(open?.found?.refused[0]?.waitMs).toBeGreaterThanOrEqual(HOUR);
    expect(open?.found?.departments[0]).toMatchObject({ name: 'Virtualisation', refused: 1 });
  });

  it('a dry run reads no more of Jira than twelve times a thousand issues', () => {
    const runs = host.invocations().filter(({ functionKey }) => functionKey === 'simulate-fn');
    const calls = runs.flatMap(({ jiraCalls }) => jiraCalls.map(({ path }) => path));
    // Link types, how many, which, their fields and changelogs, the names of the statuses.
    expect(calls.length).toBeLessThanOrEqual(6);
  });

  it('what runs out of order is listed, let go on, and looked at anew (D51)', async () => {
    const { site } = await ask<OrderSettingsView>('loadOrder', {});
    const found = await ask<IllegalWork>('listIllegalWork', { site });
    expect(found.issues).toMatchObject([
      { issueKey: virt, department: 'Virtualisation', waitsFor: [net] },
    ]);
    expect(await tamStateOf(virt)).toBe('suspect');
    const before = host.clock.now();
    const saved = await ask<OrderSettingsView>('saveOrder', { site, switchOn: ['default'] });
    expect(saved.site.version).toBe(1);
    expect(saved.site.rules.policies[0]?.enforcedSince).toBeGreaterThanOrEqual(before);
    await host.settle();
    host.clock.moveBy(60_000);
    await host.settle();
    expect(await tamStateOf(virt)).toBe('running');
  });

  it('the second of two administrators is told, and loses nothing of the first', async () => {
    const { site } = await ask<OrderSettingsView>('loadOrder', {});
    await ask('saveOrder', { site: { ...site, commentsIn: ['NET'] }, switchOn: [] });
    await expect(
      ask('saveOrder', { site: { ...site, commentsIn: ['VIRT'] }, switchOn: [] }),
    ).rejects.toThrow('Somebody else has saved these settings meanwhile');
    const after = await ask<OrderSettingsView>('loadOrder', {});
    expect(after.site).toMatchObject({ version: 2, commentsIn: ['NET'] });
  });

  it('a gated link type that is deleted in Jira suspends its rule, and is named (D7)', async () => {
    const { site } = await ask<OrderSettingsView>('loadOrder', {});
    const [policy] = site.rules.policies;
    const linkTypes = [{ typeId: '4711', hardness: 'hard' }];
    const rules = { ...site.rules, policies: [{ ...policy, linkTypes }] };
    const saved = await ask<OrderSettingsView>('saveOrder', {
      ...{ site: { ...site, rules }, switchOn: [] },
    });
    expect(saved.problems).toEqual([
      { policyKey: 'default', kind: 'missingLinkType', typeId: '4711' },
      { policyKey: 'default', kind: 'suspended' },
    ]);
  });

  it('a run is deleted with what it found', async () => {
    const { runs } = await ask<DryRunList>('dryRuns', {});
    expect(await ask('deleteDryRun', { dryRunId: runs[0]?.id })).toEqual({ runs: [], open: null });
  });
});

async function tamStateOf(issueKey: string): Promise<unknown> {
  const { body } = await host
    .actAs(admin.accountId)
    .get(`/rest/api/3/issue/${issueKey}/properties/tam`);
  return (body as { value?: { state?: string } }).value?.state;
}
