import { DEFAULT_POLICY, DEFAULT_RULES } from '../../src/core/order/policy/order-policy';
import { DEFAULT_SITE } from '../../src/core/order/policy/order-site';
import { removeOrder } from '../../src/usecases/order/decisions/remove-order';
import { setOrder } from '../../src/usecases/order/decisions/set-order';
import { anIssue, blockedBy, blocks, idOf, ordered } from '../builders/issues';
import { OrderWorld } from '../builders/order-world';

const EPICS = ['NET-12', 'VIRT-7', 'UNIX-1'];

const world = (pairs: readonly [string, string][] = [], others: readonly string[] = []) => {
  const made = new OrderWorld();
  made.issues = ordered(
    [...EPICS, ...others].map((key) => anIssue(key)),
    pairs,
  );
  made.addProject({}, EPICS);
  return made;
};

const say = (made: OrderWorld, successor: string, blocker: string) =>
  setOrder(made.env, idOf('NET-12'), {
    successorId: idOf(successor),
    blockerId: idOf(blocker),
  });

describe('setOrder', () => {
  it('makes "blocker blocks successor" in Jira and writes down who did', async () => {
    const made = world();
    expect(await say(made, 'VIRT-7', 'NET-12')).toEqual({ ok: true, value: null });
    expect(made.linked).toEqual([`${idOf('NET-12')} blocks ${idOf('VIRT-7')}`]);
    expect(made.audited).toMatchObject([
      { act: 'setOrder', actorAccountId: 'tam', issueId: idOf('VIRT-7') },
    ]);
  });

  it('changes nothing when it is so already', async () => {
    const made = world([['NET-12', 'VIRT-7']]);
    expect((await say(made, 'VIRT-7', 'NET-12')).ok).toBe(true);
    expect([made.linked, made.audited]).toEqual([[], []]);
  });

  it('refuses an issue before itself (D2)', async () => {
    expect(await say(world(), 'VIRT-7', 'VIRT-7')).toMatchObject({
      problem: { text: "VIRT-7 can't wait for itself." },
    });
  });

  it('refuses parent and child (D2)', async () => {
    const made = world();
    made.issues = made.issues.map((issue) =>
      issue.key === 'VIRT-7' ? { ...issue, parentId: idOf('NET-12') } : issue,
    );
    for (const [successor, blocker] of [
      ['VIRT-7', 'NET-12'],
      ['NET-12', 'VIRT-7'],
    ] as const) {
      const answer = await say(made, successor, blocker);
      expect(answer).toMatchObject({ problem: { code: 'invalid' } });
    }
    expect(made.linked).toEqual([]);
  });

  it('refuses what closes a circle and shows its path (D1)', async () => {
    const made = world([
      ['NET-12', 'VIRT-7'],
      ['VIRT-7', 'UNIX-1'],
    ]);
    expect(await say(made, 'NET-12', 'UNIX-1')).toMatchObject({
      problem: {
        code: 'conflict',
        text: expect.stringContaining('NET-12 → VIRT-7 → UNIX-1 → NET-12'),
      },
    });
    expect(made.linked).toEqual([]);
  });

  it('refuses what closes a circle through a link of another type that some policy gates', async () => {
    const waits = { typeId: '10077', typeName: 'Has to precede' };
    const gates = (hardness: 'hard' | 'soft') => {
      const made = world();
      const policies = [
        DEFAULT_POLICY,
        { ...DEFAULT_POLICY, key: 'other', linkTypes: [{ typeId: waits.typeId, hardness }] },
      ];
      made.order.site = { ...DEFAULT_SITE, rules: { ...DEFAULT_RULES, policies } };
      made.issues = [
        anIssue('NET-12', { links: [blocks(anIssue('VIRT-7'), waits)] }),
        anIssue('VIRT-7', { links: [blockedBy(anIssue('NET-12'), waits)] }),
        anIssue('UNIX-1'),
      ];
      return made;
    };
    expect(await say(gates('hard'), 'NET-12', 'VIRT-7')).toMatchObject({
      problem: { text: expect.stringContaining('NET-12 → VIRT-7 → NET-12') },
    });
    expect((await say(gates('soft'), 'NET-12', 'VIRT-7')).ok).toBe(true);
  });

  it('refuses a circle of hard links although a soft one is the shorter way', async () => {
    const soft = { typeId: '10077', typeName: 'Better before' };
    const made = world(
      [
        ['NET-12', 'BCK-3'],
        ['BCK-3', 'VIRT-7'],
      ],
      ['BCK-3'],
    );
    const linkTypes = [
      ...DEFAULT_POLICY.linkTypes,
      { typeId: soft.typeId, hardness: 'soft' as const },
    ];
    const policies = [{ ...DEFAULT_POLICY, linkTypes }];
    made.order.site = { ...DEFAULT_SITE, rules: { ...DEFAULT_RULES, policies } };
    made.issues = made.issues.map((issue) =>
      issue.key === 'NET-12'
        ? { ...issue, links: [...issue.links, blocks(anIssue('VIRT-7'), soft)] }
        : issue,
    );
    expect(await say(made, 'NET-12', 'VIRT-7')).toMatchObject({
      problem: { text: expect.stringContaining('NET-12 → BCK-3 → VIRT-7 → NET-12') },
    });
  });

  it('refuses a circle through an issue that the TAM may not see, without naming it', async () => {
    const made = world(
      [
        ['NET-12', 'BCK-3'],
        ['BCK-3', 'UNIX-1'],
      ],
      ['BCK-3'],
    );
    made.hidden = ['BCK-3'];
    const answer = await say(made, 'NET-12', 'UNIX-1');
    expect(answer).toMatchObject({
      problem: {
        text: expect.stringContaining("NET-12 → an item you can't see → UNIX-1 → NET-12"),
      },
    });
    expect(JSON.stringify(answer)).not.toContain('BCK');
  });

  it('refuses issues that are not linked into this client project', async () => {
    const made = world([], ['DBA-1']);
    expect(await say(made, 'DBA-1', 'NET-12')).toMatchObject({ problem: { code: 'notFound' } });
  });

  it('refuses everybody but the TAM and deputies, Jira administrators too', async () => {
    for (const [viewerId, ok] of [
      ['tam', true],
      ['deputy', true],
      ['manager', false],
      ['engineer', false],
    ] as const) {
      const made = world();
      made.viewerId = viewerId;
      made.isJiraAdmin = true;
      made.administersTam = true;
      expect([viewerId, (await say(made, 'VIRT-7', 'NET-12')).ok]).toEqual([viewerId, ok]);
    }
  });
});

describe('removeOrder', () => {
  const request = { successorId: idOf('VIRT-7'), blockerId: idOf('NET-12') };

  it('removes every link of the pair in this direction, and no other', async () => {
    const made = world([
      ['NET-12', 'VIRT-7'],
      ['VIRT-7', 'UNIX-1'],
    ]);
    const network = anIssue('NET-12');
    made.issues = made.issues.map((issue) =>
      issue.key === 'VIRT-7'
        ? { ...issue, links: [...issue.links, blockedBy(network, { id: 'second' })] }
        : issue,
    );
    await removeOrder(made.env, idOf('NET-12'), request);
    expect(made.linked).toEqual(['deleted NET-12-in', 'deleted second']);
  });

  it('is content when there is none', async () => {
    const made = world();
    expect((await removeOrder(made.env, idOf('NET-12'), request)).ok).toBe(true);
    expect(made.audited).toEqual([]);
  });
});
