import { DEFAULT_POLICY, DEFAULT_RULES } from '../../../src/core/order/policy/order-policy';
import { DEFAULT_SITE } from '../../../src/core/order/policy/order-site';
import { lookAtChange } from '../../../src/usecases/order/follow/look-at-change';
import {
  noteUnreadableLink,
  type ToldLink,
} from '../../../src/usecases/order/follow/note-unreadable-link';
import { refreshOrder } from '../../../src/usecases/order/follow/refresh-order';
import { judgeTransition } from '../../../src/usecases/order/rule/judge-transition';
import { anIssue, BLOCKS, idOf, ordered, related, status } from '../../builders/issues';
import { OrderWorld } from '../../builders/order-world';

const VIRT = idOf('VIRT-7');
const NET = idOf('NET-12');

/** VIRT-7, and NET-12 before it in a department that the app may not browse. */
function aWorld(onUnknown: 'warn' | 'hold' = 'warn'): OrderWorld {
  const world = new OrderWorld();
  world.issues = [anIssue('VIRT-7')];
  const policies = [{ ...DEFAULT_POLICY, onUnknown }];
  world.order.site = { ...DEFAULT_SITE, rules: { ...DEFAULT_RULES, policies } };
  return world;
}

const linked = (change: ToldLink['change'] = 'created'): ToldLink => ({
  ...{ id: 'link-1', ...BLOCKS, sourceId: NET, destinationId: VIRT, change },
});

const start = (world: OrderWorld) =>
  judgeTransition(world.env, {
    ...{ issueKey: 'VIRT-7', toStatusId: status('inProgress').id, mover: { kind: 'unknown' } },
    gates: ['start', 'finish'],
  });

describe('a link to what the app may not read (D4)', () => {
  it('is kept in mind, and only warns by default', async () => {
    const world = aWorld();
    await noteUnreadableLink(world.env, linked());
    expect(world.pushed).toEqual([`${VIRT} in 0 s`]);
    await refreshOrder(world.env, VIRT);
    const state = world.orderStates.states.get(VIRT);
    expect(state).toMatchObject({ state: 'ready', waitsFor: [] });
    expect(state?.flags).toEqual([{ kind: 'unknownBlocker', blockerId: NET }]);
    expect(await start(world)).toEqual({ allowed: true });
  });

  it('holds where the policy says so, and says no more than that it is there', async () => {
    const world = aWorld('hold');
    await noteUnreadableLink(world.env, linked());
    const verdict = await start(world);
    expect(verdict.allowed).toBe(false);
    expect(JSON.stringify(verdict)).not.toContain('NET');
  });

  it('is kept in mind when its blocker is hidden from the app later on', async () => {
    const world = aWorld('hold');
    const [net, virt] = ordered([anIssue('NET-12'), anIssue('VIRT-7')], [['NET-12', 'VIRT-7']]);
    world.issues = [net, virt].flatMap((issue) => issue ?? []);
    for (const id of [NET, VIRT]) await refreshOrder(world.env, id);
    const shown = world.issues;
    world.issues = [anIssue('VIRT-7')];
    const place = world.orderStates.states.get(NET) ?? null;
    const change = { issueId: NET, project: null, fields: ['security'] };
    await lookAtChange(world.env, change, place);
    await refreshOrder(world.env, VIRT);
    expect(world.orderStates.states.get(VIRT)).toMatchObject({ state: 'waiting', waitsFor: [NET] });
    expect((await start(world)).allowed).toBe(false);
    world.issues = shown;
    await lookAtChange(world.env, change, null);
    await refreshOrder(world.env, VIRT);
    expect(world.order.issueOrders.get(VIRT)?.unreadable).toEqual([]);
  });

  it('is forgotten when it is removed', async () => {
    const world = aWorld('hold');
    await noteUnreadableLink(world.env, linked());
    await noteUnreadableLink(world.env, linked('deleted'));
    expect(world.order.issueOrders.get(VIRT)?.unreadable).toEqual([]);
    expect(await start(world)).toEqual({ allowed: true });
  });

  it('is what Jira says of it once the app may read the blocker', async () => {
    const world = aWorld('hold');
    await noteUnreadableLink(world.env, linked());
    await refreshOrder(world.env, VIRT);
    world.issues = ordered(
      [anIssue('NET-12', { category: 'done' }), anIssue('VIRT-7')],
      [['NET-12', 'VIRT-7']],
    );
    await refreshOrder(world.env, VIRT);
    expect(world.order.issueOrders.get(VIRT)?.unreadable).toEqual([]);
    expect(await start(world)).toEqual({ allowed: true });
  });

  it('is left out when it orders nothing, or when the app can read both ends', async () => {
    const world = aWorld();
    await noteUnreadableLink(world.env, related(NET, VIRT));
    world.issues = ordered([anIssue('NET-12'), anIssue('VIRT-7')], [['NET-12', 'VIRT-7']]);
    await noteUnreadableLink(world.env, linked());
    expect(world.order.issueOrders.size).toBe(0);
  });
});
