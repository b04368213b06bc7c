import { compileCalendar } from '../../../src/core/calendar/calendar';
import { packWork } from '../../../src/core/order/graph/work-graph';
import { dueConflicts } from '../../../src/core/order/plan/due-conflicts';
import type { DueFacts } from '../../../src/core/order/plan/settle-dates';
import { addLag, addWorkDates } from '../../../src/core/order/plan/work-dates';
import type { Lag } from '../../../src/core/order/policy/order-policy';
import { MSK } from '../../builders/calendars';
import { idOf, ordered } from '../../builders/issues';
import { orderOf, type Said, said } from '../../builders/judged-order';

const office = compileCalendar(MSK);
const NONE: DueFacts = {
  daysNeeded: () => 0,
  lagsOf: () => [],
  doneOn: () => null,
  calendarOf: () => office,
};

const report = (
  net: Said,
  virt: Said,
  facts: Partial<DueFacts> = {},
  bck: Said = { dueDate: null },
) => {
  const order = orderOf(
    ordered(
      [said('NET-12', net), said('VIRT-7', virt), said('BCK-3', bck)],
      [
        ['NET-12', 'VIRT-7'],
        ['VIRT-7', 'BCK-3'],
      ],
    ),
  );
  return dueConflicts(order, packWork(order), { ...NONE, ...facts });
};

const hours = (count: number) => ({ kind: 'workingTime', ms: count * 3_600_000 }) as const;

const conflict = {
  blockerId: idOf('NET-12'),
  successorId: idOf('VIRT-7'),
  blockerEnd: '2026-11-25',
  successorDue: '2026-11-24',
};

describe('dueConflicts', () => {
  it('D40: a blocker due after what waits for it, both shown, with a shift', () => {
    expect(report({ dueDate: '2026-11-25' }, { dueDate: '2026-11-24' })).toEqual({
      conflicts: [conflict],
      shifts: [
        { id: idOf('VIRT-7'), from: '2026-11-24', to: '2026-11-25', because: [idOf('NET-12')] },
      ],
      unplanned: 1,
    });
  });

  it('D40: on the same day only where the work behind it takes time', () => {
    const same = { dueDate: '2026-11-20' };
    expect(report(same, same).conflicts).toEqual([]);
    const needed = report(same, same, { daysNeeded: () => 1 });
    expect(needed.conflicts).toHaveLength(1);
    // Friday, and one working day more is Monday.
    expect(needed.shifts).toEqual([
      { id: idOf('VIRT-7'), from: '2026-11-20', to: '2026-11-23', because: [idOf('NET-12')] },
    ]);
    expect(report(same, same, { lagsOf: () => [{ kind: 'workingDays', days: 2 }] }).shifts).toEqual(
      [{ id: idOf('VIRT-7'), from: '2026-11-20', to: '2026-11-24', because: [idOf('NET-12')] }],
    );
  });

  it('counts a lag in hours by the hours of the calendar, the longest of several', () => {
    const same = { dueDate: '2026-11-20' };
    const shiftedTo = (...lags: readonly Lag[]) =>
      report(same, same, { lagsOf: () => lags }).shifts.map(({ to }) => to);
    // Nine hours a day from Monday on: the tenth is one of Tuesday.
    expect(shiftedTo(hours(9))).toEqual(['2026-11-23']);
    expect(shiftedTo(hours(10))).toEqual(['2026-11-24']);
    expect(shiftedTo(hours(10), { kind: 'workingDays', days: 1 })).toEqual(['2026-11-24']);
    expect(shiftedTo(hours(10), { kind: 'workingDays', days: 3 })).toEqual(['2026-11-25']);
  });

  it('finds a gap that is too short for the work', () => {
    const net = { dueDate: '2026-11-20' };
    const virt = { dueDate: '2026-11-23' };
    expect(report(net, virt, { daysNeeded: () => 1 }).conflicts).toEqual([]);
    expect(report(net, virt, { daysNeeded: () => 2 }).conflicts).toHaveLength(1);
  });

  it('pushes on what waits for what was pushed', () => {
    const due = (dueDate: string): Said => ({ dueDate });
    const { conflicts, shifts } = report(
      ...([due('2026-11-25'), due('2026-11-24')] as const),
      { daysNeeded: () => 1 },
      due('2026-11-26'),
    );
    expect(conflicts).toHaveLength(1);
    expect(shifts).toEqual([
      { id: idOf('BCK-3'), from: '2026-11-26', to: '2026-11-27', because: [idOf('VIRT-7')] },
      { id: idOf('VIRT-7'), from: '2026-11-24', to: '2026-11-26', because: [idOf('NET-12')] },
    ]);
  });

  it('D41: leaves out what has no due date, and counts it', () => {
    expect(report({ dueDate: null }, { dueDate: '2026-11-24' })).toEqual({
      ...{ conflicts: [], shifts: [], unplanned: 2 },
    });
  });

  it('D42: takes the day on which a blocker was done, not its due date', () => {
    const net: Said = { category: 'done', dueDate: '2026-12-31' };
    const virt = { dueDate: '2026-11-24' };
    expect(report(net, virt, { doneOn: () => '2026-11-20' }).conflicts).toEqual([]);
    expect(report(net, virt).conflicts).toEqual([]);
    expect(report(net, virt, { doneOn: () => '2026-11-25' }).conflicts).toEqual([conflict]);
  });

  it('asks nothing of what is done itself', () => {
    const virt: Said = { category: 'done', dueDate: '2026-11-24' };
    expect(report({ dueDate: '2026-11-25' }, virt).conflicts).toEqual([]);
  });
});

describe('addWorkDates', () => {
  it('steps over days without working time', () => {
    expect(addWorkDates('2026-11-20', 0, office)).toBe('2026-11-20');
    expect(addWorkDates('2026-11-20', 2, office)).toBe('2026-11-24');
    expect(addWorkDates('2026-11-20', 2, null)).toBe('2026-11-22');
  });
});

describe('addLag', () => {
  it('counts working days and working hours from the end of the date', () => {
    expect(addLag('2026-11-20', { kind: 'workingDays', days: 2 }, office)).toBe('2026-11-24');
    expect(addLag('2026-11-20', hours(9), office)).toBe('2026-11-23');
    expect(addLag('2026-11-20', hours(10), office)).toBe('2026-11-24');
  });

  it('counts every hour without a calendar', () => {
    expect(addLag('2026-11-20', hours(24), null)).toBe('2026-11-21');
    expect(addLag('2026-11-20', hours(25), null)).toBe('2026-11-22');
  });

  it('asks no calendar of years that only a slip of the keyboard can mean', () => {
    // 26 was typed for the year.
    expect(addLag('0026-11-20', hours(25), office)).toBe('0026-11-22');
    expect(addLag('0026-11-20', { kind: 'workingDays', days: 2 }, office)).toBe('0026-11-22');
    expect(addLag('2926-11-20', { kind: 'workingDays', days: 2 }, office)).toBe('2926-11-22');
    expect(addLag('2926-11-20', hours(1), office)).toBe('2926-11-21');
  });
});
