import type { OrderSettingsView } from '../../src/contract/order-settings';
import type { ClientProjectView, WorkspaceView } from '../../src/contract/tam-workspace';
import type { WhatIfApplied, WhatIfView } from '../../src/contract/what-if';
import { asker } from '../host/company/ask';
import { people } from '../host/company/people';
import { setUpDemo } from '../host/company/set-up-demo';
import type { Host } from '../host/host';
import { startHost } from '../host/start-host';

jest.setTimeout(60_000);

const { tam, deputy, manager, netLead, outsider } = people;

let host: Host;
let clientProjectId: string;
/** NET before VIRT before DBA: due on 27 November, 1 and 5 December. */
let [net, virt, dba] = ['', '', ''];

beforeAll(async () => {
  // A Monday noon in Moscow.
  host = await startHost({ company: 'demo', at: new Date('2026-11-23T09:00:00Z') });
  ({ waiting: virt, blocker: net } = await setUpDemo(host));
  const workspace = asker(host, 'tam-workspace', { as: tam.accountId });
  const { projects } = await workspace<WorkspaceView>('load', {});
  clientProjectId = projects.find(({ key }) => key === 'BETA')?.id ?? '';
  await workspace('saveProject', {
    ...(await formOf(await workspace<ClientProjectView>('open', { clientProjectId }))),
    deputyAccountIds: [deputy.accountId],
  });
}, 120_000);

afterAll(async () => {
  expect(host.jira.unknownCalls).toEqual([]);
  await host.stop();
});

/** The client project as its own form would send it. */
async function formOf(project: ClientProjectView) {
  return {
    ...{ clientProjectId, version: project.version, name: project.name, client: project.client },
    tamAccountId: project.tam?.accountId ?? '',
    viewerAccountIds: project.viewers.map(({ accountId }) => accountId),
    ...{ policyKey: project.policyKey, incidentsJql: project.incidentsJql },
  };
}

const by = (who: { accountId: string }) => asker(host, 'tam-workspace', { as: who.accountId });

const load = (who: { accountId: string } = tam) =>
  by(who)<WhatIfView>('whatIf', { clientProjectId });

const change = (edit: object, who: { accountId: string } = tam) =>
  by(who)<WhatIfView>('changeWhatIf', { clientProjectId, change: edit });

async function move(key: string, to: string, who: { accountId: string } = tam) {
  const issueId = (await load(who)).items.find((item) => item.key === key)?.id ?? '';
  return change({ kind: 'move', moves: [{ issueId, to }] }, who);
}

async function apply(who: { accountId: string } = tam): Promise<WhatIfApplied> {
  const { stamp } = await load(who);
  return by(who)<WhatIfApplied>('applyWhatIf', { clientProjectId, stamp });
}

async function dueInJira(key: string): Promise<string | null> {
  const path = `/rest/api/3/issue/${key}?fields=duedate`;
  const { body } = await host.actAs(tam.accountId).get(path);
  return (body as { fields: { duedate: string | null } }).fields.duedate;
}

async function setInJira(key: string, duedate: string, who = netLead): Promise<void> {
  const { status } = await host
    .actAs(who.accountId)
    .put(`/rest/api/3/issue/${key}`, { fields: { duedate } });
  expect(status).toBe(204);
}

describe('trying out due dates on the local host', () => {
  it('D54: shows what follows from a move, and writes nothing', async () => {
    const before = await load();
    dba = before.items.find(({ key }) => key.startsWith('DBA'))?.key ?? '';
    expect([net, virt, dba].map((key) => before.items.find((one) => one.key === key)?.due)).toEqual(
      ['2026-11-27', '2026-12-01', '2026-12-05'],
    );
    const view = await move(net, '2026-12-08');
    expect(view.rows).toMatchObject([
      { key: net, move: '2026-12-08', needs: null },
      { key: virt, needs: '2026-12-08', because: [{ key: net, lag: null }] },
      { key: dba, needs: '2026-12-08', because: [{ key: virt, lag: null }] },
    ]);
    expect(view.end).toEqual({ before: '2026-12-05', after: '2026-12-08' });
    expect(await dueInJira(net)).toBe('2026-11-27');
  });

  it('D54: keeps the draft over a reload, for its owner alone', async () => {
    const { rows, base } = await load();
    expect([rows.length, base?.at.slice(0, 10)]).toEqual([3, '2026-11-23']);
    expect(await load(deputy)).toMatchObject({ base: null, rows: [] });
    await move(virt, '2026-12-02', deputy);
    expect((await load()).rows).toEqual(rows);
    expect((await load(deputy)).rows).toMatchObject([{ key: virt, move: '2026-12-02' }]);
    await change({ kind: 'drop' }, deputy);
    const { whatIf } = await by(tam)<ClientProjectView>('open', { clientProjectId });
    expect(whatIf).toBe('begun');
  });

  it('D54: refuses to apply once somebody has changed a date in Jira, and names it', async () => {
    await setInJira(net, '2026-11-30');
    const applied = await apply();
    expect(applied).toMatchObject({
      outcome: 'stale',
      written: [],
      view: {
        since: { changes: [{ kind: 'due', key: net, from: '2026-11-27', to: '2026-11-30' }] },
      },
    });
    expect(await dueInJira(net)).toBe('2026-11-30');
  });

  it('D54: puts the moves on the new data when asked, and writes them as the person', async () => {
    const rebased = await change({ kind: 'rebase' });
    expect(rebased).toMatchObject({ since: null, left: [] });
    expect(rebased.rows.find(({ key }) => key === net)).toMatchObject({
      ...{ due: '2026-11-30', move: '2026-12-08' },
    });
    await move(virt, '2026-12-09');
    expect(await apply()).toMatchObject({
      outcome: 'applied',
      written: [
        { key: net, to: '2026-12-08' },
        { key: virt, to: '2026-12-09' },
      ],
      failed: [],
      view: { base: null },
    });
    expect([await dueInJira(net), await dueInJira(virt)]).toEqual(['2026-12-08', '2026-12-09']);
    const { body } = await host
      .actAs(tam.accountId)
      .get(`/rest/api/3/issue/${net}?fields=duedate&expand=changelog`);
    const { histories } = (
      body as { changelog: { histories: { author: { accountId: string } }[] } }
    ).changelog;
    expect(histories[0]?.author.accountId).toBe(tam.accountId);
  });

  it('D54: names a lag that was agreed on since, and counts it in working days', async () => {
    // Friday the 11th: without a lag VIRT could be through on that day.
    const begun = await move(net, '2026-12-11');
    expect(begun.rows.find(({ key }) => key === virt)?.needs).toBe('2026-12-11');
    const settings = asker(host, 'tam-settings', { as: people.admin.accountId });
    const { site } = await settings<OrderSettingsView>('loadOrder', {});
    const office = { policyKey: 'hosting', calendarKey: 'office' };
    await settings('saveOrder', { site: { ...site, calendars: { VIRT: office } }, switchOn: [] });
    const panel = asker(host, 'tam-panel', { as: tam.accountId, issueKey: virt });
    const blockerId = begun.items.find(({ key }) => key === net)?.id ?? '';
    const lag = { kind: 'workingDays', days: 2 };
    await panel('decideOrder', { kind: 'setLag', blockerId, lag });
    expect((await load()).since).toEqual({
      changes: [{ kind: 'lag', blockerKey: net, successorKey: virt }],
      hidden: [],
    });
    // Monday the 14th and Tuesday the 15th.
    const rebased = await change({ kind: 'rebase' });
    expect(rebased.rows.find(({ key }) => key === virt)).toMatchObject({
      ...{ needs: '2026-12-15', because: [{ key: net, lag }] },
    });
    await change({ kind: 'drop' });
  });

  it('keeps in the draft what Jira refuses this person, and says why', async () => {
    const project = [...host.jira.state.projects.values()].find(({ key }) => key === 'VIRT');
    const holders = project?.grants.get('SCHEDULE_ISSUES') ?? [];
    project?.grants.set('SCHEDULE_ISSUES', []);
    await move(virt, '2026-12-10');
    await move(dba, '2026-12-11');
    expect(await apply()).toMatchObject({
      written: [{ key: dba, to: '2026-12-11' }],
      failed: [{ key: virt, text: expect.stringContaining("'duedate' cannot be set") }],
      view: { since: null, rows: [{ key: virt, move: '2026-12-10' }] },
    });
    expect([await dueInJira(dba), await dueInJira(virt)]).toEqual(['2026-12-11', '2026-12-09']);
    project?.grants.set('SCHEDULE_ISSUES', holders);
    expect(await apply()).toMatchObject({ written: [{ key: virt }], failed: [] });
  });

  it('refuses whoever may not plan the dates, and tells outsiders nothing', async () => {
    await expect(load(manager)).rejects.toThrow('Only the TAM and deputies');
    await expect(load(outsider)).rejects.toThrow('no such client project');
    await expect(change({ kind: 'rebase' }, manager)).rejects.toThrow('Only the TAM and deputies');
    await expect(by(manager)('applyWhatIf', { clientProjectId, stamp: '' })).rejects.toThrow(
      'Only the TAM and deputies',
    );
  });

  it('refuses payloads of another shape with words', async () => {
    const as = { as: tam.accountId };
    const issueId = '10001';
    for (const edit of [
      {},
      { kind: 'move', moves: [] },
      { kind: 'move', moves: [{ issueId, to: '2026-02-30' }] },
      { kind: 'move', moves: [{ issueId, to: 'soon' }] },
      { kind: 'overwrite' },
    ]) {
      await expect(
        host.invoke('tam-workspace', 'changeWhatIf', { clientProjectId, change: edit }, as),
      ).resolves.toMatchObject({ ok: false, problem: { code: 'invalid' } });
    }
  });
});
