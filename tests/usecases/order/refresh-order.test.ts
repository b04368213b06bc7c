import type { Issue } from '../../../src/core/issue';
import { DEFAULT_POLICY, DEFAULT_RULES } from '../../../src/core/order/policy/order-policy';
import { DEFAULT_SITE } from '../../../src/core/order/policy/order-site';
import { instant } from '../../../src/core/time';
import { refreshOrder } from '../../../src/usecases/order/follow/refresh-order';
import { anIssue, idOf, ordered, status } from '../../builders/issues';
import { NOW, OrderWorld } from '../../builders/order-world';

const VIRT = idOf('VIRT-7');
const NET = idOf('NET-12');
const HOUR = 3_600_000;
const oleg = { accountId: 'oleg', name: 'Oleg', avatarUrl: null };

/** NET-12 in progress since an hour before VIRT-7, which is Oleg's and to do. */
function aWorld(): OrderWorld {
  const world = new OrderWorld();
  set(world, {}, {});
  return world;
}

function set(world: OrderWorld, net: Partial<Issue>, virt: Partial<Issue>): void {
  const since = instant(NOW - HOUR);
  world.issues = ordered(
    [
      anIssue('NET-12', { category: 'inProgress', categorySince: since, ...net }),
      anIssue('VIRT-7', { assignee: oleg, categorySince: since, ...virt }),
    ],
    [['NET-12', 'VIRT-7']],
  );
}

const done = (at = NOW) => ({ status: status('done'), categorySince: at });
const running = (at = NOW) => ({ status: status('inProgress'), categorySince: at });

const lines = (world: OrderWorld) =>
  [...world.told.values()].map(({ accountId, line }) => `${accountId}: ${line}`);

const acts = (world: OrderWorld) => world.audited.map(({ act }) => act);

describe('refreshOrder', () => {
  it('stores where an issue stands and shows it in its property', async () => {
    const world = aWorld();
    await refreshOrder(world.env, VIRT);
    expect(world.orderStates.states.get(VIRT)).toMatchObject({ state: 'waiting', waitsFor: [NET] });
    expect(world.properties.get(VIRT)).toEqual({ state: 'waiting', waitsFor: ['NET-12'] });
    expect(await world.order.findNearIds('VIRT-7')).toEqual([NET]);
  });

  it('does nothing more when it is called again', async () => {
    const world = aWorld();
    await refreshOrder(world.env, VIRT);
    const [told, audited] = [world.told.size, world.audited.length];
    world.calls.length = 0;
    await refreshOrder(world.env, VIRT);
    expect(world.calls).toEqual(['app listIssues 2']);
    expect([world.told.size, world.audited.length]).toEqual([told, audited]);
  });

  it('keeps what the property says of the clocks', async () => {
    const world = aWorld();
    world.properties.set(VIRT, { client: 'ACME', slaState: 'running' });
    await refreshOrder(world.env, VIRT);
    expect(world.properties.get(VIRT)).toEqual({
      ...{ client: 'ACME', slaState: 'running' },
      ...{ state: 'waiting', waitsFor: ['NET-12'] },
    });
  });

  it('shows which client project the issue belongs to, and asks for its key once', async () => {
    const world = aWorld();
    world.addProject({}, ['VIRT-7']);
    await refreshOrder(world.env, VIRT);
    expect(world.properties.get(VIRT)).toEqual({
      ...{ client: 'ACME', state: 'waiting', waitsFor: ['NET-12'] },
    });
    const { env } = world;
    const projects = {
      ...env.projects,
      findProject: () => Promise.reject(new Error('asked again')),
    };
    world.properties.delete(NET);
    await refreshOrder({ ...env, projects }, VIRT);
    expect(acts(world)).toEqual([]);
  });

  it('shows it of an epic that nothing orders, too, and no more once that is unlinked', async () => {
    const world = new OrderWorld();
    world.addProject({}, ['VIRT-7']);
    world.issues = [anIssue('VIRT-7')];
    await refreshOrder(world.env, VIRT);
    expect(world.properties.get(VIRT)).toEqual({ state: 'ready', client: 'ACME' });
    world.epics.length = 0;
    await refreshOrder(world.env, VIRT);
    expect(world.properties.get(VIRT)).toEqual({});
  });

  it('writes nothing more, in a sweep either, where the clocks name another client', async () => {
    const world = new OrderWorld();
    world.addProject({}, ['VIRT-7']);
    world.issues = [anIssue('VIRT-7')];
    world.properties.set(VIRT, { client: 'BETA', slaState: 'met' });
    await refreshOrder(world.env, VIRT);
    const shown = { client: 'BETA', slaState: 'met', state: 'ready' };
    expect(world.properties.get(VIRT)).toEqual(shown);
    let writes = 0;
    const { env } = world;
    const setIssueProperty = async () => {
      writes += 1;
    };
    await refreshOrder({ ...env, asApp: { ...env.asApp, setIssueProperty } }, VIRT);
    expect(writes).toBe(0);
  });

  it('sets a forged property right, and puts it on record (D30)', async () => {
    const world = aWorld();
    await refreshOrder(world.env, VIRT);
    world.properties.set(VIRT, { state: 'ready' });
    await refreshOrder(world.env, VIRT);
    expect(world.properties.get(VIRT)).toEqual({ state: 'waiting', waitsFor: ['NET-12'] });
    expect(acts(world)).toEqual(['order.propertyRestored']);
  });

  it('names no blocker of a closed department in the property', async () => {
    const world = new OrderWorld();
    world.issues = ordered([anIssue('BCK-3'), anIssue('VIRT-7')], [['BCK-3', 'VIRT-7']]);
    await refreshOrder(world.env, VIRT);
    expect(world.properties.get(VIRT)).toEqual({ state: 'waiting' });
  });

  it('leaves issues alone that nothing orders', async () => {
    const world = new OrderWorld();
    world.issues = [anIssue('VIRT-7')];
    await refreshOrder(world.env, VIRT);
    expect(world.orderStates.states.size + world.properties.size).toBe(0);
  });

  it('looks at the successors when a blocker was finished, and not before', async () => {
    const world = aWorld();
    await refreshOrder(world.env, NET);
    world.pushed.length = 0;
    await refreshOrder(world.env, NET);
    expect(world.pushed).toEqual([]);
    set(world, done(), {});
    await refreshOrder(world.env, NET);
    expect(world.pushed).toEqual([`${VIRT} in 0 s`]);
  });

  it('looks at the successors of an issue that is gone, and forgets it (D5)', async () => {
    const world = aWorld();
    await refreshOrder(world.env, NET);
    world.issues = [];
    world.pushed.length = 0;
    await refreshOrder(world.env, NET);
    expect(world.pushed).toEqual([`${VIRT} in 0 s`]);
    expect(world.orderStates.states.size).toBe(0);
  });
});

describe('"you may start"', () => {
  it('is told once to the assignee, 60 s after the last blocker is done (D11, D12)', async () => {
    const world = aWorld();
    await refreshOrder(world.env, VIRT);
    set(world, done(), {});
    await refreshOrder(world.env, VIRT);
    expect(lines(world)).toEqual([]);
    expect(world.pushed.at(-1)).toBe(`${VIRT} in 60 s`);
    world.now = instant(NOW + 60_000);
    await refreshOrder(world.env, VIRT);
    await refreshOrder(world.env, VIRT);
    expect(lines(world)).toEqual(['oleg: VIRT-7 may start. Done: NET-12 (Network).']);
  });

  it('is not told of a blocker that was done for half a minute', async () => {
    const world = aWorld();
    await refreshOrder(world.env, VIRT);
    set(world, done(), {});
    await refreshOrder(world.env, VIRT);
    set(world, {}, {});
    world.now = instant(NOW + 30_000);
    await refreshOrder(world.env, VIRT);
    world.now = instant(NOW + 60_000);
    await refreshOrder(world.env, VIRT);
    expect(lines(world)).toEqual([]);
  });

  it.each([
    ['D5: deleted', (world: OrderWorld) => world.issues.filter(({ id }) => id !== NET)],
    ['D6: unlinked', (world: OrderWorld) => world.issues],
  ])('is told when its only blocker is %s, and then it is forgotten', async (_, left) => {
    const world = aWorld();
    await refreshOrder(world.env, VIRT);
    world.issues = left(world).map((issue) => ({ ...issue, links: [] }));
    await refreshOrder(world.env, VIRT);
    world.now = instant(NOW + 60_000);
    await refreshOrder(world.env, VIRT);
    expect(lines(world)).toEqual([expect.stringContaining('VIRT-7 may start.')]);
    expect(world.pushed.at(-1)).toBe(`${VIRT} in 5 s`);
    await refreshOrder(world.env, VIRT);
    expect(world.orderStates.states.has(VIRT)).toBe(false);
    expect(world.properties.get(VIRT)).toEqual({});
  });

  it('is withdrawn when the blocker is opened again (D9)', async () => {
    const world = aWorld();
    await refreshOrder(world.env, VIRT);
    set(world, done(), {});
    await refreshOrder(world.env, VIRT);
    world.now = instant(NOW + 60_000);
    await refreshOrder(world.env, VIRT);
    set(world, {}, {});
    await refreshOrder(world.env, VIRT);
    expect(lines(world)).toEqual([
      'oleg: VIRT-7 may start. Done: NET-12 (Network).',
      'oleg: VIRT-7 has to wait again. Not done any more: NET-12 (Network).',
    ]);
  });

  it('is a comment too where the department wants that', async () => {
    const world = aWorld();
    world.order.site = { ...DEFAULT_SITE, commentsIn: ['VIRT'] };
    await refreshOrder(world.env, VIRT);
    set(world, done(), {});
    await refreshOrder(world.env, VIRT);
    world.now = instant(NOW + 60_000);
    await refreshOrder(world.env, VIRT);
    await refreshOrder(world.env, VIRT);
    expect(world.comments).toEqual([`${VIRT}: VIRT-7 may start. Done: NET-12 (Network).`]);
  });
});

describe('the guard', () => {
  const moveBack = (world: OrderWorld) => {
    const policies = [{ ...DEFAULT_POLICY, guard: 'moveBack' as const }];
    world.order.site = { ...DEFAULT_SITE, rules: { ...DEFAULT_RULES, policies } };
  };

  it('flags a start past the rule, once (D19)', async () => {
    const world = aWorld();
    await refreshOrder(world.env, VIRT);
    set(world, {}, running());
    await refreshOrder(world.env, VIRT);
    await refreshOrder(world.env, VIRT);
    expect(acts(world)).toEqual(['order.flag']);
    expect(world.properties.get(VIRT)).toMatchObject({ state: 'suspect' });
    expect(lines(world)).toEqual([
      'oleg: VIRT-7 runs out of order: it still has something to wait for.',
    ]);
    expect(world.movedBack).toEqual([]);
  });

  it('moves it back with a comment where the policy says so', async () => {
    const world = aWorld();
    moveBack(world);
    await refreshOrder(world.env, VIRT);
    set(world, {}, running());
    await refreshOrder(world.env, VIRT);
    expect(world.movedBack).toEqual([`${VIRT} to ${status('todo').id}`]);
    expect(world.comments).toEqual([
      `${VIRT}: The TAM app moved this back: it was started out of order.
VIRT-7 can't start yet. It waits for NET-12 (Network, In progress, not assigned). Urgent? Ask for a pass in the TAM panel.`,
    ]);
    expect(acts(world)).toEqual(['order.moveBack']);
  });

  it('moves nothing back whose blocker was opened again after the start (D8)', async () => {
    const world = aWorld();
    moveBack(world);
    set(world, done(instant(NOW - HOUR)), {});
    await refreshOrder(world.env, VIRT);
    const net = { ...running(), assignee: { accountId: 'anna', name: 'Anna', avatarUrl: null } };
    set(world, net, running(instant(NOW - 60_000)));
    await refreshOrder(world.env, VIRT);
    expect(world.movedBack).toEqual([]);
    expect(acts(world)).toEqual(['order.flag']);
    expect(lines(world)).toEqual([
      'oleg: VIRT-7 runs out of order: it still has something to wait for.',
      'anna: NET-12 is open again, and work that waited for it has begun already.',
    ]);
  });

  it('says nothing of a start by pass, and uses a pass up that no rule has asked for', async () => {
    const world = aWorld();
    await refreshOrder(world.env, VIRT);
    world.order.passes.push({
      ...{ id: 'pass-1', issueId: VIRT, gate: 'start', tokens: [NET], clientProjectId: null },
      ...{ issuedBy: 'tam', reason: 'The client agreed', issuedAt: instant(NOW - HOUR) },
      ...{ expiresAt: instant(NOW + HOUR), usedAt: null, revokedAt: null, revokedBy: null },
    });
    set(world, {}, running());
    await refreshOrder(world.env, VIRT);
    expect(acts(world)).toEqual([]);
    expect(world.order.passes[0]?.usedAt).toBe(NOW);
    expect(world.properties.get(VIRT)).toMatchObject({ state: 'running' });
  });
});
