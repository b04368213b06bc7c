import { OrderRows } from '../../builders/order-rows';
import { people } from '../../host/company/people';

const { admin, tam, netLead, virtEngineer } = people;

jest.setTimeout(120_000);

let order: OrderRows;

beforeAll(async () => {
  order = await OrderRows.open();
}, 180_000);
afterEach(async () => {
  order.host.forge.switches.loseEvents = 0;
  // Above five mails an hour Oleg Sidorov gets a list.
  order.host.clock.moveBy(3_600_000);
  await order.host.settle();
});
afterAll(async () => {
  expect(order.host.jira.unknownCalls).toEqual([]);
  await order.host.stop();
});

/** NET-n blocks VIRT-m of Oleg Sidorov, and everybody has seen it. */
async function waitingForOleg(): Promise<readonly [string, string, string]> {
  const [blocker, waiting] = await order.pair();
  await order.assign(waiting, virtEngineer);
  expect(await order.place(waiting)).toBe(`waiting ${blocker}`);
  return [blocker, waiting, await order.idOf(blocker)];
}

const remove = (issueKey: string, as: string) =>
  order.host.actAs(as).delete(`/rest/api/3/issue/${issueKey}`);

describe('a blocker that is deleted', () => {
  it('D5: lets go within its event, says by whom, and stands on record once', async () => {
    const [blocker, waiting, id] = await waitingForOleg();
    order.host.forge.switches.duplicateEvents = 1;
    await remove(blocker, admin.accountId);
    // Nothing orders it any more, but that it may start is still to be told.
    expect(await order.place(waiting)).not.toContain('waiting');
    order.host.forge.switches.duplicateEvents = 0;
    await order.minute();
    expect(order.heard(virtEngineer, waiting)).toEqual([
      `${waiting} may start. ${blocker} was deleted by Alice Admin.`,
    ]);
    expect((await order.record(id)).filter((act) => act.includes('deleted'))).toEqual([
      `order.deleted by ${admin.accountId}`,
    ]);
  });

  it('D5: is found by the night where its event was lost, which knows nobody', async () => {
    const [blocker, waiting, id] = await waitingForOleg();
    order.host.forge.switches.loseEvents = 1;
    await remove(blocker, admin.accountId);
    await order.host.settle();
    order.host.forge.switches.loseEvents = 0;
    await order.host.forge.runSchedule('nightly-sweep');
    await order.host.settle();
    await order.minute();
    expect(order.heard(virtEngineer, waiting)).toEqual([
      `${waiting} may start. ${blocker} was deleted, or TAM may not see it any more.`,
    ]);
    expect(await order.record(id)).toContain('order.vanished by null');
  });
});

describe('a link that somebody removes in Jira', () => {
  it('D6: lets go and says by whom; what the TAM had planned is his to restore in one click', async () => {
    const [blocker, waiting] = [order.create('NET'), order.create('VIRT')];
    await order.adopt(blocker, waiting);
    await order.plan(blocker, waiting);
    await order.assign(waiting, virtEngineer);
    expect(await order.place(waiting)).toBe(`waiting ${blocker}`);
    await order.unlink(waiting, blocker);
    expect(await order.place(waiting)).toBe('ready');
    expect(await order.record(await order.idOf(waiting))).toContain(
      `order.unlinked by ${tam.accountId}`,
    );
    const who = `The link to ${blocker} was removed by Ivan Petrov.`;
    expect(order.heard(tam, waiting)).toEqual([
      `${who} By plan ${waiting} was to wait for it. The TAM panel can restore the link.`,
    ]);
    await order.minute();
    expect(order.heard(virtEngineer, waiting)).toEqual([`${waiting} may start. ${who}`]);
    const { removed } = (await order.view(waiting)).order ?? {};
    expect(removed).toEqual([{ blockerId: await order.idOf(blocker), blockerKey: blocker }]);
    await order.decide(waiting, { kind: 'restoreLink', blockerId: removed?.[0]?.blockerId ?? '' });
    expect(await order.place(waiting)).toBe(`waiting ${blocker}`);
  });
});

describe('a blocker that is opened again', () => {
  it('D8: moves nobody back who runs; both owners hear it, and the end is gated', async () => {
    await order.rule({ gates: { start: true, finish: true } });
    await order.attach('VIRT', '31', ['finish']);
    const [blocker, waiting] = await waitingForOleg();
    await order.assign(blocker, netLead);
    order.push(blocker, 'Done');
    await order.host.settle();
    expect(await order.move(waiting, '11')).toBe('done');
    expect(await order.place(waiting)).toBe('running');
    order.host.clock.moveBy(60_000);
    order.push(blocker, 'In Progress');
    expect(await order.place(waiting)).toBe(`suspect ${blocker}`);
    expect(await order.statusOf(waiting)).toBe('In Progress');
    expect((await order.view(waiting)).start?.flags).toContainEqual(
      expect.objectContaining({
        kind: 'startedBeforeDone',
        issues: expect.objectContaining({ keys: [blocker] }),
      }),
    );
    expect(order.heard(virtEngineer, waiting)).toContainEqual(
      expect.stringContaining(`${waiting} runs out of order`),
    );
    expect(order.heard(netLead, blocker)).toContainEqual(
      expect.stringContaining(`${blocker} is open again`),
    );
    expect(await order.move(waiting, '31')).toContain(blocker);
    await order.rule({ gates: { start: true, finish: false } });
  });

  it('D9: closes the gate of whoever waits still, and withdraws what he was told', async () => {
    const [blocker, waiting] = await waitingForOleg();
    const due = { fields: { duedate: '2026-11-25' } };
    await order.host.actAs(admin.accountId).put(`/rest/api/3/issue/${waiting}`, due);
    order.push(blocker, 'Done');
    await order.host.settle();
    await order.minute();
    order.push(blocker, 'In Progress');
    expect(await order.place(waiting)).toBe(`waiting ${blocker}`);
    expect(order.heard(virtEngineer, waiting)).toEqual([
      `${waiting} may start. Done: ${blocker} (Network). Due 25 Nov 2026.`,
      `${waiting} has to wait again. Not done any more: ${blocker} (Network).`,
    ]);
    expect(await order.move(waiting, '11')).toContain(blocker);
  });
});

describe('two blockers', () => {
  it('D11: hold until both are done; the text names the open one and says 1 of 2', async () => {
    const [first, waiting] = await waitingForOleg();
    const second = order.create('NET');
    await order.link(second, waiting);
    await order.host.settle();
    order.push(first, 'Done');
    await order.host.settle();
    await order.minute();
    const text = await order.move(waiting, '11');
    expect(text).toContain(second);
    expect(text).not.toContain(`${first} `);
    expect(text).toMatch(/1 of 2/);
    expect(order.heard(virtEngineer, waiting)).toEqual([]);
    order.push(second, 'Done');
    await order.host.settle();
    await order.minute();
    expect(order.heard(virtEngineer, waiting)).toEqual([
      expect.stringContaining(`${waiting} may start.`),
    ]);
  });
});
