import type { Issue } from '../../../src/core/issue';
import { DEFAULT_POLICY, DEFAULT_RULES } from '../../../src/core/order/policy/order-policy';
import { DEFAULT_SITE, type OrderSite } from '../../../src/core/order/policy/order-site';
import { instant } from '../../../src/core/time';
import { judgeTransition } from '../../../src/usecases/order/rule/judge-transition';
import { JiraBusyError } from '../../../src/usecases/ports/jira-busy-error';
import { NO_ISSUE_ORDER, type StoredPass } from '../../../src/usecases/ports/order-ports';
import { anIssue, idOf, ordered, status } from '../../builders/issues';
import { NOW, OrderWorld } from '../../builders/order-world';

/** NET-12 in progress before VIRT-7, which is to do. */
function worldOf(blocker: Partial<Issue> = { status: status('inProgress') }): OrderWorld {
  const world = new OrderWorld();
  world.issues = ordered([anIssue('NET-12', blocker), anIssue('VIRT-7')], [['NET-12', 'VIRT-7']]);
  return world;
}

function siteWith(
  policy: Partial<typeof DEFAULT_POLICY>,
  rules: Partial<typeof DEFAULT_RULES> = {},
): OrderSite {
  const policies = [{ ...DEFAULT_POLICY, ...policy }];
  return { ...DEFAULT_SITE, rules: { ...DEFAULT_RULES, policies, ...rules } };
}

const move = (world: OrderWorld, to: 'inProgress' | 'done' = 'inProgress') =>
  judgeTransition(world.env, {
    issueKey: 'VIRT-7',
    toStatusId: status(to).id,
    mover: { kind: 'unknown' },
    gates: ['start', 'finish'],
  });

const isAllowed = async (world: OrderWorld, to: 'inProgress' | 'done' = 'inProgress') =>
  (await move(world, to)).allowed;

function aPass(changes: Partial<StoredPass> = {}): StoredPass {
  return {
    ...{ id: 'pass-1', issueId: idOf('VIRT-7'), gate: 'start', tokens: [idOf('NET-12')] },
    ...{ clientProjectId: 'id-ACME', issuedBy: 'tam', reason: 'The client agreed', issuedAt: NOW },
    ...{ expiresAt: instant(NOW + 3_600_000), usedAt: null, revokedAt: null, revokedBy: null },
    ...changes,
  };
}

describe('a pass', () => {
  it('lets one move through, once, and is on record (D33)', async () => {
    const world = worldOf();
    world.order.passes.push(aPass());
    expect(await isAllowed(world)).toBe(true);
    expect(world.audited).toEqual([
      expect.objectContaining({ act: 'order.spendPass', issueId: idOf('VIRT-7') }),
    ]);
    expect(await isAllowed(world)).toBe(false);
  });

  it('lets one of two moves through that come at once', async () => {
    const world = worldOf();
    world.order.passes.push(aPass());
    const verdicts = await Promise.all([isAllowed(world), isAllowed(world)]);
    expect(verdicts.sort()).toEqual([false, true]);
  });

  it('is good again when the move that it let through never came', async () => {
    const world = worldOf();
    world.order.passes.push(aPass());
    expect(await isAllowed(world)).toBe(true);
    world.now = instant(NOW + 30_000);
    await expect(move(world)).resolves.toMatchObject({
      text: expect.stringContaining('A pass let VIRT-7 through a moment ago'),
    });
    world.now = instant(NOW + 60_000);
    world.calls.length = 0;
    const verdicts = await Promise.all([isAllowed(world), isAllowed(world)]);
    expect(verdicts.sort()).toEqual([false, true]);
    expect(world.calls.filter((call) => call.includes('findHistory'))).toHaveLength(2);
    expect(world.order.passes[0]?.usedAt).toBe(world.now);
  });

  it('stays used when its issue has moved since, or when nobody can tell', async () => {
    const world = worldOf();
    world.order.passes.push(aPass());
    expect(await isAllowed(world)).toBe(true);
    world.now = instant(NOW + 600_000);
    world.moves.set(idOf('VIRT-7'), [instant(NOW + 1000), instant(NOW + 300_000)]);
    await expect(move(world)).resolves.toMatchObject({ text: expect.stringContaining('NET-12') });
    world.moves.clear();
    expect(await isAllowed(world)).toBe(true);
  });

  it('is not spent on a move that is allowed anyway', async () => {
    const world = worldOf({ status: status('done') });
    world.order.passes.push(aPass());
    expect(await isAllowed(world)).toBe(true);
    expect(world.order.passes[0]?.usedAt).toBeNull();
  });

  it('is worth nothing once another blocker was linked (D34)', async () => {
    const world = worldOf();
    world.order.passes.push(aPass());
    world.issues = ordered(
      [anIssue('NET-12'), anIssue('BCK-3'), anIssue('VIRT-7')],
      [
        ['NET-12', 'VIRT-7'],
        ['BCK-3', 'VIRT-7'],
      ],
    );
    expect(await isAllowed(world)).toBe(false);
  });

  it('for the start does not open the finish gate (D36)', async () => {
    const world = worldOf();
    world.order.site = siteWith({ gates: { start: true, finish: true } });
    world.order.passes.push(aPass());
    expect(await isAllowed(world, 'done')).toBe(false);
  });
});

describe('a cancelled blocker', () => {
  const cancelled = { status: status('done'), resolution: { id: '10001', name: "Won't Do" } };

  it('does not let its successor start by itself (D10)', async () => {
    expect(await isAllowed(worldOf(cancelled))).toBe(false);
  });

  it('does once the TAM has confirmed it', async () => {
    const world = worldOf(cancelled);
    world.order.confirmations.push({
      ...{ successorId: idOf('VIRT-7'), blockerId: idOf('NET-12'), closedAsId: '10001' },
      ...{ by: 'tam', at: NOW },
    });
    expect(await isAllowed(world)).toBe(true);
  });
});

describe('the gates', () => {
  it('let To Do go straight to Done while the finish gate is off', async () => {
    expect(await isAllowed(worldOf(), 'done')).toBe(true);
  });

  it('refuse Done while the finish gate is on', async () => {
    const world = worldOf();
    world.order.site = siteWith({ gates: { start: true, finish: true } });
    expect(await isAllowed(world, 'done')).toBe(false);
  });

  it('hold only links within a client project where a policy says so', async () => {
    const world = worldOf();
    world.order.site = siteWith({ scope: { kind: 'clientProjects', ids: null } });
    expect(await isAllowed(world)).toBe(true);
    world.addProject({}, ['NET-12', 'VIRT-7']);
    expect(await isAllowed(world)).toBe(false);
  });

  it('hold where only links out of the client project close a circle (D1)', async () => {
    const world = worldOf();
    world.order.site = siteWith({ scope: { kind: 'clientProjects', ids: null } });
    world.issues = ordered(
      ['NET-12', 'VIRT-7', 'BCK-3'].map((key) => anIssue(key)),
      [
        ['NET-12', 'VIRT-7'],
        ['VIRT-7', 'BCK-3'],
        ['BCK-3', 'NET-12'],
      ],
    );
    world.addProject({}, ['NET-12', 'VIRT-7']);
    expect(await isAllowed(world)).toBe(false);
  });

  it('stay closed before the date that was set, to the millisecond (D39)', async () => {
    const world = worldOf({ status: status('done') });
    const nothing = NO_ISSUE_ORDER;
    world.order.issueOrders.set(idOf('VIRT-7'), { ...nothing, notBefore: instant(NOW + 1) });
    expect(await isAllowed(world)).toBe(false);
    world.order.issueOrders.set(idOf('VIRT-7'), { ...nothing, notBefore: NOW });
    expect(await isAllowed(world)).toBe(true);
  });
});

describe('when Jira does not answer and the rules say to refuse', () => {
  it('refuses with a text that says why (D31)', async () => {
    const world = worldOf();
    world.order.site = siteWith({}, { onUncertain: 'refuse' });
    world.failWith = new JiraBusyError(30, 'jira-burst-based');
    expect(await move(world)).toEqual({
      allowed: false,
      text: 'VIRT-7 was not moved: Jira or the app gave no answer in time, so nobody can tell what it waits for. Try again in a minute.',
    });
    expect(world.warnings).toEqual(['refused unjudged']);
  });

  it('says whom to ask where the app may not read the issue itself (D31)', async () => {
    const world = worldOf();
    world.order.site = siteWith({}, { onUncertain: 'refuse' });
    world.issues = [];
    const verdict = await move(world);
    expect(verdict.allowed ? '' : verdict.text).toContain("the app can't read it");
  });
});
