import type { PanelView } from '../../src/contract/tam-panel';
import { OrderOnHost, TO } from '../builders/order-on-host';
import { restrictIssue } from '../builders/restrict-issue';
import { asker } from '../host/company/ask';
import { people } from '../host/company/people';
import { findIssue } from '../host/jira/state/state';

const { tam, virtEngineer } = people;

jest.setTimeout(120_000);

let order: OrderOnHost;

beforeAll(async () => {
  order = await OrderOnHost.open((key) => key !== 'BACKUP');
}, 180_000);
afterEach(() => {
  Object.assign(order.host.forge.switches, { duplicateEvents: 0, reorderEvents: 0, loseEvents: 0 });
});
afterAll(async () => {
  expect(order.host.jira.unknownCalls).toEqual([]);
  await order.host.stop();
});

const assign = (issueKey: string, accountId: string) =>
  order.rest.put(`/rest/api/3/issue/${issueKey}/assignee`, { accountId });

/** Takes the app out of those who may see it. */
function hideFromApp(issueKey: string): void {
  restrictIssue(order.host.jira, issueKey, [tam.accountId, people.admin.accountId]);
  const { state } = order.host.jira;
  const level = state.securityLevels.get(findIssue(state, issueKey)?.securityId ?? '');
  (level?.memberIds as Set<string> | undefined)?.delete(state.appUser.accountId);
  order.host.jira.reindex();
}

describe('what a link does', () => {
  it('D4: warns where even the app cannot read the blocker', async () => {
    const [secret, waiting] = [order.create('NET'), order.create('VIRT')];
    hideFromApp(secret);
    await order.link(secret, waiting);
    expect(await order.place(waiting)).toBe('ready');
    expect(await order.move(waiting, TO.start)).toBe('done');
  });

  it('D5: is over when the blocker is deleted, and whoever waited is told', async () => {
    const [blocker, waiting] = await order.pair();
    await assign(waiting, virtEngineer.accountId);
    expect(await order.place(waiting)).toBe(`waiting ${blocker}`);
    await order.rest.delete(`/rest/api/3/issue/${blocker}`);
    expect(await order.place(waiting)).not.toContain('waiting');
    await order.minute();
    expect(order.mailsOf(waiting)).toEqual([expect.stringContaining(`${waiting} may start`)]);
  });

  it('D6: is over when it is removed by hand, and whoever waited is told', async () => {
    const [blocker, waiting] = await order.pair();
    await assign(waiting, virtEngineer.accountId);
    expect(await order.place(waiting)).toBe(`waiting ${blocker}`);
    const { fields } = (await order.get(`issue/${waiting}?fields=issuelinks`)) as {
      fields: { issuelinks: { id: string }[] };
    };
    await order.rest.delete(`/rest/api/3/issueLink/${fields.issuelinks[0]?.id}`);
    await order.host.settle();
    await order.minute();
    expect(order.mailsOf(waiting)).toEqual([expect.stringContaining(`${waiting} may start`)]);
    expect(await order.move(waiting, TO.start)).toBe('done');
  });

  it('D12: tells once that it may start when two blockers end at once and all comes twice', async () => {
    const [first, waiting] = await order.pair();
    const second = order.create('NET');
    await order.link(second, waiting);
    await assign(waiting, virtEngineer.accountId);
    await order.host.settle();
    Object.assign(order.host.forge.switches, { duplicateEvents: 1, reorderEvents: 1 });
    order.push(first, 'Done');
    order.push(second, 'Done');
    await order.host.settle();
    await order.minute();
    await order.minute(5);
    expect(order.mailsOf(waiting)).toEqual([expect.stringContaining(`${waiting} may start`)]);
  });

  it('D25: is suspect where a copy has brought it along, and holds all the same', async () => {
    const [blocker, waiting] = await order.pair();
    const copy = order.host.jira.acts.cloneIssue({ issueKey: waiting, links: 'copied' });
    expect(await order.place(copy)).toBe(`waiting ${blocker}`);
    expect(await order.move(copy, TO.start)).toContain(blocker);
  });

  it('D26: goes along when an issue moves to another department', async () => {
    const [blocker, waiting] = await order.pair();
    const moved = order.host.jira.acts.moveIssue({ issueKey: blocker, projectKey: 'DEV' });
    expect(await order.place(waiting)).toBe(`waiting ${moved}`);
    expect(await order.move(waiting, TO.start)).toContain(moved);
    const elsewhere = order.host.jira.acts.moveIssue({ issueKey: waiting, projectKey: 'DEV' });
    expect(await order.place(elsewhere)).toBe(`waiting ${moved}`);
  });

  it('D27: only warns of an open blocker in the archive, and a done one is done', async () => {
    const [blocker, waiting] = await order.pair();
    await order.rest.put('/rest/api/3/issue/archive', { issueIdsOrKeys: [blocker] });
    expect(await order.move(waiting, TO.start)).toBe('done');
    expect(await order.place(waiting)).toBe('running');
  });

  it('D28: does not gate when it leads to another site', async () => {
    const alone = order.create('VIRT');
    await order.rest.post(`/rest/api/3/issue/${alone}/remotelink`, {
      object: { url: 'https://example.org/browse/EXT-1', title: 'EXT-1' },
      relationship: 'is blocked by',
    });
    expect(await order.move(alone, TO.start)).toBe('done');
    expect(await order.place(alone)).toBe('nowhere');
  });

  it('D47: is a count to somebody who may not browse the blocker', async () => {
    const [blocker, waiting] = await order.pair('BACKUP', 'VIRT');
    restrictIssue(order.host.jira, blocker, [tam.accountId]);
    const from = { as: virtEngineer.accountId, issueKey: waiting };
    const view = await asker(order.host, 'tam-panel', from)<PanelView>('load', {});
    expect(JSON.stringify(view)).not.toContain(`"${blocker}"`);
    expect(view.start?.hidden).toEqual([expect.objectContaining({ count: 1 })]);
  });
});

describe('what the app keeps', () => {
  it('D30: a property written over REST decides nothing, and is set right by the sweep', async () => {
    const [blocker, waiting] = await order.pair();
    expect(await order.place(waiting)).toBe(`waiting ${blocker}`);
    const path = `/rest/api/3/issue/${waiting}/properties/tam`;
    await order.rest.put(path, { state: 'ready' });
    expect(await order.move(waiting, TO.start)).toContain(blocker);
    await order.host.forge.runSchedule('nightly-sweep');
    expect(await order.place(waiting)).toBe(`waiting ${blocker}`);
  });

  it('D46: is the same whatever order events come in, and after a sweep whatever was lost', async () => {
    const [blocker, waiting] = await order.pair();
    const { switches } = order.host.forge;
    Object.assign(switches, { duplicateEvents: 0.5, reorderEvents: 1 });
    for (const to of ['Done', 'In Progress', 'Done', 'To Do']) order.push(blocker, to);
    expect(await order.place(waiting)).toBe(`waiting ${blocker}`);
    Object.assign(switches, { duplicateEvents: 0, reorderEvents: 0, loseEvents: 1 });
    order.push(blocker, 'Done');
    expect(await order.place(waiting)).toBe(`waiting ${blocker}`);
    switches.loseEvents = 0;
    await order.host.forge.runSchedule('nightly-sweep');
    expect(await order.place(waiting)).toBe('ready');
  });

  it('D45: an import of many is looked at in the queue, and nothing is left behind', async () => {
    const blocker = order.create('NET');
    const many = Array.from({ length: 30 }, () => order.create('VIRT'));
    for (const successor of many) await order.link(blocker, successor);
    await order.host.settle();
    order.push(blocker, 'Done');
    await order.host.settle();
    order.host.clock.moveBy(16 * 60_000);
    const places = await Promise.all(many.map((key) => order.place(key)));
    expect(new Set(places)).toEqual(new Set(['ready']));
  });
});
