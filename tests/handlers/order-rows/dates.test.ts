import type { OrderSettingsView } from '../../../src/contract/order-settings';
import type { WhatIfView } from '../../../src/contract/what-if';
import { TO } from '../../builders/order-on-host';
import { OrderRows } from '../../builders/order-rows';
import { asker } from '../../host/company/ask';
import { people } from '../../host/company/people';
import { savePolicy } from '../../host/company/set-up-app';

const { admin, tam, virtEngineer } = people;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

jest.setTimeout(120_000);

let order: OrderRows;

beforeAll(async () => {
  order = await OrderRows.open();
  await savePolicy(order.host, admin.accountId, 'hosting');
  // Virtualisation works from nine to six in Moscow, Monday to Friday.
  const settings = asker(order.host, 'tam-settings', { as: admin.accountId });
  const { site, calendars } = await settings<OrderSettingsView>('loadOrder', {});
  const office = calendars.find(({ calendarKey }) => calendarKey === 'office');
  const { policyKey = '', calendarKey = '' } = office ?? {};
  const next = { ...site, calendars: { VIRT: { policyKey, calendarKey } } };
  await settings('saveOrder', { site: next, switchOn: [] });
  await order.host.settle();
}, 180_000);
afterAll(async () => {
  expect(order.host.jira.unknownCalls).toEqual([]);
  await order.host.stop();
});

const at = (text: string) => Date.parse(text);

/** To that time and what was planned until then. */
async function moveTo(time: number): Promise<void> {
  order.host.clock.moveTo(time);
  await order.host.settle();
}

/** NET-n blocks VIRT-m, both epics of the TAM's client project; m is Oleg's. */
async function planned(): Promise<readonly [string, string]> {
  const pair = await order.pair();
  await order.adopt(...pair);
  await order.assign(pair[1], virtEngineer);
  return pair;
}

async function setDue(issueKey: string, duedate: string | null): Promise<void> {
  const { status } = await order.rest.put(`/rest/api/3/issue/${issueKey}`, { fields: { duedate } });
  if (status !== 204) throw new Error(`no due date: ${status}`);
  await order.host.settle();
}

const plan = () =>
  asker(order.host, 'tam-workspace', { as: tam.accountId })<WhatIfView>('whatIf', {
    clientProjectId: order.clientProjectId,
  });

const conflicts = async (issueKey: string) => (await order.view(issueKey)).order?.dueConflicts;

describe('D37: a soft link', () => {
  it('gates nothing, and is a warning in the panel', async () => {
    await order.rule({ linkTypes: [{ typeId: null, hardness: 'soft' }] });
    const [blocker, after] = await planned();
    expect(await order.place(after)).toBe('ready');
    expect((await order.view(after)).start).toMatchObject({
      ...{ state: 'ready', waitsFor: [] },
      flags: [{ kind: 'soft', issues: { keys: [blocker] } }],
    });
    expect(await order.move(after, TO.start)).toBe('done');
    await order.rule({ linkTypes: [{ typeId: null, hardness: 'hard' }] });
  });
});

describe('D38: a lag of two working days', () => {
  it('opens the gate on Tuesday for what was done on Friday, and says so, once', async () => {
    await moveTo(at('2026-12-04T15:00:00+03:00'));
    const [blocker, waiting] = await planned();
    const blockerId = await order.idOf(blocker);
    await order.decide(waiting, {
      ...{ kind: 'setLag', blockerId, lag: { kind: 'workingDays', days: 2 } },
    });
    order.push(blocker, 'Done');
    expect(await order.place(waiting)).toBe(`waiting ${blocker}`);
    const text = await order.move(waiting, TO.start);
    expect(text).toContain(blocker);
    expect(text).toMatch(/wait until .*8.* 15:0\d/);
    expect(order.heard(virtEngineer, waiting)).toEqual([]);
    await moveTo(at('2026-12-08T14:55:00+03:00'));
    expect(await order.move(waiting, TO.start)).toContain(blocker);
    expect(order.heard(virtEngineer, waiting)).toEqual([]);
    // The schedule of every five minutes finds the gate open, and a minute settles.
    for (const minute of ['02', '07', '12']) {
      await moveTo(at(`2026-12-08T15:${minute}:00+03:00`));
    }
    expect(order.heard(virtEngineer, waiting)).toEqual([
      expect.stringContaining(`${waiting} may start`),
    ]);
    expect(await order.move(waiting, TO.start)).toBe('done');
  });
});

describe('D39: a date', () => {
  it('keeps the gate closed until then, says when, and tells once it is open', async () => {
    await moveTo(at('2026-12-09T12:00:00+03:00'));
    const alone = order.create('VIRT');
    await order.adopt(alone);
    await order.assign(alone, virtEngineer);
    await order.decide(alone, { kind: 'setNotBefore', at: '2026-12-09T19:00:00.000Z' });
    expect(await order.place(alone)).toBe('waiting');
    // Ten in the evening in Moscow, where the people of the department are.
    expect(await order.move(alone, TO.start)).toMatch(/can't start before .*22:00/);
    expect((await order.view(alone)).start).toMatchObject({
      ...{ state: 'waiting', notBefore: '2026-12-09T19:00:00.000Z' },
    });
    await moveTo(at('2026-12-09T21:55:00+03:00'));
    expect(await order.move(alone, TO.start)).not.toBe('done');
    for (const minute of ['02', '07', '12']) {
      await moveTo(at(`2026-12-09T22:${minute}:00+03:00`));
    }
    expect(order.heard(virtEngineer, alone)).toEqual([
      expect.stringContaining(`${alone} may start`),
    ]);
    expect(await order.move(alone, TO.start)).toBe('done');
  });
});

describe('due dates', () => {
  it('D40: of a blocker after that of its successor are a conflict, with a date that would do', async () => {
    const [blocker, waiting] = await planned();
    await setDue(blocker, '2026-12-18');
    await setDue(waiting, '2026-12-16');
    const found = { blockerKey: blocker, blockerEnd: '2026-12-18', successorKey: waiting };
    for (const issueKey of [blocker, waiting]) {
      expect(await conflicts(issueKey)).toEqual([
        { ...found, successorDue: '2026-12-16', proposed: '2026-12-18' },
      ]);
    }
    await setDue(waiting, '2026-12-18');
    expect(await conflicts(waiting)).toEqual([]);
    const blockerId = await order.idOf(blocker);
    // With a working day between the two they cannot end on the same: a Friday, so on Monday.
    await order.decide(waiting, {
      ...{ kind: 'setLag', blockerId, lag: { kind: 'workingDays', days: 1 } },
    });
    expect(await conflicts(waiting)).toEqual([
      { ...found, successorDue: '2026-12-18', proposed: '2026-12-21' },
    ]);
  });

  it('D41: that are not set contradict nothing, and are counted as unplanned', async () => {
    const [blocker, waiting] = await planned();
    await setDue(blocker, '2026-12-18');
    expect(await conflicts(waiting)).toEqual([]);
    const { unplanned } = await plan();
    await setDue(blocker, null);
    await setDue(waiting, '2026-12-16');
    expect(await conflicts(waiting)).toEqual([]);
    expect((await plan()).unplanned).toBe(unplanned);
    await setDue(waiting, null);
    expect((await plan()).unplanned).toBe(unplanned + 1);
  });

  it('D42: of a blocker that is done say nothing: the day on which it was done counts', async () => {
    const [blocker, waiting] = await planned();
    await setDue(blocker, '2027-02-01');
    await setDue(waiting, '2026-12-16');
    expect(await conflicts(waiting)).toHaveLength(1);
    order.push(blocker, 'Done');
    expect(await order.place(waiting)).toBe('ready');
    expect(await conflicts(waiting)).toEqual([]);
    await moveTo(order.host.clock.now() + DAY);
    expect(await order.move(waiting, TO.start)).toBe('done');
  });
});
