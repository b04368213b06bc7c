import type { WhatIfChange, WhatIfView } from '../../../src/contract/what-if';
import type { Issue } from '../../../src/core/issue';
import { DEFAULT_POLICY, DEFAULT_RULES } from '../../../src/core/order/order-policy';
import { DEFAULT_SITE } from '../../../src/core/order/order-site';
import { instant } from '../../../src/core/time';
import { openClientProject } from '../../../src/usecases/open-client-project';
import { applyWhatIf } from '../../../src/usecases/order/apply-what-if';
import { changeWhatIf } from '../../../src/usecases/order/change-what-if';
import { loadWhatIf } from '../../../src/usecases/order/load-what-if';
import { JiraBusyError } from '../../../src/usecases/ports/jira-busy-error';
import { JiraError } from '../../../src/usecases/ports/jira-error';
import { anIssue, idOf, ordered, status } from '../../builders/issues';
import { NOW, OrderWorld } from '../../builders/order-world';
import { november } from '../../builders/plan';

const ACME = 'id-ACME';
const lag = { kind: 'workingDays', days: 1 } as const;

/**
 * NET-12 (25th), a day, VIRT-7 (26th), then UNIX-31 (26th) and BCK-3 (26th), which nobody but the
 * app may browse; VIRT-7 is before DBA-1 (26th) as well, which is no epic of ACME. No department has
 * a calendar, so every day counts. Noon in UTC on Monday the 23rd.
 */
function worldOf(changes: Partial<Record<string, Partial<Issue>>> = {}): OrderWorld {
  const world = new OrderWorld();
  const due = { 'NET-12': 25, 'VIRT-7': 26, 'UNIX-31': 26, 'BCK-3': 26, 'DBA-1': 26 };
  world.addProject({}, ['NET-12', 'VIRT-7', 'UNIX-31', 'BCK-3']);
  world.issues = ordered(
    Object.entries(due).map(([key, day]) =>
      anIssue(key, { dueDate: november(day), ...changes[key] }),
    ),
    [
      ['NET-12', 'VIRT-7'],
      ['VIRT-7', 'UNIX-31'],
      ['VIRT-7', 'BCK-3'],
      ['VIRT-7', 'DBA-1'],
    ],
  );
  world.hidden = ['BCK-3'];
  const policies = [
    { ...DEFAULT_POLICY, lags: [{ fromProjectKey: 'NET', toProjectKey: 'VIRT', lag }] },
  ];
  world.order.site = { ...DEFAULT_SITE, rules: { ...DEFAULT_RULES, policies } };
  return world;
}

/** Somebody else does that in Jira. */
function inJira(world: OrderWorld, key: string, changes: Partial<Issue>): void {
  world.issues = world.issues.map((one) => (one.key === key ? { ...one, ...changes } : one));
}

async function change(world: OrderWorld, request: WhatIfChange): Promise<WhatIfView> {
  const answer = await changeWhatIf(world.env, { clientProjectId: ACME, change: request });
  if (!answer.ok) throw new Error(answer.problem.text);
  return answer.value;
}

const move = (world: OrderWorld, ...moves: readonly [string, number][]) =>
  change(world, {
    kind: 'move',
    moves: moves.map(([key, day]) => ({ issueId: idOf(key), to: november(day) })),
  });

async function load(world: OrderWorld): Promise<WhatIfView> {
  const answer = await loadWhatIf(world.env, ACME);
  if (!answer.ok) throw new Error(answer.problem.text);
  return answer.value;
}

async function apply(world: OrderWorld, stamp?: string) {
  const answer = await applyWhatIf(world.env, ACME, stamp ?? (await load(world)).stamp);
  if (!answer.ok) throw new Error(answer.problem.text);
  return answer.value;
}

const dueOf = (world: OrderWorld, key: string) =>
  world.issues.find((issue) => issue.key === key)?.dueDate;

const writes = (world: OrderWorld) => world.calls.filter((call) => call.includes('setDueDate'));

describe('a draft of due dates', () => {
  it('D54: begins with the first move and tells what follows, before anything is written', async () => {
    const world = worldOf();
    const view = await move(world, ['NET-12', 28]);
    expect(view).toMatchObject({
      base: { at: '2026-11-23T12:00:00.000Z' },
      since: null,
      rows: [
        { key: 'NET-12', due: november(25), move: november(28), needs: null, mayMove: true },
        {
          ...{ key: 'VIRT-7', department: 'Virtualisation', move: null, needs: november(29) },
          ...{ because: [{ key: 'NET-12', lag }], mayMove: true },
        },
        { key: 'DBA-1', needs: november(29), because: [{ key: 'VIRT-7' }], mayMove: false },
        { key: 'UNIX-31', needs: november(29), because: [{ key: 'VIRT-7' }], mayMove: true },
      ],
      hidden: [{ department: 'Backup', count: 1 }],
      end: { before: november(26), after: november(29) },
      unplanned: 0,
      isCut: false,
    });
    expect(view.items.map(({ key }) => key)).toEqual(['NET-12', 'UNIX-31', 'VIRT-7']);
    expect(JSON.stringify(view)).not.toContain('BCK-3');
    expect([dueOf(world, 'NET-12'), writes(world), world.audited]).toEqual([november(25), [], []]);
  });

  it('is there again after a reload, each person has his own, and it may be dropped', async () => {
    const world = worldOf();
    const begun = await move(world, ['NET-12', 28]);
    world.now = instant(NOW + 3_600_000);
    expect(await load(world)).toEqual(begun);
    world.viewerId = 'deputy';
    expect(await load(world)).toMatchObject({ base: null, stamp: '', rows: [] });
    await move(world, ['UNIX-31', 27]);
    world.viewerId = 'tam';
    expect(await load(world)).toEqual(begun);
    expect(await change(world, { kind: 'drop' })).toMatchObject({ base: null, rows: [] });
    expect([...world.order.drafts.keys()]).toEqual(['id-ACME deputy']);
  });

  it('goes with its last move, taken back or put to the date that it has', async () => {
    const world = worldOf();
    await move(world, ['NET-12', 28], ['UNIX-31', 28]);
    const one = await change(world, { kind: 'takeBack', issueId: idOf('NET-12') });
    expect(one.rows.map(({ key }) => key)).toEqual(['UNIX-31']);
    expect(await move(world, ['UNIX-31', 26])).toMatchObject({ base: null, rows: [] });
    expect(world.order.drafts.size).toBe(0);
  });

  it('marks what would be past', async () => {
    const { rows } = await move(worldOf(), ['NET-12', 22]);
    expect(rows).toMatchObject([{ key: 'NET-12', move: november(22), overdue: true }]);
  });

  it('holds open work of this client project that its owner sees, and nothing else', async () => {
    const world = worldOf({ 'UNIX-31': { status: status('done') } });
    for (const key of ['DBA-1', 'BCK-3', 'UNIX-31', 'GONE-1']) {
      await expect(move(world, [key, 28])).rejects.toThrow('open work of this client project');
    }
    expect(world.order.drafts.size).toBe(0);
  });

  it('is for TAM and deputies; whoever does not see the client project is told of none', async () => {
    const world = worldOf();
    const asked = () =>
      Promise.all([
        loadWhatIf(world.env, ACME),
        changeWhatIf(world.env, { clientProjectId: ACME, change: { kind: 'drop' } }),
        applyWhatIf(world.env, ACME, ''),
      ]);
    for (const [viewer, code] of [
      ['manager', 'notAllowed'],
      ['engineer', 'notFound'],
    ] as const) {
      world.viewerId = viewer;
      for (const answer of await asked()) expect(answer).toMatchObject({ problem: { code } });
    }
    expect(world.calls).toEqual([]);
  });

  it('is told of by the page of the client project', async () => {
    const world = worldOf();
    const state = async () => {
      const answer = await openClientProject(world.env, ACME);
      return answer.ok ? answer.value.whatIf : null;
    };
    expect(await state()).toBe('none');
    await move(world, ['NET-12', 28]);
    expect(await state()).toBe('begun');
    world.viewerId = 'manager';
    expect(await state()).toBe('notAllowed');
  });

  it('costs four reads of Jira where one issue waits behind the client project', async () => {
    const world = worldOf();
    await load(world);
    expect(world.calls).toEqual([
      ...['user listIssues 4', 'app listIssues 4'],
      // DBA-1 waits behind VIRT-7; nobody waits behind DBA-1.
      ...['app listIssues 1', 'user listIssues 1'],
    ]);
  });
});

describe('a draft whose base does not hold any more', () => {
  it('D54: stays what it was and says what has changed since', async () => {
    const world = worldOf();
    const begun = await move(world, ['VIRT-7', 30]);
    inJira(world, 'NET-12', { dueDate: november(27) });
    inJira(world, 'BCK-3', { dueDate: november(27) });
    expect(await load(world)).toEqual({
      ...begun,
      since: {
        changes: [{ kind: 'due', key: 'NET-12', from: november(25), to: november(27) }],
        hidden: [{ department: 'Backup', count: 1 }],
      },
    });
  });

  it('D54: is not applied, whatever it was that changed', async () => {
    const world = worldOf();
    const { stamp } = await move(world, ['VIRT-7', 30]);
    inJira(world, 'UNIX-31', { status: status('done'), categorySince: NOW });
    expect(await apply(world, stamp)).toMatchObject({
      outcome: 'stale',
      written: [],
      failed: [],
      view: { since: { changes: [{ kind: 'finished', key: 'UNIX-31' }] } },
    });
    expect([writes(world), world.audited, dueOf(world, 'VIRT-7')]).toEqual([[], [], november(26)]);
  });

  it('D54: is rebased with the moves that still have a place, and applied then', async () => {
    const world = worldOf();
    await move(world, ['NET-12', 28], ['VIRT-7', 30], ['UNIX-31', 30]);
    inJira(world, 'NET-12', { dueDate: november(28) });
    inJira(world, 'VIRT-7', { dueDate: november(27) });
    inJira(world, 'UNIX-31', { status: status('done'), categorySince: NOW });
    world.now = instant(NOW + 60_000);
    const rebased = await change(world, { kind: 'rebase' });
    expect(rebased).toMatchObject({
      base: { at: '2026-11-23T12:01:00.000Z' },
      since: null,
      left: [
        { key: 'NET-12', why: 'sameDate' },
        { key: 'UNIX-31', why: 'done' },
      ],
    });
    expect(rebased.rows.find(({ key }) => key === 'VIRT-7')).toMatchObject({
      ...{ due: november(27), move: november(30), needs: null },
    });
    expect(await apply(world, rebased.stamp)).toMatchObject({
      outcome: 'applied',
      written: [{ key: 'VIRT-7', to: november(30) }],
    });
    expect(dueOf(world, 'VIRT-7')).toBe(november(30));
  });
});

describe('applyWhatIf', () => {
  it('writes as the viewer, notes each in the audit, and leaves no draft', async () => {
    const world = worldOf();
    const { stamp } = await move(world, ['NET-12', 27], ['VIRT-7', 30]);
    world.calls.length = 0;
    const applied = await apply(world, stamp);
    expect(applied).toMatchObject({
      written: [
        { key: 'NET-12', to: november(27) },
        { key: 'VIRT-7', to: november(30) },
      ],
      failed: [],
      view: { base: null, rows: [], end: { before: november(30) } },
    });
    expect(world.calls).toEqual([
      // The plan as it is now, then what is to be written once more, then the writes.
      ...['user listIssues 4', 'app listIssues 4', 'app listIssues 1', 'user listIssues 1'],
      ...['user listIssues 2', 'user setDueDate id-NET-12', 'user setDueDate id-VIRT-7'],
    ]);
    expect(world.audited).toMatchObject([
      {
        ...{ act: 'plan.setDueDate', actorAccountId: 'tam', clientProjectId: ACME },
        ...{ issueId: idOf('NET-12'), detail: { from: november(25), to: november(27) } },
      },
      { issueId: idOf('VIRT-7') },
    ]);
    expect(world.order.drafts.size).toBe(0);
  });

  it('tells issue by issue what Jira refused, and keeps it in the draft', async () => {
    const world = worldOf();
    const words = "Field 'duedate' cannot be set.";
    world.unwritable.set(idOf('NET-12'), new JiraError('PUT issue', 400, [], { duedate: words }));
    world.unwritable.set(idOf('UNIX-31'), new JiraBusyError(7, null));
    await move(world, ['NET-12', 24], ['UNIX-31', 28], ['VIRT-7', 27]);
    const applied = await apply(world);
    expect(applied).toMatchObject({
      outcome: 'applied',
      written: [{ key: 'VIRT-7', to: november(27) }],
      failed: [
        { key: 'NET-12', text: `Jira refused: ${words}` },
        { key: 'UNIX-31', text: 'Jira is busy. Try again in 7 s.' },
      ],
      view: { since: null },
    });
    // What was written is part of the base now, so that the rest can be applied again.
    expect((await load(world)).since).toBeNull();
    world.unwritable.clear();
    expect(await apply(world)).toMatchObject({ written: [{ key: 'NET-12' }, { key: 'UNIX-31' }] });
    expect(world.audited).toHaveLength(3);
  });

  it('D54: reads each issue again right before, and leaves alone what is not as it was', async () => {
    const world = worldOf();
    await move(world, ['NET-12', 24], ['VIRT-7', 27]);
    const { stamp } = await load(world);
    const { env } = world;
    let reads = 0;
    const asUser = {
      ...env.asUser,
      listIssues: async (ids: readonly string[]) => {
        reads += 1;
        // Somebody is quicker: between the reading of the plan and the first write.
        if (reads === 3) inJira(world, 'NET-12', { dueDate: november(26) });
        return env.asUser.listIssues(ids);
      },
    };
    const answer = await applyWhatIf({ ...env, asUser }, ACME, stamp);
    expect(answer).toMatchObject({
      value: {
        written: [{ key: 'VIRT-7' }],
        failed: [{ key: 'NET-12', text: expect.stringContaining('this very moment') }],
        view: {
          since: {
            changes: [{ kind: 'due', key: 'NET-12', from: november(25), to: november(26) }],
          },
        },
      },
    });
    expect(dueOf(world, 'NET-12')).toBe(november(26));
  });

  it('applies nothing but what was shown', async () => {
    const world = worldOf();
    const { stamp } = await move(world, ['NET-12', 24]);
    await move(world, ['VIRT-7', 27]);
    for (const shown of [stamp, '']) {
      await expect(applyWhatIf(world.env, ACME, shown)).resolves.toMatchObject({
        problem: { code: 'conflict' },
      });
    }
    await change(world, { kind: 'drop' });
    await expect(applyWhatIf(world.env, ACME, '')).resolves.toMatchObject({
      problem: { code: 'conflict' },
    });
    expect(writes(world)).toEqual([]);
  });
});
