import { instant } from '../../../src/core/time';
import { applyWhatIf } from '../../../src/usecases/order/what-if/apply-what-if';
import { changeWhatIf } from '../../../src/usecases/order/what-if/change-what-if';
import { loadWhatIf } from '../../../src/usecases/order/what-if/load-what-if';
import { openClientProject } from '../../../src/usecases/projects/open-client-project';
import { anIssue, blockedBy, blocks, idOf, ordered, status } from '../../builders/issues';
import { NOW } from '../../builders/order-world';
import { november } from '../../builders/plan';
import {
  ACME,
  apply,
  change,
  dueOf,
  inJira,
  lag,
  load,
  move,
  worldOf,
  writes,
} from '../../builders/what-if-world';

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

  it('keeps what was moved before when something else is moved', async () => {
    const world = worldOf();
    await move(world, ['NET-12', 24]);
    const { rows } = await move(world, ['UNIX-31', 27]);
    expect(rows.map(({ key, move: to }) => [key, to])).toEqual([
      ...[
        ['NET-12', november(24)],
        ['UNIX-31', november(27)],
      ],
    ]);
  });

  it('follows what waits elsewhere for three steps, and says where more is left', async () => {
    const behind = (steps: number) => {
      const world = worldOf();
      const keys = Array.from({ length: steps }, (_, step) => `DBA-${step + 1}`);
      world.issues = ordered(
        [
          ...world.issues.filter(({ key }) => key !== 'DBA-1'),
          ...keys.map((key) => anIssue(key, { dueDate: november(26) })),
        ],
        keys.map((key, step) => [step === 0 ? 'UNIX-31' : `DBA-${step}`, key]),
      );
      return world;
    };
    const [three, four] = [
      await move(behind(3), ['UNIX-31', 28]),
      await move(behind(4), ['UNIX-31', 28]),
    ];
    const keys = ['UNIX-31', 'DBA-1', 'DBA-2', 'DBA-3'];
    expect([three.rows.map(({ key }) => key), three.isCut]).toEqual([keys, false]);
    expect([four.rows.map(({ key }) => key), four.isCut]).toEqual([keys, true]);
  });

  it('marks what would be past', async () => {
    const { rows } = await move(worldOf(), ['NET-12', 22]);
    expect(rows).toMatchObject([{ key: 'NET-12', move: november(22), overdue: true }]);
    const today = await move(worldOf(), ['NET-12', 23]);
    expect(today.rows).toMatchObject([{ key: 'NET-12', move: november(23), overdue: false }]);
    const undated = await move(worldOf({ 'UNIX-31': { dueDate: null } }), ['NET-12', 28]);
    expect(undated.items[1]).toEqual({
      ...{ id: idOf('UNIX-31'), key: 'UNIX-31', summary: 'Summary of UNIX-31', due: null },
    });
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

  it('counts what stands before the plan elsewhere, and does not name what is hidden (D4)', async () => {
    const world = worldOf();
    const before = anIssue('STO-1', { dueDate: november(28) });
    world.issues = [
      ...world.issues.map((issue) =>
        issue.key === 'UNIX-31' ? { ...issue, links: [...issue.links, blockedBy(before)] } : issue,
      ),
      { ...before, links: [blocks(anIssue('UNIX-31'))] },
    ];
    const row = { key: 'UNIX-31', due: november(26), needs: november(28) };
    expect((await load(world)).before).toMatchObject([{ ...row, because: [{ key: 'STO-1' }] }]);
    world.hidden = ['BCK-3', 'STO-1'];
    const view = await load(world);
    expect(view.before).toMatchObject([
      { ...row, because: [], becauseHidden: [{ department: 'another project', count: 1 }] },
    ]);
    expect(JSON.stringify(view)).not.toContain('STO');
  });

  it('names nothing any more that its owner may not browse by now', async () => {
    const world = worldOf();
    await move(world, ['NET-12', 28]);
    world.hidden = ['BCK-3', 'VIRT-7'];
    const { items, rows, hidden, solved } = await load(world);
    expect(items.map(({ key }) => key)).toEqual(['NET-12', 'UNIX-31']);
    const virtualisation = { department: 'Virtualisation', count: 1 };
    expect(rows).toMatchObject([
      { key: 'NET-12' },
      { key: 'DBA-1', because: [], becauseHidden: [virtualisation] },
      { key: 'UNIX-31', because: [], becauseHidden: [virtualisation] },
    ]);
    expect([hidden, solved]).toEqual([[{ department: 'Backup', count: 1 }, virtualisation], []]);
  });

  it('tells of no end of a conflict that its owner may not browse', async () => {
    const world = worldOf({ 'NET-12': { dueDate: november(28) } });
    await move(world, ['NET-12', 25]);
    expect((await load(world)).solved).toEqual(['DBA-1', 'UNIX-31', 'VIRT-7']);
    world.hidden = ['BCK-3', 'VIRT-7'];
    expect((await load(world)).solved).toEqual(['DBA-1', 'UNIX-31']);
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
