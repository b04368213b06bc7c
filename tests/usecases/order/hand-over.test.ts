import type { Issue } from '../../../src/core/issue';
import { DEFAULT_SITE, type HandOverForm } from '../../../src/core/order/order-site';
import { instant } from '../../../src/core/time';
import { acceptHandOver, returnHandOver } from '../../../src/usecases/order/answer-hand-over';
import { giveHandOver, withdrawHandOver } from '../../../src/usecases/order/give-hand-over';
import { judgeTransition } from '../../../src/usecases/order/judge-transition';
import { loadHandOvers } from '../../../src/usecases/order/load-hand-overs';
import { readOrderSetup } from '../../../src/usecases/order/read-order-site';
import { refreshOrder } from '../../../src/usecases/order/refresh-order';
import { anIssue, idOf, ordered, status } from '../../builders/issues';
import { NOW, OrderWorld } from '../../builders/order-world';

const NET = idOf('NET-12');
const VIRT = idOf('VIRT-7');
const HOUR = 3_600_000;
const oleg = { accountId: 'oleg', name: 'Oleg', avatarUrl: null };
const anna = { accountId: 'anna', name: 'Anna', avatarUrl: null };

const form: HandOverForm = {
  ...{ fromProjectKey: 'NET', toProjectKey: 'VIRT', gatesFinish: true },
  fields: [
    { key: 'vlan', label: 'VLAN', isRequired: true },
    { key: 'addresses', label: 'addresses', isRequired: true },
    { key: 'note', label: 'note', isRequired: false },
  ],
};
const facts = { vlan: '120', addresses: '10.1.4.0/24' };

/** NET-12, Anna's and in progress, blocks VIRT-7, Oleg's and to do; Network hands over a VLAN. */
function aWorld(changes: Partial<HandOverForm> = {}): OrderWorld {
  const world = new OrderWorld();
  world.order.site = { ...DEFAULT_SITE, handOvers: [{ ...form, ...changes }] };
  set(world, {}, {});
  return world;
}

function set(world: OrderWorld, net: Partial<Issue>, virt: Partial<Issue>): void {
  const since = instant(NOW - HOUR);
  world.issues = ordered(
    [
      anIssue('NET-12', {
        ...{ category: 'inProgress', categorySince: since, assignee: anna },
        ...net,
      }),
      anIssue('VIRT-7', { assignee: oleg, categorySince: since, ...virt }),
    ],
    [['NET-12', 'VIRT-7']],
  );
}

const done = () => ({ status: status('done'), categorySince: NOW });

const judge = async (world: OrderWorld, issueKey: string, to: 'inProgress' | 'done') => {
  const verdict = await judgeTransition(world.env, {
    ...{ issueKey, toStatusId: status(to).id, mover: { kind: 'unknown' } },
    gates: ['start', 'finish'],
  });
  return verdict.allowed ? 'allowed' : verdict.text;
};

const finish = (world: OrderWorld) => judge(world, 'NET-12', 'done');
const start = (world: OrderWorld) => judge(world, 'VIRT-7', 'inProgress');
const give = (world: OrderWorld, version = 0, what: Record<string, string> = facts) =>
  giveHandOver(world.env, NET, { successorId: VIRT, version, facts: what });
const accept = (world: OrderWorld, version: number) =>
  acceptHandOver(world.env, VIRT, { blockerId: NET, version });
const sendBack = (world: OrderWorld, version: number, reason = 'The gateway is missing') =>
  returnHandOver(world.env, VIRT, { blockerId: NET, version, reason });

const load = async (world: OrderWorld, issueId: string) =>
  loadHandOvers(world.env, issueId, await readOrderSetup(world.env));

const lines = (world: OrderWorld) =>
  [...world.told.values()].map(({ accountId, line }) => `${accountId}: ${line}`);
const acts = (world: OrderWorld) => world.audited.map(({ act }) => act);

const LACKS =
  "NET-12 can't be finished yet. Hand-over to Virtualisation lacks: VLAN, addresses. Hand over in the TAM panel.";

describe('the finish gate of a form', () => {
  it('refuses Done until what the next department needs is handed over', async () => {
    const world = aWorld();
    expect(await finish(world)).toBe(LACKS);
    expect(await give(world)).toEqual({ ok: true, value: null });
    expect(await finish(world)).toBe('allowed');
  });

  it("says so in the site's language", async () => {
    const world = aWorld();
    world.language = 'ru';
    expect(await finish(world)).toContain('NET-12 пока нельзя завершить.');
  });

  it('takes no SQL and one read of Jira when everything is there', async () => {
    const world = aWorld();
    await give(world);
    world.order.handOverCalls.length = 0;
    world.calls.length = 0;
    expect(await finish(world)).toBe('allowed');
    expect([...world.order.handOverCalls, ...world.order.calls]).toEqual([]);
    expect(world.calls).toEqual(['app listIssues 1']);
  });

  it('is not closed by a hint that is behind', async () => {
    const world = aWorld();
    await give(world);
    world.order.hints.clear();
    expect(await finish(world)).toBe('allowed');
    expect(world.order.handOverCalls.at(-1)).toBe('listHandOversOf');
  });

  it('asks nothing where the form does not gate, nor once the successor is done', async () => {
    expect(await finish(aWorld({ gatesFinish: false }))).toBe('allowed');
    const world = aWorld();
    set(world, {}, done());
    expect(await finish(world)).toBe('allowed');
  });

  it('asks nothing of work that is cancelled (D10)', async () => {
    const world = aWorld();
    const cancelled = { id: '77', name: 'Cancelled', category: 'done' as const };
    world.statuses = [cancelled];
    const verdict = await judgeTransition(world.env, {
      ...{ issueKey: 'NET-12', toStatusId: cancelled.id, gates: ['finish'] },
      mover: { kind: 'unknown' },
    });
    expect(verdict).toEqual({ allowed: true });
    set(world, { resolution: { id: '10001', name: "Won't Do" } }, {});
    expect(await finish(world)).toBe('allowed');
  });

  it('closes again when it was returned or withdrawn', async () => {
    const world = aWorld();
    await give(world);
    await withdrawHandOver(world.env, NET, { successorId: VIRT, version: 1 });
    expect(await finish(world)).toBe(LACKS);
    await give(world, 2);
    await sendBack(world, 3);
    expect(await finish(world)).toBe(
      "NET-12 can't be finished yet. Virtualisation returned the hand-over. Hand over in the TAM panel.",
    );
  });

  it('lets accounts through that no gate stops', async () => {
    const world = aWorld();
    const { site } = world.order;
    const rules = { ...DEFAULT_SITE.rules, freeAccountIds: ['robot'] };
    if (site !== null) world.order.site = { ...site, rules };
    const verdict = await judgeTransition(world.env, {
      ...{ issueKey: 'NET-12', toStatusId: status('done').id, gates: ['finish'] },
      mover: { kind: 'account', accountId: 'robot' },
    });
    expect(verdict.allowed).toBe(true);
  });
});

describe('a returned hand-over', () => {
  const returned = async () => {
    const world = aWorld();
    await give(world);
    set(world, done(), {});
    await sendBack(world, 1);
    return world;
  };

  it('closes the start gate of the successor until it is given again', async () => {
    const world = await returned();
    expect(await start(world)).toBe(
      "VIRT-7 can't start yet. It waits for NET-12 (Network, Done, but the hand-over was returned). Urgent? Ask for a pass in the TAM panel.",
    );
    await give(world, 2);
    expect(await start(world)).toBe('allowed');
  });

  it('holds nobody back once it was accepted after all', async () => {
    const world = await returned();
    await accept(world, 2);
    expect(await start(world)).toBe('allowed');
  });

  it('holds nobody back by a hint that is behind, nor when the form is gone', async () => {
    const world = await returned();
    const hint = world.order.hints.get(VIRT);
    await give(world, 2);
    if (hint !== undefined) world.order.hints.set(VIRT, hint);
    expect(await start(world)).toBe('allowed');
    const other = await returned();
    other.order.site = DEFAULT_SITE;
    expect(await start(other)).toBe('allowed');
  });

  it('is told to the sender and, with the reason, put before the TAM', async () => {
    const world = aWorld();
    world.addProject({}, ['NET-12', 'VIRT-7']);
    await give(world);
    await sendBack(world, 1);
    const line =
      'NET-12: Virtualisation returned the hand-over (VIRT-7): The gateway is missing. Until it is given again, they wait for you.';
    expect(lines(world).slice(-2)).toEqual([`anna: ${line}`, `tam: ${line}`]);
    expect(acts(world)).toEqual(['order.handOver.give', 'order.handOver.return']);
  });

  it('is shown by the next look at the successor, which has to wait again', async () => {
    const world = await returned();
    await refreshOrder(world.env, VIRT);
    expect(world.orderStates.states.get(VIRT)).toMatchObject({ state: 'waiting', waitsFor: [NET] });
  });

  it('needs a reason of ten characters, spaces around it not counted', async () => {
    const world = aWorld();
    await give(world);
    const answer = await sendBack(world, 1, '  no good   ');
    expect(answer).toMatchObject({
      ok: false,
      problem: { fields: { reason: expect.any(String) } },
    });
    expect(world.order.handOvers[0]?.state).toBe('given');
  });

  it('is not possible for work that is done', async () => {
    const world = aWorld();
    await give(world);
    set(world, done(), done());
    expect(await sendBack(world, 1)).toMatchObject({ ok: false, problem: { code: 'conflict' } });
  });
});

describe('giving a hand-over', () => {
  it('asks for every required field, and for no more than 1,000 characters in one', async () => {
    const answer = await give(aWorld(), 0, { vlan: ' ', addresses: '😀'.repeat(1001) });
    expect(answer).toMatchObject({
      ok: false,
      problem: {
        code: 'invalid',
        fields: { vlan: 'Fill this in.', addresses: expect.any(String) },
      },
    });
  });

  it("is told to the successor's people, and both ends are looked at", async () => {
    const world = aWorld();
    await give(world);
    expect(lines(world)).toEqual([
      'oleg: VIRT-7: Network hands over (NET-12): VLAN: 120; addresses: 10.1.4.0/24. Accept or return it in the TAM panel.',
    ]);
    expect(world.pushed).toEqual([`${NET} ${VIRT} in 0 s`, `clocks of ${VIRT} in 0 s`]);
  });

  it('is for whoever may edit the issue', async () => {
    const world = aWorld();
    world.readOnly = [NET];
    expect(await give(world)).toMatchObject({ ok: false, problem: { code: 'notAllowed' } });
    world.readOnly = [VIRT];
    await give(world);
    expect(await accept(world, 1)).toMatchObject({ ok: false, problem: { code: 'notAllowed' } });
  });

  it('is done once from two tabs', async () => {
    const world = aWorld();
    const [first, second] = await Promise.all([
      give(world),
      give(world, 0, { ...facts, note: 'x' }),
    ]);
    expect([first.ok, second.ok].filter(Boolean)).toHaveLength(1);
    expect(world.order.handOvers).toHaveLength(1);
    expect(await accept(world, 7)).toMatchObject({ ok: false, problem: { code: 'conflict' } });
  });

  it('is refused where no form or no link asks for it', async () => {
    const world = aWorld({ fromProjectKey: 'BCK' });
    expect(await give(world)).toMatchObject({ ok: false, problem: { code: 'notFound' } });
  });
});

describe('the guard of hand-overs', () => {
  it('flags an issue that was closed past the rule, once', async () => {
    const world = aWorld();
    await refreshOrder(world.env, NET);
    set(world, done(), {});
    await refreshOrder(world.env, NET);
    await refreshOrder(world.env, NET);
    expect(world.audited).toMatchObject([
      { act: 'order.flag', issueId: NET, detail: { gate: 'finish', owedTo: 'VIRT' } },
    ]);
    expect(lines(world)).toEqual([
      'anna: NET-12 was closed without the hand-over that the next department needs.',
    ]);
  });

  it('flags nothing that was closed as cancelled (D10)', async () => {
    const world = aWorld();
    await refreshOrder(world.env, NET);
    set(world, { ...done(), resolution: { id: '10001', name: "Won't Do" } }, {});
    await refreshOrder(world.env, NET);
    expect(world.audited).toEqual([]);
    expect((await load(world, NET))?.gives ?? []).toEqual([]);
  });

  it('sets the hint right that the rule reads', async () => {
    const world = aWorld();
    await give(world);
    world.order.hints.clear();
    await refreshOrder(world.env, NET);
    expect(world.order.hints.get(NET)?.given).toEqual({ [VIRT]: ['vlan', 'addresses'] });
  });
});

describe('"you may start"', () => {
  it('says what was handed over', async () => {
    const world = aWorld();
    await give(world);
    await refreshOrder(world.env, VIRT);
    set(world, done(), {});
    await refreshOrder(world.env, VIRT);
    world.now = instant(NOW + 60_000);
    await refreshOrder(world.env, VIRT);
    expect(lines(world).at(-1)).toBe(
      'oleg: VIRT-7 may start. Done: NET-12 (Network). Handed over by NET-12: VLAN: 120; addresses: 10.1.4.0/24.',
    );
  });
});

describe('loadHandOvers', () => {
  it('shows both ends what is given and what lacks', async () => {
    const world = aWorld();
    expect(await load(world, NET)).toMatchObject({
      ...{ mayAct: true, takes: [] },
      gives: [{ otherId: VIRT, department: 'Virtualisation', state: 'none', version: 0 }],
    });
    await give(world);
    set(world, done(), {});
    const view = await load(world, VIRT);
    expect(view?.takes).toMatchObject([
      {
        ...{ other: { key: 'NET-12' }, department: 'Network', state: 'given', lacks: [] },
        ...{ doneSince: '2026-11-23T12:00:00.000Z', version: 1, isOver: false },
        fields: [{ text: '120' }, { text: '10.1.4.0/24' }, { text: '' }],
      },
    ]);
  });

  it('names no issue and nobody who works on it where the viewer may not browse it', async () => {
    const world = aWorld();
    await give(world);
    world.hidden = ['NET-12'];
    const view = await load(world, VIRT);
    expect(view?.takes[0]).toMatchObject({ other: null, department: 'Network', doneSince: null });
    expect(view?.takes[0]?.history).toMatchObject([{ kind: 'given', by: null }]);
    expect(view?.takes[0]?.fields[0]?.text).toBe('120');
  });

  it('reads nothing of Jira where no department hands over', async () => {
    const world = aWorld();
    world.order.site = null;
    expect(await load(world, NET)).toBeNull();
    expect(world.calls).toEqual([]);
  });
});
