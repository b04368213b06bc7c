import { DEFAULT_SITE } from '../../../src/core/order/policy/order-site';
import { refreshOrder } from '../../../src/usecases/order/follow/refresh-order';
import { withdrawHandOver } from '../../../src/usecases/order/hand-over/give-hand-over';
import { judgeTransition } from '../../../src/usecases/order/rule/judge-transition';
import {
  aWorld,
  done,
  finish,
  give,
  LACKS,
  lines,
  load,
  NET,
  sendBack,
  set,
  VIRT,
} from '../../builders/hand-over-world';
import { status } from '../../builders/issues';

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
    expect([await load(world, NET), await load(world, VIRT)]).toEqual([null, null]);
  });

  it('sets the hint right that the rule reads', async () => {
    const world = aWorld();
    await give(world);
    world.order.hints.clear();
    await refreshOrder(world.env, NET);
    expect(world.order.hints.get(NET)?.given).toEqual({ [VIRT]: ['vlan', 'addresses'] });
  });
});
