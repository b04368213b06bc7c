import type { Instant } from '../time';
import type { ClockRun, MeasuredSpan } from './clock-run';
import type { CompiledGoal } from './compiled-clock';
import { dueInstant } from './goal-time';
import type { IssueState } from './issue-state';

/**
 * Puts a clock under another goal at `at`, by the rule of its policy (SLA semantics C4.1, C4.2).
 * `reset` is for whoever begins the next cycle: here it carries on.
 *
 * Medium 3 h from 10:00, at 11:00 High 2 h: `carry` is due at 12:00, `fromChange` at 13:00.
 */
export function changeGoal(
  run: ClockRun,
  goal: CompiledGoal | null,
  state: IssueState,
  at: Instant,
): void {
  run.measureTo(at);
  const isLate = run.goal !== null && (run.breachedAt !== null || run.used >= run.target * 0.9);
  const dueBefore = isLate ? dueNow(run) : null;
  const rule = run.rules.priorityChange;
  if (rule === 'fromChange' && goal !== null) {
    run.beforeChange += run.elapsed;
    run.elapsed = 0;
    run.carried = 0;
    run.aimAt(goal, state, at);
  } else {
    run.aimAt(goal, state, run.startedAt);
    if (rule === 'recompute' && goal !== null) measureAgain(run, () => goal);
  }
  if (isLate && isEasier(dueBefore, dueNow(run))) run.goalChangedLate = true;
}

/** Measures the whole cycle once more, each piece under the goal that `goalOf` gives it. */
export function measureAgain(
  run: ClockRun,
  goalOf: (span: MeasuredSpan) => CompiledGoal | null,
): void {
  let elapsed = 0;
  let paused = { client: 0, vendor: 0, internal: 0 };
  let breachedAt: Instant | null = null;
  for (const span of run.spans ?? []) {
    const goal = goalOf(span);
    if (goal === null) continue;
    const worked = goal.working.elapsed(span.from, span.to);
    if (span.pause !== null) {
      paused = { ...paused, [span.pause]: paused[span.pause] + worked };
      continue;
    }
    const used = run.carried + elapsed;
    elapsed += worked;
    if (breachedAt === null && run.fixedDue === null && used + worked > run.target) {
      breachedAt = dueInstant(run.policy, goal, span.from, run.target - used);
    }
  }
  run.elapsed = elapsed;
  run.pausedForClient = paused.client;
  run.pausedForVendor = paused.vendor;
  run.pausedInside = paused.internal;
  // A breach that happened stays one, whatever goal came later.
  if (breachedAt !== null && (run.breachedAt === null || breachedAt < run.breachedAt)) {
    run.breachedAt = null;
    run.breach(breachedAt);
  }
  run.beginStretch();
}

function isEasier(before: Instant | null, after: Instant | null): boolean {
  return after === null || (before !== null && after > before);
}

/** When the clock would run out if it went on from here. */
function dueNow(run: ClockRun): Instant | null {
  if (run.goal === null) return null;
  if (run.fixedDue !== null) return run.fixedDue;
  return dueInstant(run.policy, run.goal, run.since, run.target - run.used);
}
