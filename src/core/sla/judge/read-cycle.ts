import type { Instant, Millis } from '../../time';
import type { ClockRun } from './clock-run';
import type { AnyCycle } from './cycle';
import { dueInstant } from './goal-time';

/** The cycle as of `now`, or as of its stop. The run has been measured up to there. */
export function readCycle(run: ClockRun, now: Instant): AnyCycle {
  const { goal, fixedDue, stoppedAt } = run;
  const used = run.carried + run.elapsed;
  const isOpen = stoppedAt === null;
  const isLate =
    goal !== null && (fixedDue === null ? used > run.target : (stoppedAt ?? now) > fixedDue);
  const cycle: AnyCycle = {
    clock: run.rules.name,
    cycle: run.cycle,
    startedAt: run.startedAt,
    stoppedAt,
    dueAt: dueOf(run, used, isLate),
    elapsedMs: run.elapsed as Millis,
    beforeChangeMs: run.beforeChange as Millis,
    carriedMs: run.carried as Millis,
    pausedMs: (run.pausedForClient + run.pausedForVendor + run.pausedInside) as Millis,
    pausedWallMs: run.pausedWall as Millis,
    pausedFor: {
      client: run.pausedForClient as Millis,
      vendor: run.pausedForVendor as Millis,
      internal: run.pausedInside as Millis,
    },
    targetMs: goal === null ? null : (run.target as Millis),
    extendedMs: run.extended as Millis,
    goalKey: goalKeyOf(run),
    goalChangedLate: run.goalChangedLate,
    calendarKey: goal === null ? null : goal.calendarKey,
    state: stateOf(run, isLate),
    breachedAt: run.breachedAt,
    remainingMs: remainingOf(run, used, stoppedAt ?? now),
    pausedBecause: isOpen ? run.pause : null,
    sleepingUntil:
      isOpen && goal !== null && !goal.working.isOpen(now)
        ? (goal.working.nextOpen(now) ?? null)
        : null,
    priority: run.priority,
    decidedPriority: run.breachedAt === null ? run.priority : run.priorityAtBreach,
    priorityAtStart: run.priorityAtStart,
    stoppedBy: isOpen ? null : { how: run.stoppedHow, by: run.stoppedWho },
    policyVersion: run.policy.policy.version,
    department: run.department,
  };
  return run.asideState === null ? cycle : { ...cycle, reason: run.asideReason };
}

function goalKeyOf({ goal, extended }: ClockRun): string | null {
  if (goal === null) return null;
  return extended === 0 ? goal.key : `${goal.key} + ${extended}`;
}

function remainingOf(run: ClockRun, used: number, at: Instant): Millis | null {
  if (run.goal === null) return null;
  if (run.fixedDue !== null) return run.goal.working.elapsed(at, run.fixedDue);
  return (run.target - used) as Millis;
}

/** Open cycles by the goal of now; a stopped one stays breached whatever its last goal was. */
function stateOf(run: ClockRun, isLate: boolean): AnyCycle['state'] {
  if (run.asideState !== null) return run.asideState;
  const isStopped = run.stoppedAt !== null;
  if (isStopped && run.breachedAt !== null) return 'breached';
  if (run.goal === null) return 'noTarget';
  if (isLate) return 'breached';
  if (isStopped) return 'met';
  return run.pause === null ? 'running' : 'paused';
}

function dueOf(run: ClockRun, used: number, isLate: boolean): Instant | null {
  const { goal, pause, policy } = run;
  if (goal === null) return null;
  // It ended as breached: it was due when that happened, whatever goal came after (C7.1).
  const isOver = run.stoppedAt !== null && run.asideState === null;
  if (isOver && run.breachedAt !== null) return run.breachedAt;
  if (run.fixedDue !== null) return run.fixedDue;
  if (isLate) return run.breachedAt;
  if (pause !== null && run.stoppedAt === null) return null;
  return pause === null
    ? dueInstant(policy, goal, run.stretchFrom, run.target - run.usedBefore)
    : // A clock that stops out of a pause would have gone on from there.
      dueInstant(policy, goal, run.since, run.target - used);
}
