import type {
  ClockReport,
  DurationsView,
  GroupView,
  Share,
  WeekView,
} from '../../contract/sla-report';
import type { AnyClockName } from '../../core/sla/judge/cycle';
import { type Instant, isoOf } from '../../core/time';
import type { PlaceNames } from '../place-names';
import type { CycleGroup, Durations, GroupCounts } from '../ports/report-queries';

/**
 * What the counts say of one clock. `trend` are the bounds that were asked for.
 *
 * Resolution met 87 times, breached 13 times, now 2 running: 87 %, and 2 running beside it.
 */
export function clockReport(
  clock: AnyClockName,
  counts: GroupCounts,
  trend: readonly Instant[],
  names: PlaceNames,
): ClockReport {
  const groups = counts.groups.filter((group) => group.clock === clock);
  const ofState = (state: CycleGroup['state']) => sum(groups.filter((it) => it.state === state));
  const now = shareOf(groups);
  const before = counts.previous.find((it) => it.clock === clock);
  const open = counts.open.find((it) => it.clock === clock);
  const durations = counts.durations.filter((it) => it.clock === clock);
  return {
    ...now,
    running: ofState('running'),
    paused: ofState('paused'),
    noTarget: ofState('noTarget'),
    // Data that contradict themselves are out of the count like any other exclusion (C5.9).
    excluded: ofState('excluded') + ofState('invalid'),
    extended: sum(
      groups.filter(({ state }) => state === 'met'),
      'extended',
    ),
    changedLate: sum(groups.filter(isDecided), 'changedLate'),
    openBreaches: open?.breached ?? 0,
    dueSoon: open?.dueSoon ?? 0,
    change: changeFrom(before === undefined ? null : share(before.met, before.breached), now),
    durations: durationsView(durations.find(({ of }) => of === 'all')),
    weeks: weeksOf(clock, counts, trend),
    departments: named(groups, durations, 'department', names).sort(worstFirst),
    priorities: named(groups, durations, 'priority', names).sort(byName),
  };
}

/** Percent of what was decided; null, shown as a dash, when nothing was (SLA semantics C8.1). */
function share(met: number, breached: number): Share {
  const decided = met + breached;
  return { percent: decided === 0 ? null : (met * 100) / decided, met, breached };
}

function shareOf(groups: readonly CycleGroup[]): Share {
  return share(
    sum(groups.filter(({ state }) => state === 'met')),
    sum(groups.filter(({ state }) => state === 'breached')),
  );
}

function isDecided({ state }: CycleGroup): boolean {
  return state === 'met' || state === 'breached';
}

function sum(
  groups: readonly CycleGroup[],
  what: 'count' | 'extended' | 'changedLate' = 'count',
): number {
  return groups.reduce((total, group) => total + group[what], 0);
}

function changeFrom(before: Share | null, now: Share): number | null {
  if (before === null || before.percent === null || now.percent === null) return null;
  return now.percent - before.percent;
}

function weeksOf(
  clock: AnyClockName,
  counts: GroupCounts,
  trend: readonly Instant[],
): readonly WeekView[] {
  const points = new Map(
    counts.trend.flatMap((point) => (point.clock === clock ? [[point.bucket, point]] : [])),
  );
  return trend.slice(0, -1).map((from, index) => {
    const point = points.get(index);
    return {
      ...share(point?.met ?? 0, point?.breached ?? 0),
      from: isoOf(from),
      to: isoOf(trend[index + 1] ?? from),
    };
  });
}

/** One entry per department or priority with something decided; what has no name is one of them. */
function named(
  groups: readonly CycleGroup[],
  durations: readonly Durations[],
  of: 'department' | 'priority',
  names: PlaceNames,
): GroupView[] {
  const keyOf = ({ department, projectId, priorityName }: CycleGroup) =>
    of === 'priority' ? priorityName : (department ?? projectId);
  const keys = new Set(groups.filter(isDecided).map(keyOf));
  return [...keys].map((key) => {
    const mine = groups.filter((group) => keyOf(group) === key);
    const took = durations.find((it) => it.of === of && it.name === key);
    const isOwned = mine.some(({ department }) => department !== null);
    const placed = isOwned ? names.ofDepartment : names.ofProject;
    const name = of === 'priority' || key === null ? key : placed(key);
    return { ...shareOf(mine), name, durations: durationsView(took) };
  });
}

function durationsView(durations: Durations | undefined): DurationsView | null {
  if (durations === undefined) return null;
  const { n, p50Ms, p90Ms } = durations;
  return { n, p50Ms, p90Ms };
}

function worstFirst(a: GroupView, b: GroupView): number {
  return (a.percent ?? 101) - (b.percent ?? 101) || byName(a, b);
}

/** "P2" before "P10"; what has no name comes last. */
function byName(a: GroupView, b: GroupView): number {
  if (a.name === null || b.name === null) return Number(a.name === null) - Number(b.name === null);
  return a.name.localeCompare(b.name, 'en', { numeric: true });
}
