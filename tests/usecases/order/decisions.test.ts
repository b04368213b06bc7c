import type { OrderActRequest } from '../../../src/contract/order-acts';
import { instant } from '../../../src/core/time';
import { decideOrder } from '../../../src/usecases/order/decisions/decide-order';
import { removeOrder } from '../../../src/usecases/order/decisions/remove-order';
import { setOrder } from '../../../src/usecases/order/decisions/set-order';
import { NO_ISSUE_ORDER } from '../../../src/usecases/ports/order-ports';
import { isAllowed, NET, panel, VIRT, worldOf } from '../../builders/decision-world';
import { anIssue, blockedBy, idOf, ordered, status } from '../../builders/issues';
import { NOW, type OrderWorld } from '../../builders/order-world';

const DAY = 86_400_000;

const WONT_DO = { id: '10001', name: "Won't Do" };

const decide = (world: OrderWorld, request: OrderActRequest) =>
  decideOrder(world.env, VIRT, request);

const REQUESTS: readonly OrderActRequest[] = [
  { kind: 'confirmCancelled', blockerId: NET },
  { kind: 'setNotBefore', at: '2026-12-01T10:00:00Z' },
  { kind: 'setLag', blockerId: NET, lag: { kind: 'workingDays', days: 2 } },
  { kind: 'keepCopied', blockerId: NET },
  { kind: 'removeCopied', blockerId: NET },
  { kind: 'restoreLink', blockerId: NET },
];

describe('decideOrder', () => {
  it.each(REQUESTS)('refuses $kind to whoever is neither TAM nor deputy', async (request) => {
    const world = worldOf();
    world.viewerId = 'engineer';
    await expect(decide(world, request)).resolves.toMatchObject({
      problem: { code: 'notAllowed' },
    });
    expect([world.audited, world.linked, world.pushed]).toEqual([[], [], []]);
  });
});

describe('a cancelled blocker (D10)', () => {
  const cancelled = { category: 'done', status: status('done'), resolution: WONT_DO } as const;

  it('holds the start until the TAM says that nobody need wait for it', async () => {
    const world = worldOf(cancelled);
    expect((await panel(world)).start).toMatchObject({
      state: 'waiting',
      waitsFor: [{ key: 'NET-12', why: { kind: 'notReleasing', closedAs: "Won't Do" } }],
    });
    await expect(
      decide(world, { kind: 'confirmCancelled', blockerId: NET }),
    ).resolves.toMatchObject({ ok: true });
    expect(world.audited).toMatchObject([
      { act: 'order.confirmCancelled', actorAccountId: 'tam', issueId: VIRT },
    ]);
    expect(await isAllowed(world)).toBe(true);
  });

  it('is decided on by the lead where the issue belongs to no client project', async () => {
    const world = worldOf(cancelled);
    world.projects.length = 0;
    world.epics.length = 0;
    world.departments = world.departments.map((one) => ({ ...one, leadAccountId: 'oleg' }));
    world.viewerId = 'anna';
    const answer = await decide(world, { kind: 'confirmCancelled', blockerId: NET });
    expect(answer).toMatchObject({ problem: { code: 'notAllowed' } });
    world.viewerId = 'oleg';
    expect((await panel(world)).order).toMatchObject({ mayDecide: true });
    expect((await decide(world, { kind: 'confirmCancelled', blockerId: NET })).ok).toBe(true);
    expect(await isAllowed(world)).toBe(true);
  });

  it('cannot be confirmed before it is cancelled', async () => {
    const world = worldOf();
    await expect(
      decide(world, { kind: 'confirmCancelled', blockerId: NET }),
    ).resolves.toMatchObject({ problem: { code: 'conflict' } });
    expect(world.order.confirmations).toEqual([]);
  });
});

describe('a date (D39)', () => {
  const at = '2026-11-24T22:00:00.000Z';

  it('keeps the gate closed until then, in the panel and for the rule, and can be taken away', async () => {
    const world = worldOf({ status: status('done') });
    await decide(world, { kind: 'setNotBefore', at });
    const { start, order } = await panel(world);
    expect(start).toMatchObject({ state: 'waiting', waitsFor: [], notBefore: at, opensAt: at });
    expect(order).toMatchObject({ notBefore: at, refused: ['start'] });
    expect(await isAllowed(world)).toBe(false);
    world.now = instant(Date.parse(at));
    expect(await isAllowed(world)).toBe(true);
    world.now = NOW;
    await decide(world, { kind: 'setNotBefore', at: null });
    expect((await panel(world)).start?.state).toBe('ready');
  });

  it('lies in the future', async () => {
    const world = worldOf();
    await expect(
      decide(world, { kind: 'setNotBefore', at: '2026-11-23T12:00:00Z' }),
    ).resolves.toMatchObject({ problem: { fields: { at: expect.any(String) } } });
  });
});

describe('a lag of one link (D38)', () => {
  it('opens the gate so long after the blocker is done, and is shown with its time', async () => {
    const done = { status: status('done'), categorySince: instant(NOW - DAY) };
    const world = worldOf();
    const net = anIssue('NET-12', done);
    world.issues = [net, anIssue('VIRT-7', { links: [blockedBy(net)] })];
    const lag = { kind: 'workingDays', days: 2 } as const;
    await expect(decide(world, { kind: 'setLag', blockerId: NET, lag })).resolves.toMatchObject({
      ok: true,
    });
    // Every day counts without a calendar: done on 22 November at noon, two days later.
    const until = '2026-11-24T12:00:00.000Z';
    const { start, order } = await panel(world);
    expect(start).toMatchObject({
      state: 'waiting',
      waitsFor: [{ key: 'NET-12', why: { kind: 'lag', until } }],
      opensAt: until,
    });
    expect(order?.links).toEqual([{ blockerId: NET, blockerKey: 'NET-12', lag }]);
    expect(await isAllowed(world)).toBe(false);
    await decide(world, { kind: 'setLag', blockerId: NET, lag: null });
    expect(await isAllowed(world)).toBe(true);
  });

  it('needs a link', async () => {
    const world = worldOf();
    await expect(
      decide(world, { kind: 'setLag', blockerId: idOf('BCK-3'), lag: null }),
    ).resolves.toMatchObject({ problem: { code: 'notFound' } });
  });
});

describe('a copied link (D25)', () => {
  /** VIRT-7 is a copy of VIRT-1, and both are blocked by NET-12. */
  function copied(): OrderWorld {
    const world = worldOf();
    const net = anIssue('NET-12');
    const original = anIssue('VIRT-1', { links: [blockedBy(net, { id: 'link-1' })] });
    const clone = { typeId: '10001', typeName: 'Cloners', end: 'outward' } as const;
    world.issues = [
      net,
      original,
      anIssue('VIRT-7', {
        links: [blockedBy(net, { id: 'link-7' }), { ...clone, id: 'clone', other: original }],
      }),
    ];
    return world;
  }

  it('counts and is asked about, until somebody keeps it', async () => {
    const world = copied();
    world.projects.length = 0;
    world.addProject({}, ['NET-12', 'VIRT-7', 'VIRT-1']);
    expect((await panel(world)).start).toMatchObject({
      state: 'waiting',
      flags: [{ kind: 'suspectLink', blockerId: NET, copiedFrom: 'VIRT-1' }],
    });
    await decide(world, { kind: 'keepCopied', blockerId: NET });
    expect(world.order.issueOrders.get(VIRT)).toEqual({
      ...NO_ISSUE_ORDER,
      keptLinkIds: ['link-7'],
    });
    expect((await panel(world)).start).toMatchObject({ state: 'waiting', flags: [] });
  });

  it('is removed from Jira when it means nothing', async () => {
    const world = copied();
    await decide(world, { kind: 'removeCopied', blockerId: NET });
    expect(world.linked).toEqual(['deleted link-7']);
    expect(world.audited).toMatchObject([{ act: 'order.removeCopied' }]);
    expect(world.pushed).toEqual([`${VIRT} in 0 s`, `${NET} in 0 s`]);
  });
});

describe('a planned link that was removed by hand (D6)', () => {
  it('is missed in the panel and restored by one click', async () => {
    const world = worldOf();
    world.issues = ordered([anIssue('NET-12'), anIssue('VIRT-7')], []);
    await setOrder(world.env, VIRT, { successorId: VIRT, blockerId: NET });
    // Jira of this test forgets the link, as if somebody had taken it away.
    expect((await panel(world)).order?.removed).toEqual([{ blockerId: NET, blockerKey: 'NET-12' }]);
    await decide(world, { kind: 'restoreLink', blockerId: NET });
    expect(world.linked).toEqual([`${NET} blocks ${VIRT}`, `${NET} blocks ${VIRT}`]);
  });

  it('is not missed by others, nor where the TAM took it away himself', async () => {
    const world = worldOf();
    await setOrder(world.env, VIRT, { successorId: VIRT, blockerId: NET });
    await removeOrder(world.env, VIRT, { successorId: VIRT, blockerId: NET });
    world.issues = ordered([anIssue('NET-12'), anIssue('VIRT-7')], []);
    expect((await panel(world)).order?.removed).toEqual([]);
    await setOrder(world.env, VIRT, { successorId: VIRT, blockerId: NET });
    world.viewerId = 'engineer';
    expect((await panel(world)).order?.removed).toEqual([]);
  });
});
