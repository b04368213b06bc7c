import { planVersion } from '../../../src/core/order/plan/plan-base';
import { planDifferences } from '../../../src/core/order/plan/plan-differences';
import { at, NOW } from '../../builders/judged-order';
import { edge, november, planned, planOf } from '../../builders/plan';

const net = planned('NET-12', 25);
const virt = planned('VIRT-7', 26);
const hidden = planned('BCK-3', 27, { isSeen: false });
const done = { isOpen: false, doneAt: NOW } as const;

describe('planDifferences', () => {
  it('finds none between two readings of the same', () => {
    const plan = planOf([net, virt, hidden], [edge('NET-12', 'VIRT-7')]);
    expect(planDifferences(plan, { ...plan, at: at('2026-11-24T10:00:00Z') })).toEqual({
      ...{ changes: [], hiddenKeys: [] },
    });
  });

  it('D54: names every due date and state that changed', () => {
    const before = planOf([net, virt, planned('UNIX-1', 26, done), planned('UNIX-2', 26, done)]);
    const now = planOf([
      { ...net, due: november(27) },
      { ...virt, ...done, due: null },
      planned('UNIX-1', 26),
      planned('UNIX-2', 26, { ...done, doneAt: at('2026-11-24T10:00:00Z') }),
    ]);
    expect(planDifferences(before, now).changes).toEqual([
      { kind: 'due', key: 'NET-12', from: november(25), to: november(27) },
      { kind: 'due', key: 'VIRT-7', from: november(26), to: null },
      { kind: 'finished', key: 'VIRT-7' },
      { kind: 'reopened', key: 'UNIX-1' },
      { kind: 'finished', key: 'UNIX-2' },
    ]);
  });

  it('D54: names links that came, went or have another lag', () => {
    const issues = [net, planned('UNIX-1', 26), virt];
    const before = planOf(issues, [edge('NET-12', 'VIRT-7'), edge('UNIX-1', 'VIRT-7')]);
    const now = planOf(issues, [edge('NET-12', 'VIRT-7', 2), edge('NET-12', 'UNIX-1')]);
    expect(planDifferences(before, now).changes).toEqual([
      { kind: 'lag', blockerKey: 'NET-12', successorKey: 'VIRT-7' },
      { kind: 'unlinked', blockerKey: 'UNIX-1', successorKey: 'VIRT-7' },
      { kind: 'linked', blockerKey: 'NET-12', successorKey: 'UNIX-1' },
    ]);
  });

  it('takes a longer lag of the same kind for another one, in days and in hours', () => {
    const hours = (count: number) => {
      const lag = { kind: 'workingTime', ms: count * 3_600_000 } as const;
      return { ...edge('NET-12', 'VIRT-7'), lag };
    };
    const lag = { kind: 'lag', blockerKey: 'NET-12', successorKey: 'VIRT-7' };
    for (const [before, now] of [
      [edge('NET-12', 'VIRT-7', 2), edge('NET-12', 'VIRT-7', 3)],
      [hours(2), hours(3)],
    ] as const) {
      const [was, is] = [planOf([net, virt], [before]), planOf([net, virt], [now])];
      expect(planDifferences(was, is).changes).toEqual([lag]);
      expect(planVersion(is)).not.toBe(planVersion(was));
    }
  });

  it('says no more of a finished successor than that it is finished', () => {
    const before = planOf([net, virt], [edge('NET-12', 'VIRT-7')]);
    const now = planOf([net, { ...virt, ...done }]);
    expect(planDifferences(before, now).changes).toEqual([{ kind: 'finished', key: 'VIRT-7' }]);
  });

  it('says who came to the client project and who left it, or his sight', () => {
    const before = planOf([net, virt, planned('UNIX-1', 26), planned('UNIX-2', 26)]);
    const now = planOf([
      net,
      { ...virt, isSeen: false, due: november(30) },
      planned('UNIX-1', 26, { isLinked: false }),
      planned('UNIX-3', 26),
    ]);
    expect(planDifferences(before, now)).toEqual({
      changes: [
        { kind: 'removed', key: 'VIRT-7' },
        { kind: 'removed', key: 'UNIX-1' },
        { kind: 'removed', key: 'UNIX-2' },
        { kind: 'added', key: 'UNIX-3' },
      ],
      hiddenKeys: [],
    });
  });

  it('names nothing that the reader may not see, and counts each once', () => {
    const before = planOf([net, hidden, planned('BCK-4', 27, { isSeen: false })]);
    const now = planOf(
      [net, { ...hidden, due: november(30) }, planned('BCK-5', 27, { isSeen: false })],
      [edge('BCK-3', 'NET-12')],
    );
    expect(planDifferences(before, now)).toEqual({
      ...{ changes: [], hiddenKeys: ['BCK-3', 'BCK-4', 'BCK-5'] },
    });
  });

  it('says nothing of what only stands beside the plan and could be seen but once', () => {
    const beside = planned('DBA-1', 26, { isLinked: false });
    const unseen = { ...beside, isSeen: false, due: november(30) };
    const nothing = { changes: [], hiddenKeys: [] };
    expect(planDifferences(planOf([net, unseen]), planOf([net, beside]))).toEqual(nothing);
    expect(planDifferences(planOf([net]), planOf([net, beside]))).toEqual(nothing);
  });

  it('names a link to what is gone by the key that the reader knew', () => {
    const beside = planned('DBA-1', 26, { isLinked: false });
    const before = planOf([net, beside], [edge('DBA-1', 'NET-12')]);
    expect(planDifferences(before, planOf([net]))).toEqual({
      changes: [{ kind: 'unlinked', blockerKey: 'DBA-1', successorKey: 'NET-12' }],
      hiddenKeys: [],
    });
  });
});
