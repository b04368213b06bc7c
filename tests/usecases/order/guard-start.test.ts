import type { Issue } from '../../../src/core/issue';
import { DEFAULT_POLICY, DEFAULT_RULES } from '../../../src/core/order/policy/order-policy';
import { DEFAULT_SITE } from '../../../src/core/order/policy/order-site';
import { instant } from '../../../src/core/time';
import { refreshOrder } from '../../../src/usecases/order/follow/refresh-order';
import { NO_ISSUE_ORDER } from '../../../src/usecases/ports/order-ports';
import { anIssue, idOf, ordered, status } from '../../builders/issues';
import { NOW, OrderWorld } from '../../builders/order-world';

const [NET, VIRT] = [idOf('NET-12'), idOf('VIRT-7')];
const HOUR = 3_600_000;

/** NET-12, in progress for an hour, before VIRT-7, to do; what slips past is moved back. */
function aWorld(): OrderWorld {
  const world = new OrderWorld();
  const policies = [{ ...DEFAULT_POLICY, guard: 'moveBack' as const }];
  world.order.site = { ...DEFAULT_SITE, rules: { ...DEFAULT_RULES, policies } };
  set(world, {}, {});
  return world;
}

function set(world: OrderWorld, net: Partial<Issue>, virt: Partial<Issue>): void {
  const since = instant(NOW - HOUR);
  world.issues = ordered(
    [
      anIssue('NET-12', { category: 'inProgress', categorySince: since, ...net }),
      anIssue('VIRT-7', { categorySince: since, ...virt }),
    ],
    [['NET-12', 'VIRT-7']],
  );
}

const done = (at = NOW) => ({ status: status('done'), categorySince: at });
const running = (at = NOW) => ({ status: status('inProgress'), categorySince: at });
const acts = (world: OrderWorld) => world.audited.map(({ act }) => act);

const FORM = {
  ...{ fromProjectKey: 'NET', toProjectKey: 'VIRT', gatesFinish: false },
  fields: [{ key: 'vlan', label: 'VLAN', isRequired: true }],
};

const linesOf = (world: OrderWorld) => [...world.told.values()].map(({ line }) => line);
const oleg = { accountId: 'oleg', name: 'Oleg', avatarUrl: null };

describe('what the guard tells', () => {
  /** What slips past either gate is only flagged. */
  const flagging = (): OrderWorld => {
    const world = aWorld();
    const policies = [{ ...DEFAULT_POLICY, gates: { start: true, finish: true } }];
    world.order.site = { ...DEFAULT_SITE, rules: { ...DEFAULT_RULES, policies } };
    return world;
  };

  it('says of work that is done that it was finished, not that it runs', async () => {
    const world = flagging();
    await refreshOrder(world.env, VIRT);
    set(world, {}, { ...done(), assignee: oleg });
    await refreshOrder(world.env, VIRT);
    expect(linesOf(world)).toEqual([
      'VIRT-7 was finished out of order: it still had something to wait for.',
    ]);
  });

  it('says so too of what it moves back from done', async () => {
    const world = aWorld();
    const policies = [
      { ...DEFAULT_POLICY, gates: { start: true, finish: true }, guard: 'moveBack' as const },
    ];
    world.order.site = { ...DEFAULT_SITE, rules: { ...DEFAULT_RULES, policies } };
    await refreshOrder(world.env, VIRT);
    set(world, {}, { ...done(), assignee: oleg });
    await refreshOrder(world.env, VIRT);
    expect(linesOf(world)).toEqual(['VIRT-7 was finished out of order and has been moved back.']);
    expect(world.comments[0]).toContain('it was finished out of order.');
  });

  it('says of what a date alone held that it was started before its date', async () => {
    const world = flagging();
    world.order.issueOrders.set(VIRT, { ...NO_ISSUE_ORDER, notBefore: instant(NOW + HOUR) });
    set(world, done(instant(NOW - HOUR)), {});
    await refreshOrder(world.env, VIRT);
    set(world, done(instant(NOW - HOUR)), { ...running(), assignee: oleg });
    await refreshOrder(world.env, VIRT);
    expect(linesOf(world)).toEqual(['VIRT-7 was started before its date.']);
  });
});

describe('the guard, with a date or a hand-over', () => {
  it('moves back what was started before its date (D39)', async () => {
    const world = aWorld();
    world.order.issueOrders.set(VIRT, { ...NO_ISSUE_ORDER, notBefore: instant(NOW + HOUR) });
    set(world, done(instant(NOW - HOUR)), {});
    await refreshOrder(world.env, VIRT);
    set(world, done(instant(NOW - HOUR)), running());
    await refreshOrder(world.env, VIRT);
    expect(world.movedBack).toEqual([`${VIRT} to ${status('todo').id}`]);
    expect(acts(world)).toEqual(['order.moveBack']);
  });

  it('moves nothing back for a date or a return that came after the start', async () => {
    for (const later of ['date', 'return'] as const) {
      const world = aWorld();
      world.now = instant(NOW - 600_000);
      if (later === 'date') set(world, done(instant(NOW - HOUR)), {});
      await refreshOrder(world.env, VIRT);
      // Both moves of the last minutes are heard of only now.
      set(world, done(instant(NOW - 120_000)), running(instant(NOW - 60_000)));
      if (later === 'date') {
        const notBefore = instant(NOW + HOUR);
        world.order.issueOrders.set(VIRT, { ...NO_ISSUE_ORDER, notBefore });
      } else {
        const site = { ...world.order.site, handOvers: [FORM] };
        world.order.site = { ...DEFAULT_SITE, ...site };
        const returned = [{ blockerId: NET, fromProjectKey: 'NET', toProjectKey: 'VIRT' }];
        await world.order.saveHandOverHint(VIRT, { returned, given: {}, toAnswer: [] });
        const ends = { blockerId: NET, blockerKey: 'NET-12', successorId: VIRT };
        await world.order.saveHandOver(
          {
            ...ends,
            successorKey: 'VIRT-7',
            state: 'returned',
            facts: [],
            history: [],
            version: 1,
          },
          0,
        );
      }
      world.now = NOW;
      await refreshOrder(world.env, VIRT);
      expect([later, ...world.movedBack]).toEqual([later]);
      expect(acts(world)).toEqual(later === 'date' ? [] : ['order.flag']);
    }
  });
});
