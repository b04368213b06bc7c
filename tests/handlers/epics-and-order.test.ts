import type { PanelView } from '../../src/contract/tam-panel';
import type { WorkspaceView } from '../../src/contract/tam-workspace';
import { OrderOnHost, TO } from '../builders/order-on-host';
import { asker } from '../host/company/ask';
import { people } from '../host/company/people';
import type { Host } from '../host/host';

const { tam, outsider, virtEngineer, manager } = people;

jest.setTimeout(60_000);

let on: OrderOnHost;
let host: Host;
let clientProjectId: string;

beforeAll(async () => {
  on = await OrderOnHost.open((key) => key !== 'BACKUP');
  host = on.host;
}, 120_000);
afterAll(async () => {
  expect(host.jira.unknownCalls).toEqual([]);
  await host.stop();
});

const panelOf = (issueKey: string, accountId = tam.accountId, locale = 'en-US') =>
  asker(host, 'tam-panel', { as: accountId, issueKey, locale });

const load = (issueKey: string, accountId = tam.accountId): Promise<PanelView> =>
  panelOf(issueKey, accountId)<PanelView>('load', {});

const epicIn = async (projectKey: string): Promise<string> => {
  const { body } = await host.actAs(tam.accountId).post('/rest/api/3/search/jql', {
    jql: `project = ${projectKey} AND issuetype = Epic AND statusCategory != Done ORDER BY key`,
    fields: ['summary'],
    maxResults: 1,
  });
  return (body as { issues: { key: string }[] }).issues[0]?.key ?? 'none';
};

const epicsOf = (view: PanelView) =>
  (view.project?.departments ?? []).map(({ department, epics }) => [
    department,
    epics.map(({ key, state, waitsFor }) => `${key} ${state} ${waitsFor.join()}`.trim()),
  ]);

/** What the form of a client project sends. */
const formOf = (changes: object) => ({
  ...{ key: 'ACME', name: 'ACME · Web platform', client: 'ACME', tamAccountId: tam.accountId },
  ...{ deputyAccountIds: [], viewerAccountIds: [], policyKey: null, incidentsJql: '' },
  ...changes,
});

const lastInvocation = () => host.invocations().at(-1);

describe('a TAM puts a client project together', () => {
  let net: string;
  let virt: string;
  let backup: string;
  const idOf = (key: string) => on.idOf(key);

  beforeAll(async () => {
    [net, virt] = [await epicIn('NET'), await epicIn('VIRT')];
  });

  it('creates ACME in the workspace', async () => {
    const view = await asker(host, 'tam-workspace', { as: tam.accountId })<WorkspaceView>(
      'createProject',
      formOf({
        ...{ key: 'acme', viewerAccountIds: [manager.accountId] },
        incidentsJql: 'Client = "ACME" AND issuetype = Incident',
      }),
    );
    expect(view.projects).toMatchObject([
      { key: 'ACME', client: 'ACME', tam: { name: 'Ivan Petrov' }, isMine: true, epics: 0 },
    ]);
    clientProjectId = view.projects[0]?.id ?? '';
  });

  it('is told which key is taken and which JQL Jira refuses, field by field', async () => {
    const create = (changes: object) =>
      host.invoke('tam-workspace', 'createProject', formOf(changes), { as: tam.accountId });
    await expect(create({})).resolves.toMatchObject({
      ok: false,
      problem: { code: 'invalid', fields: { key: expect.stringContaining('ACME') } },
    });
    await expect(create({ key: 'NEXT', incidentsJql: 'nosuchfield = 1' })).resolves.toMatchObject({
      problem: { fields: { incidentsJql: expect.stringContaining('nosuchfield') } },
    });
  });

  it('refuses to create one for somebody without "Administer TAM"', async () => {
    const { accountId } = virtEngineer;
    const form = formOf({ key: 'MINE', tamAccountId: accountId });
    await expect(
      host.invoke('tam-workspace', 'createProject', form, { as: accountId }),
    ).resolves.toMatchObject({ ok: false, problem: { code: 'notAllowed' } });
  });

  it('links the epic whose panel is open', async () => {
    expect((await load(net)).linkTargets).toMatchObject([{ key: 'ACME' }]);
    const view = await panelOf(net)<PanelView>('linkEpic', { clientProjectId, issueKey: net });
    expect(view.project).toMatchObject({ key: 'ACME', tam: { name: 'Ivan Petrov' } });
    expect(view.linkTargets).toEqual([]);
  });

  it('finds an epic of another department by words and by key, and links it', async () => {
    const search = panelOf(net);
    const byKey = await search<{ key: string; department: string }[]>('searchEpics', {
      text: virt.toLowerCase(),
    });
    expect(byKey).toMatchObject([{ key: virt, department: 'Virtualisation', linkedTo: null }]);
    const byWords = await search<{ key: string }[]>('searchEpics', { text: 'ACME web sh' });
    expect(byWords.map(({ key }) => key)).toEqual(expect.arrayContaining([net, virt]));
    const view = await search<PanelView>('linkEpic', { clientProjectId, issueKey: virt });
    expect(epicsOf(view).map(([department]) => department)).toEqual(['Network', 'Virtualisation']);
  });

  it('creates an epic in Backup', async () => {
    const { project } = await load(net);
    const target = project?.createIn.find(({ department }) => department === 'Backup');
    const view = await panelOf(net)<PanelView>('createEpic', {
      projectId: target?.projectId ?? '',
      summary: 'ACME web shop: backups',
      dueDate: '2027-01-15',
    });
    const epic = view.project?.departments.find((d) => d.department === 'Backup')?.epics[0];
    expect(epic).toMatchObject({ summary: 'ACME web shop: backups', dueDate: '2027-01-15' });
    backup = epic?.key ?? 'none';
  });

  it('says "Virtualisation waits for Network", and Jira carries the link in this direction', async () => {
    const order = { successorId: await idOf(virt), blockerId: await idOf(net) };
    const view = await panelOf(net)<PanelView>('setOrder', order);
    await panelOf(net)('setOrder', order);
    expect(epicsOf(view).flatMap(([, epics]) => epics)).toContain(`${virt} waiting ${net}`);
    const { body } = await host.actAs(tam.accountId).get(`/rest/api/3/issue/${virt}`);
    const { issuelinks } = (body as { fields: { issuelinks: unknown[] } }).fields;
    expect(issuelinks).toMatchObject([{ type: { name: 'Blocks' }, inwardIssue: { key: net } }]);
  });

  it('finds the epics of a client project by JQL', async () => {
    await host.settle();
    const { body } = await host.actAs(tam.accountId).post('/rest/api/3/search/jql', {
      ...{ jql: 'tamClient = ACME AND tamState is not EMPTY', fields: ['summary'], maxResults: 50 },
    });
    const found = (body as { issues: { key: string }[] }).issues.map(({ key }) => key);
    expect(found.sort()).toEqual([backup, net, virt].sort());
  });

  it('is refused an order that closes a circle, with its path', async () => {
    const order = { successorId: await idOf(net), blockerId: await idOf(virt) };
    await expect(
      host.invoke('tam-panel', 'setOrder', order, { as: tam.accountId, issueKey: net }),
    ).resolves.toMatchObject({
      ok: false,
      problem: { code: 'conflict', text: expect.stringContaining(`${net} → ${virt} → ${net}`) },
    });
  });

  it('shows an engineer the same, read-only, in one invoke of few reads', async () => {
    const view = await load(virt, virtEngineer.accountId);
    expect(view).toMatchObject({ mayManage: false, project: { createIn: [], hidden: [] } });
    expect(view.start).toMatchObject({
      state: 'waiting',
      waitsFor: [{ key: net, department: 'Network' }],
      hidden: [],
    });
    expect(lastInvocation()?.jiraCalls.length).toBeLessThanOrEqual(6);
    // What is stored of the issue, the epics of its client project, and what may excuse it.
    expect(lastInvocation()?.sql.length).toBe(3);
  });

  it('asks for passes only where something is refused, in one statement', async () => {
    const askedForPasses = () =>
      lastInvocation()?.sql.filter(({ statement }) => statement.includes('order_pass')).length;
    await asker(host, 'tam-badge', { as: tam.accountId, issueKey: net })('load', {});
    expect([askedForPasses(), lastInvocation()?.sql.length]).toEqual([0, 1]);
    await asker(host, 'tam-badge', { as: tam.accountId, issueKey: virt })('load', {});
    expect([askedForPasses(), lastInvocation()?.sql.length]).toEqual([1, 2]);
    expect(lastInvocation()?.jiraCalls.length).toBeLessThanOrEqual(5);
  });

  it('tells somebody without access to Backup that there is one item in it, and nothing more', async () => {
    const view = await load(net, outsider.accountId);
    expect(view.project?.hidden).toEqual([{ department: 'Backup', count: 1 }]);
    expect(JSON.stringify(view)).not.toContain(backup);
    expect(JSON.stringify(view)).not.toContain('web shop: backups');
  });

  it('refuses an engineer every change', async () => {
    const blockerId = await idOf(net);
    for (const [functionKey, payload] of [
      [
        'issuePass',
        { gate: 'start', reason: 'Because I want it', until: { kind: 'hours', hours: 1 } },
      ],
      ['revokePass', { passId: 'some-pass' }],
      ['decideOrder', { kind: 'confirmCancelled', blockerId }],
      ['decideOrder', { kind: 'setNotBefore', at: null }],
      ['decideOrder', { kind: 'setLag', blockerId, lag: null }],
      ['decideOrder', { kind: 'keepCopied', blockerId }],
      ['linkEpic', { clientProjectId, issueKey: virt }],
      ['unlinkEpic', { issueId: await idOf(net) }],
      ['createEpic', { projectId: '10000', summary: 'x', dueDate: null }],
      ['setOrder', { successorId: await idOf(net), blockerId: await idOf(virt) }],
      ['removeOrder', { successorId: await idOf(virt), blockerId: await idOf(net) }],
    ] as const) {
      const answer = await host.invoke('tam-panel', functionKey, payload, {
        as: virtEngineer.accountId,
        issueKey: net,
      });
      expect([functionKey, answer]).toMatchObject([
        functionKey,
        { ok: false, problem: { code: 'notAllowed' } },
      ]);
    }
  });

  it('answers a payload of another shape with words, not with a crash', async () => {
    await expect(
      host.invoke('tam-panel', 'linkEpic', { issueKey: 7 }, { as: tam.accountId, issueKey: net }),
    ).resolves.toMatchObject({ ok: false, problem: { code: 'invalid' } });
  });

  describe('the rule in the workflow of Virtualisation', () => {
    const start = (key: string) => on.move(key, TO.start, virtEngineer.accountId);

    it('refuses the start and names blocker, department, status and assignee', async () => {
      expect(await start(virt)).toContain(
        `${virt} can't start yet. It waits for ${net} (Network, In Progress, `,
      );
      const rule = on.rules().at(-1);
      expect(rule?.jiraCalls.length).toBeLessThanOrEqual(3);
      // A pass, a confirmation, whose client project it is: what could let it through all the same.
      expect(rule?.sql.length).toBe(1);
    });

    it('does not name a blocker in Backup, which is not open to everybody', async () => {
      const order = { successorId: await idOf(virt), blockerId: await idOf(backup) };
      await panelOf(net)('setOrder', order);
      const text = await start(virt);
      expect(text).toContain(' and 1 item in Backup (expected Fri 15 Jan).');
      expect(text).not.toContain(backup);
      const seen = await load(virt, outsider.accountId);
      expect(seen.start).toMatchObject({
        waitsFor: [{ key: net }],
        hidden: [{ department: 'Backup', count: 1, due: '2027-01-15' }],
      });
      await panelOf(net)('removeOrder', order);
    });

    it('lets it start once Network is done, with one read and no SQL', async () => {
      expect(await on.move(net, TO.done, tam.accountId)).toBe('done');
      expect(await start(virt)).toBe('done');
      const rule = on.rules().at(-1);
      expect(rule?.jiraCalls.length).toBe(1);
      expect(rule?.sql).toEqual([]);
    });
  });

  it('still lists a wait whose blocker is done, and removes it', async () => {
    const order = { successorId: await idOf(virt), blockerId: await idOf(net) };
    const waitsOf = (view: PanelView) =>
      view.project?.departments.flatMap(({ epics }) => epics).find(({ key }) => key === virt)
        ?.blockers;
    expect(waitsOf(await load(virt))).toEqual([{ id: order.blockerId, key: net, state: 'done' }]);
    expect(waitsOf(await panelOf(net)<PanelView>('removeOrder', order))).toEqual([]);
  });

  it('unlinks an epic and leaves no link behind', async () => {
    const { body } = await host.actAs(tam.accountId).get(`/rest/api/3/issue/${virt}`);
    expect((body as { fields: { issuelinks: unknown[] } }).fields.issuelinks).toEqual([]);
    const view = await panelOf(virt)<PanelView>('unlinkEpic', { issueId: await idOf(net) });
    expect(epicsOf(view).map(([department]) => department)).not.toContain('Network');
  });
});
