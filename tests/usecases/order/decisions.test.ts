import type { OrderActRequest } from '../../../src/contract/order-acts';
import type { Issue } from '../../../src/core/issue';
import {
  DEFAULT_POLICY,
  DEFAULT_RULES,
  type OrderPolicy,
} from '../../../src/core/order/order-policy';
import { DEFAULT_SITE } from '../../../src/core/order/order-site';
import { instant } from '../../../src/core/time';
import { loadPanel } from '../../../src/usecases/load-panel';
import { answerQuestions } from '../../../src/usecases/order/answer-questions';
import { decideOrder } from '../../../src/usecases/order/decide-order';
import { judgeTransition } from '../../../src/usecases/order/judge-transition';
import { NO_ISSUE_ORDER } from '../../../src/usecases/ports/order-ports';
import { removeOrder } from '../../../src/usecases/remove-order';
import { setOrder } from '../../../src/usecases/set-order';
import { anIssue, blockedBy, idOf, ordered, status } from '../../builders/issues';
import { NOW, OrderWorld } from '../../builders/order-world';

const DAY = 86_400_000;
const [NET, VIRT] = [idOf('NET-12'), idOf('VIRT-7')];
const WONT_DO = { id: '10001', name: "Won't Do" };

/** NET-12 before VIRT-7, both epics of ACME, seen by its TAM. */
function worldOf(net: Partial<Issue> = {}, policy: Partial<OrderPolicy> = {}): OrderWorld {
  const world = new OrderWorld();
  world.addProject({}, ['NET-12', 'VIRT-7']);
  world.issues = ordered([anIssue('NET-12', net), anIssue('VIRT-7')], [['NET-12', 'VIRT-7']]);
  const policies = [{ ...DEFAULT_POLICY, ...policy }];
  world.order.site = { ...DEFAULT_SITE, rules: { ...DEFAULT_RULES, policies } };
  return world;
}

async function panel(world: OrderWorld, key = 'VIRT-7') {
  const answer = await loadPanel(world.env, idOf(key));
  if (!answer.ok) throw new Error(answer.problem.text);
  return answer.value;
}

const decide = (world: OrderWorld, request: OrderActRequest) =>
  decideOrder(world.env, VIRT, request);

const isAllowed = async (world: OrderWorld) => {
  const verdict = await judgeTransition(world.env, {
    issueKey: 'VIRT-7',
    toStatusId: status('inProgress').id,
    mover: { kind: 'unknown' },
    gates: ['start'],
  });
  return verdict.allowed;
};

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

describe('the panel', () => {
  it("asks the site's own rules: a soft link warns and holds nothing (D37)", async () => {
    const world = worldOf({}, { linkTypes: [{ typeId: null, hardness: 'soft' }] });
    const { start, order, project } = await panel(world);
    expect(start).toMatchObject({
      state: 'ready',
      flags: [{ kind: 'soft', issues: { keys: ['NET-12'] } }],
    });
    expect(order?.refused).toEqual([]);
    const rows = project?.departments.flatMap(({ epics }) => epics);
    expect(rows?.find(({ key }) => key === 'VIRT-7')?.blockers).toMatchObject([{ state: 'loose' }]);
  });

  it('goes by the categories that a department gave its statuses (D23)', async () => {
    const world = worldOf({ status: status('inProgress') });
    const rules = { ...DEFAULT_RULES, statusMaps: { NET: { '3': 'done' as const } } };
    world.order.site = { ...DEFAULT_SITE, rules };
    expect((await panel(world)).start?.state).toBe('ready');
  });

  it('lists only open blockers, and says how many are done (D11)', async () => {
    const world = worldOf();
    world.issues = ordered(
      [anIssue('NET-12', { category: 'done' }), anIssue('BCK-3'), anIssue('VIRT-7')],
      [
        ['NET-12', 'VIRT-7'],
        ['BCK-3', 'VIRT-7'],
      ],
    );
    expect((await panel(world)).start).toMatchObject({
      waitsFor: [{ key: 'BCK-3' }],
      progress: { done: 1, total: 2 },
    });
  });

  it('answers for the finish gate where it is on (D8)', async () => {
    const world = worldOf(
      { status: status('inProgress') },
      { gates: { start: true, finish: true } },
    );
    world.issues = ordered(
      [anIssue('NET-12'), anIssue('VIRT-7', { category: 'inProgress' })],
      [['NET-12', 'VIRT-7']],
    );
    const { start, order } = await panel(world);
    expect(start).toMatchObject({
      state: 'suspect',
      flags: [{ kind: 'startedBeforeDone', issues: { keys: ['NET-12'] } }],
      finish: { gate: 'finish', waitsFor: [{ key: 'NET-12' }] },
    });
    expect(order?.refused).toEqual(['finish']);
  });

  it('flags a link between a parent and its child, which orders nothing (D2)', async () => {
    const world = worldOf();
    const [net, virt] = ordered(
      [anIssue('NET-12'), anIssue('VIRT-7', { parentId: NET })],
      [['NET-12', 'VIRT-7']],
    ) as [Issue, Issue];
    world.issues = [net, virt];
    expect((await panel(world)).start).toMatchObject({
      state: 'ready',
      flags: [{ kind: 'familyLink', issues: { keys: ['NET-12'] } }],
    });
  });

  it('names nothing of a blocker that its reader may not browse, and holds all the same (D4)', async () => {
    const world = worldOf();
    world.viewerId = 'engineer';
    world.hidden = ['NET-12'];
    world.stubsOfHidden = 'shown';
    const view = await panel(world);
    expect(view.start).toMatchObject({
      state: 'waiting',
      waitsFor: [],
      hidden: [{ department: 'Network', count: 1 }],
    });
    expect(JSON.stringify(view)).not.toContain('NET-12');
  });

  it('gives nothing but the generic line to whoever may not browse the issue itself (D47)', async () => {
    const world = worldOf();
    world.hidden = ['VIRT-7'];
    const answer = await loadPanel(world.env, VIRT);
    expect(answer).toMatchObject({ ok: false, problem: { code: 'notFound' } });
    expect(JSON.stringify(answer)).not.toContain('NET-12');
  });

  it('shows due dates that contradict the order, and the date that would do (D40)', async () => {
    const world = worldOf();
    world.issues = ordered(
      [anIssue('NET-12', { dueDate: '2026-11-26' }), anIssue('VIRT-7', { dueDate: '2026-11-25' })],
      [['NET-12', 'VIRT-7']],
    );
    expect((await panel(world)).order?.dueConflicts).toEqual([
      {
        ...{ blockerKey: 'NET-12', blockerEnd: '2026-11-26' },
        ...{ successorKey: 'VIRT-7', successorDue: '2026-11-25', proposed: '2026-11-26' },
      },
    ]);
  });

  it('counts the lag that the departments have agreed on (D38, D40)', async () => {
    const lag = { kind: 'workingDays', days: 2 } as const;
    const world = worldOf({}, { lags: [{ fromProjectKey: 'NET', toProjectKey: null, lag }] });
    world.issues = ordered(
      [anIssue('NET-12', { dueDate: '2026-11-26' }), anIssue('VIRT-7', { dueDate: '2026-11-26' })],
      [['NET-12', 'VIRT-7']],
    );
    // No department has a calendar here, so every day counts.
    expect((await panel(world)).order?.dueConflicts).toMatchObject([{ proposed: '2026-11-28' }]);
  });

  it('takes equal dates and missing ones for no conflict (D40, D41)', async () => {
    const world = worldOf();
    for (const [net, virt] of [
      ['2026-11-25', '2026-11-25'],
      [null, '2026-11-25'],
      ['2026-11-25', null],
    ] as const) {
      world.issues = ordered(
        [anIssue('NET-12', { dueDate: net }), anIssue('VIRT-7', { dueDate: virt })],
        [['NET-12', 'VIRT-7']],
      );
      expect((await panel(world)).order?.dueConflicts).toEqual([]);
    }
  });
});

describe('answerQuestions', () => {
  it('tells where the waiting begins and what becomes ready', async () => {
    const world = worldOf();
    world.issues = ordered(
      ['NET-12', 'VIRT-7', 'UNIX-3', 'BCK-3', 'BCK-4'].map((key) => anIssue(key)),
      [
        ['NET-12', 'UNIX-3'],
        ['UNIX-3', 'VIRT-7'],
        ['VIRT-7', 'BCK-3'],
        ['VIRT-7', 'BCK-4'],
        ['NET-12', 'BCK-4'],
      ],
    );
    world.hidden = ['BCK-3'];
    await expect(answerQuestions(world.env, VIRT)).resolves.toEqual({
      ok: true,
      value: {
        roots: { keys: ['NET-12'], hidden: [], unreadable: 0 },
        ready: { keys: [], hidden: [{ department: 'Backup', count: 1 }], unreadable: 0 },
        later: [],
        isCut: false,
      },
    });
  });
});
