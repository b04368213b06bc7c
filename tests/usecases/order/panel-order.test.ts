import type { Issue } from '../../../src/core/issue';
import { DEFAULT_RULES } from '../../../src/core/order/policy/order-policy';
import { DEFAULT_SITE } from '../../../src/core/order/policy/order-site';
import { loadPanel } from '../../../src/usecases/screens/load-panel';
import { NET, panel, VIRT, worldOf } from '../../builders/decision-world';
import { anIssue, ordered, status } from '../../builders/issues';

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
