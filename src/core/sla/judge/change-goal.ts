import type { Instant } from '../../time';
import type { CompiledGoal } from '../policy/compiled-clock';
import type { ClockRun, MeasuredSpan } from './clock-run';
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
    if (rule === 'recompute' && goal !== null) measureUnder(run, goal);
  }
  if (isLate && isEasier(dueBefore, dueNow(run))) run.goalChangedLate = true;
}

/** Measures the whole cycle once more under one goal. */
function measureUnder(run: ClockRun, goal: CompiledGoal): void {
  const { target, startedAt } = run;
  const before = run.breachedAt;
  const breachedAt = measureAgain(run, (span) => ({
    ...{ ...span, goal, target, countsFrom: startedAt },
  }));
  // A breach that happened stays one, whatever goal came later.
  if (breachedAt !== null && (before === null || breachedAt < before)) {
    run.breachedAt = null;
    run.breach(breachedAt);
  }
}

/**
 * Measures the whole cycle once more on calendars as they should have been: what was breached only
 * because they were wrong is not, and the other way round.
 */
export function correctCalendars(
  run: ClockRun,
  corrected: (goal: CompiledGoal) => CompiledGoal,
): void {
  const breachedAt = measureAgain(run, (span) => {
    if (span.goal === null) return span;
    const isPresent = span.goal.key === run.goal?.key && span.countsFrom === run.countsFrom;
    const goal = corrected(span.goal);
    return { ...span, goal, target: isPresent ? run.target : span.target };
  });
  // No calendar moves a date that was agreed on.
  const isByDate = (run.spans ?? []).some(
    ({ goal, to }) => goal?.target.kind === 'dueDate' && to > (run.breachedAt ?? to),
  );
  if (isByDate) return;
  if (breachedAt === null) {
    if (run.goal === null || run.used <= run.target) run.breachedAt = null;
  } else if (run.breachedAt === null) run.breach(breachedAt);
  else run.breachedAt = breachedAt;
}

/** Puts every piece as `changed` says, sums them up anew, and answers the first breach. */
function measureAgain(
  run: ClockRun,
  changed: (span: MeasuredSpan) => MeasuredSpan,
): Instant | null {
  const { spans } = run;
  const paused = { client: 0, vendor: 0, internal: 0 };
  let [elapsed, before, used] = [0, 0, run.carried];
  let countsFrom = spans?.[0]?.countsFrom;
  let breachedAt: Instant | null = null;
  spans?.forEach((old, index) => {
    const span = changed(old);
    // The ledger is told by the same pieces.
    spans[index] = span;
    const { goal, from, to, pause, target } = span;
    if (span.countsFrom !== countsFrom) {
      [before, elapsed, used] = [before + elapsed, 0, 0];
      countsFrom = span.countsFrom;
    }
    if (goal === null) return;
    const worked = goal.working.elapsed(from, to);
    if (pause !== null) {
      paused[pause] += worked;
      return;
    }
    if (breachedAt === null && goal.target.kind !== 'dueDate' && used + worked > target) {
      // A shorter goal that is used up already is breached where it begins.
      breachedAt = used > target ? from : dueInstant(run.policy, goal, from, target - used);
    }
    elapsed += worked;
    used += worked;
  });
  const isBehind = countsFrom !== undefined && countsFrom !== run.countsFrom;
  run.elapsed = isBehind ? 0 : elapsed;
  run.beforeChange = isBehind ? before + elapsed : before;
  run.pausedForClient = paused.client;
  run.pausedForVendor = paused.vendor;
  run.pausedInside = paused.internal;
  run.beginStretch();
  return breachedAt;
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
