import { DEFAULT_POLICY, DEFAULT_RULES } from '../../../src/core/order/policy/order-policy';
import { DEFAULT_SITE } from '../../../src/core/order/policy/order-site';
import type { UserEnv } from '../../../src/usecases/env';
import { refreshOrder } from '../../../src/usecases/order/follow/refresh-order';
import { judgeTransition } from '../../../src/usecases/order/rule/judge-transition';
import { NO_ISSUE_ORDER } from '../../../src/usecases/ports/order-ports';
import { anIssue, idOf, ordered, status } from '../../builders/issues';
import { NOW, OrderWorld } from '../../builders/order-world';

const HOUR = 3_600_000;
const [EPIC, CHILD] = [idOf('VIRT-7'), idOf('VIRT-9')];

/** NET-12 before VIRT-7, which hands that down to its child VIRT-9. Monday, 15:00 in Moscow. */
function aWorld(): OrderWorld {
  const world = new OrderWorld();
  const inherit = { toSubtasks: false, fromEpic: true };
  const policies = [{ ...DEFAULT_POLICY, inherit, onUnknown: 'hold' as const }];
  world.order.site = { ...DEFAULT_SITE, rules: { ...DEFAULT_RULES, policies } };
  world.issues = ordered(
    [
      anIssue('NET-12', { category: 'done', categorySince: NOW }),
      anIssue('VIRT-7'),
      anIssue('VIRT-9', { parentId: EPIC }),
    ],
    [['NET-12', 'VIRT-7']],
  );
  return world;
}

/** Jira's search, which finds no more children. */
function envOf({ env }: OrderWorld): UserEnv {
  return { ...env, asApp: { ...env.asApp, searchIds: async () => ({ ids: [], next: null }) } };
}

const start = (world: OrderWorld) =>
  judgeTransition(world.env, {
    ...{ issueKey: 'VIRT-9', toStatusId: status('inProgress').id, mover: { kind: 'unknown' } },
    gates: ['start'],
  });

describe('what an epic hands down to its children (D15)', () => {
  it('is the lag of its link as well', async () => {
    const world = aWorld();
    expect(await start(world)).toEqual({ allowed: true });
    const linkId = world.issues[1]?.links[0]?.id ?? '';
    const lags = { [linkId]: { kind: 'workingTime', ms: 2 * HOUR } as const };
    world.order.issueOrders.set(EPIC, { ...NO_ISSUE_ORDER, lags });
    expect((await start(world)).allowed).toBe(false);
  });

  it('is a blocker that the app may not read, too, and no date of its own', async () => {
    const world = aWorld();
    const hidden = { linkId: '', blockerId: idOf('BCK-3'), typeId: '10000', typeName: 'Blocks' };
    world.order.issueOrders.set(EPIC, { ...NO_ISSUE_ORDER, notBefore: NOW });
    expect((await start(world)).allowed).toBe(true);
    world.order.issueOrders.set(EPIC, { ...NO_ISSUE_ORDER, unreadable: [hidden] });
    expect((await start(world)).allowed).toBe(false);
    await refreshOrder(envOf(world), CHILD);
    expect(world.orderStates.states.get(CHILD)).toMatchObject({ state: 'waiting' });
  });
});

describe('an issue that vanishes before anybody has looked at its new link (D5)', () => {
  it('is told to whoever has seen that link', async () => {
    const world = aWorld();
    world.issues = ordered([anIssue('NET-12'), anIssue('VIRT-7')], [['NET-12', 'VIRT-7']]);
    await refreshOrder(envOf(world), EPIC);
    world.pushed.length = 0;
    world.issues = [anIssue('VIRT-7')];
    await refreshOrder(envOf(world), idOf('NET-12'));
    expect(world.pushed).toEqual([`${EPIC} in 0 s`]);
  });
});
