import type { Instant, Millis } from '../time';
import type { ClockName, Cycle, StoppedBy } from './cycle';
import type { NamedRef } from './history';
import type { CompiledGoal, CompiledPolicy, PauseReason } from './policy';

/** A cycle while it is being measured. `since` is how far it has been measured. */
export type ClockRun = {
  readonly clock: ClockName;
  readonly cycle: number;
  readonly policy: CompiledPolicy;
  readonly startedAt: Instant;
  readonly carried: number;
  since: Instant;
  goal: CompiledGoal | null;
  priority: NamedRef | null;
  /** Why it stands still; null while it runs. */
  pause: PauseReason | null;
  elapsed: number;
  readonly pausedFor: { client: number; vendor: number; internal: number };
  pausedWall: number;
  /** Where the present stretch began, and what had been used up by then. */
  stretchFrom: Instant;
  usedBefore: number;
  breachedAt: Instant | null;
  stopped: { readonly at: Instant; readonly by: StoppedBy } | null;
  /** Why this cycle is not judged. */
  aside: { readonly state: 'excluded' | 'invalid'; readonly reason: string } | null;
};

export function startRun(
  start: Pick<
    ClockRun,
    'clock' | 'cycle' | 'policy' | 'startedAt' | 'carried' | 'goal' | 'priority' | 'pause'
  >,
): ClockRun {
  const run: ClockRun = {
    ...start,
    since: start.startedAt,
    elapsed: 0,
    pausedFor: { client: 0, vendor: 0, internal: 0 },
    pausedWall: 0,
    stretchFrom: start.startedAt,
    usedBefore: start.carried,
    breachedAt: null,
    stopped: null,
    aside: null,
  };
  breachIfUsedUp(run);
  return run;
}

/** Measures on to `at` under the goal and pause in force since the last call. */
export function measureTo(run: ClockRun, at: Instant): void {
  if (at <= run.since) return;
  const { goal, since } = run;
  run.since = at;
  if (run.pause !== null) run.pausedWall += at - since;
  // Without a goal the clock is suspended: what has elapsed is kept and does not grow.
  if (goal === null) return;
  const worked = goal.working.elapsed(since, at);
  if (run.pause !== null) {
    run.pausedFor[run.pause] += worked;
    return;
  }
  const used = run.carried + run.elapsed;
  run.elapsed += worked;
  if (run.breachedAt === null && used + worked > goal.targetMs) {
    run.breachedAt = goal.working.deadline(since, (goal.targetMs - used) as Millis) ?? null;
  }
}

/** Elapsed carries over: the new goal judges what the old one measured. */
export function changeGoal(run: ClockRun, goal: CompiledGoal | null, at: Instant): void {
  if (goal === run.goal) return;
  measureTo(run, at);
  run.goal = goal;
  beginStretch(run);
  breachIfUsedUp(run);
}

export function changePause(run: ClockRun, pause: PauseReason | null, at: Instant): void {
  if (pause === run.pause) return;
  measureTo(run, at);
  run.pause = pause;
  beginStretch(run);
}

/** Stops the clock for good, or for as long as `resumeRun` does not take it back. */
export function stopRun(run: ClockRun, at: Instant, by: StoppedBy): void {
  if (at < run.startedAt) {
    const [stop, start] = [new Date(at).toISOString(), new Date(run.startedAt).toISOString()];
    run.aside = { state: 'invalid', reason: `stopped at ${stop}, before it started at ${start}` };
  }
  measureTo(run, at);
  run.stopped = { at, by };
}

/** The clock never stopped: what passed since the stop counts as running. */
export function resumeRun(run: ClockRun): void {
  if (run.stopped !== null && run.pause !== null) {
    run.pause = null;
    beginStretch(run);
  }
  run.stopped = null;
}

/** The cycle as of `now`, or as of its stop. Call it after `measureTo` that instant. */
export function cycleOf(run: ClockRun, now: Instant): Cycle {
  const { goal, pausedFor } = run;
  const used = run.carried + run.elapsed;
  const isOpen = run.stopped === null;
  return {
    clock: run.clock,
    cycle: run.cycle,
    startedAt: run.startedAt,
    stoppedAt: run.stopped?.at ?? null,
    dueAt: dueOf(run, used),
    elapsedMs: run.elapsed as Millis,
    carriedMs: run.carried as Millis,
    pausedMs: (pausedFor.client + pausedFor.vendor + pausedFor.internal) as Millis,
    pausedWallMs: run.pausedWall as Millis,
    pausedFor: pausedFor as Cycle['pausedFor'],
    targetMs: goal?.targetMs ?? null,
    calendarKey: goal?.calendarKey ?? null,
    state: stateOf(run, used),
    breachedAt: run.breachedAt,
    remainingMs: goal === null ? null : ((goal.targetMs - used) as Millis),
    pausedBecause: isOpen ? run.pause : null,
    sleepingUntil:
      isOpen && goal !== null && !goal.working.isOpen(now)
        ? (goal.working.nextOpen(now) ?? null)
        : null,
    priority: run.priority,
    stoppedBy: run.stopped?.by ?? null,
    policyVersion: run.policy.policy.version,
    ...(run.aside === null ? {} : { reason: run.aside.reason }),
  };
}

/** Open cycles by the goal of now; a stopped one stays breached whatever its last goal was. */
function stateOf(run: ClockRun, used: number): Cycle['state'] {
  if (run.aside !== null) return run.aside.state;
  if (run.stopped !== null && run.breachedAt !== null) return 'breached';
  if (run.goal === null) return 'noTarget';
  if (used > run.goal.targetMs) return 'breached';
  if (run.stopped !== null) return 'met';
  return run.pause === null ? 'running' : 'paused';
}

function dueOf(run: ClockRun, used: number): Instant | null {
  const { goal } = run;
  if (goal === null) return null;
  if (used > goal.targetMs) return run.breachedAt;
  if (run.pause !== null && run.stopped === null) return null;
  // A clock that stops out of a pause would have gone on from there.
  const [from, before] = run.pause === null ? [run.stretchFrom, run.usedBefore] : [run.since, used];
  const due = goal.working.deadline(from, (goal.targetMs - before) as Millis);
  if (due === undefined) return null;
  return run.policy.dueAtNextOpen ? (goal.working.nextOpen(due) ?? due) : due;
}

function beginStretch(run: ClockRun): void {
  run.stretchFrom = run.since;
  run.usedBefore = run.carried + run.elapsed;
}

/** A shorter goal, or the next cycle of a used-up one, is breached where it begins. */
function breachIfUsedUp(run: ClockRun): void {
  if (run.goal === null || run.breachedAt !== null) return;
  if (run.carried + run.elapsed > run.goal.targetMs) run.breachedAt = run.since;
}
