import { createHash } from 'node:crypto';
import type { WorkingTime } from '../../core/calendar/calendar';
import { isAfterBreach, warningsDue } from '../../core/sla/policy/warning-rules';
import type { CycleRow } from '../../core/sla/verdict/cycle-row';
import { type Instant, type Millis, millis } from '../../core/time';
import type { Env } from '../env';
import type { PlannedWarning } from '../ports/warning-ports';
import type { IncidentPlan } from './list-incident-plans';

/** What lies further back when a clock is first looked at was not missed by us: nobody is told. */
const LATE_MS = 3_600_000;

/**
 * Writes down when to warn of the clocks that run, the instant of breach included; of those that
 * are breached when first seen, the breach and what comes after it. A threshold that
 * a shorter goal has put into the past is told at once (SLA semantics C7.4). One statement, none
 * when no clock runs that did not run just so before.
 */
export async function planWarnings(
  env: Env,
  plans: readonly IncidentPlan[],
  stored: readonly CycleRow[],
  rows: readonly CycleRow[],
): Promise<void> {
  const before = new Map(stored.map((row) => [nameOf(row), row]));
  const planned = rows.flatMap((row) => {
    const known = before.get(nameOf(row));
    if (known !== undefined && isPlanned(known, row)) return [];
    const hasNewGoal = known !== undefined && known.goalKey !== row.goalKey;
    return warningsFor(row, plans).map((warning) => {
      const isMissed = !hasNewGoal && warning.dueAt < row.computedAt - LATE_MS;
      return { ...warning, state: isMissed ? ('missed' as const) : ('waiting' as const) };
    });
  });
  await env.warnings.planWarnings(planned);
}

/** What its warnings follow from is as it was stored, and was planned then. */
function isPlanned(known: CycleRow, row: CycleRow): boolean {
  return PLANNED_BY.every((name) => known[name] === row[name]);
}

const PLANNED_BY = [
  ...(['state', 'startedAt', 'dueAt', 'targetMs', 'goalKey', 'calendarKey'] as const),
  ...(['calendarHash', 'policyVersion'] as const),
  // Of a breached clock: what pauses it puts its escalations off.
  ...(['pausedBecause', 'pausedMs'] as const),
];

function warningsFor(
  row: CycleRow,
  plans: readonly IncidentPlan[],
): readonly Omit<PlannedWarning, 'state'>[] {
  const { issueId, clientProjectId, clock, cycle, goalKey, startedAt, dueAt, targetMs } = row;
  if (dueAt === null || targetMs === null || goalKey === null) return [];
  // A shorter goal may be used up already, and an event come after the breach.
  const isBreached = row.state === 'breached' && row.stoppedAt === null;
  if (row.state !== 'running' && !isBreached) return [];
  const version = plans
    .find(({ project }) => project.id === clientProjectId)
    ?.versions.find(({ policy }) => policy.version === row.policyVersion);
  const working = version?.calendars.get(row.calendarKey ?? '');
  if (version === undefined || working === undefined) return [];
  const overdue = isBreached ? { overdueSince: overdueSince(row, dueAt, targetMs, working) } : {};
  const measured = { startedAt, dueAt, targetMs, ...overdue };
  const due = warningsDue(version.policy.warnings ?? [], measured, working);
  const isOpen = (threshold: string) =>
    threshold === 'breach' || (isAfterBreach(threshold) && row.pausedBecause === null);
  const told = isBreached ? due.filter(({ threshold }) => isOpen(threshold)) : due;
  return told.map((warning) => ({
    ...{ issueId, clientProjectId, clock, cycle, goalKey },
    ...warning,
    id: createHash('sha256')
      .update(`${nameOf(row)} ${goalKey} ${warning.threshold}`)
      .digest('hex'),
  }));
}

/**
 * From when a clock's overrun would count had nothing paused it since its due: with 30 m of overrun
 * at 15:00, from 14:30.
 */
function overdueSince(
  { elapsedMs, carriedMs, computedAt }: CycleRow,
  dueAt: Instant,
  targetMs: Millis,
  working: WorkingTime,
): Instant {
  const overrun = elapsedMs + carriedMs - targetMs;
  if (overrun <= 0 || overrun === working.elapsed(dueAt, computedAt)) return dueAt;
  return working.deadline(computedAt, millis(-overrun)) ?? dueAt;
}

function nameOf({ issueId, clientProjectId, clock, cycle }: CycleRow): string {
  return `${issueId} ${clientProjectId} ${clock} ${cycle}`;
}
