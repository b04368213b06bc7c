import type { Instant } from '../../time';
import type { ClockRun } from './clock-run';
import { SLOT } from './cycle';
import type { IncidentClocks } from './incident-clocks';
import { actProblem, type ManualAct } from './judge-inputs';
import { restart } from './lifecycle';

/**
 * Does to a clock what a person decided (SLA semantics C7.6). Throws Error for an act without a
 * reason, and for an extension by nothing: whoever takes acts from people checks `actProblem`.
 */
export function changeByHand(clocks: IncidentClocks, act: ManualAct): void {
  const problem = actProblem(act);
  if (problem !== undefined) throw new Error(problem);
  const run = clocks.runs[SLOT[act.clock]];
  if (run === null) return;
  if (act.kind === 'exclude') {
    run.setAside('excluded', `excluded by hand: ${act.reason}`);
    return;
  }
  if (run.stoppedAt !== null) return;
  if (act.kind === 'extend') {
    extend(run, act);
    return;
  }
  run.measureTo(act.at);
  run.setAside('excluded', `started over by hand: ${act.reason}`);
  restart(clocks, run, act.at, run.asideReason);
}

/**
 * More time from the target on, or at least so much from now on: nobody has less than before. What
 * was breached by the old target is not.
 */
function extend(run: ClockRun, act: Extract<ManualAct, { kind: 'extend' }>): void {
  run.measureTo(act.at);
  const { goal } = run;
  if (goal === null) return;
  if (run.fixedDue !== null) {
    const from = act.from === 'target' ? run.fixedDue : act.at;
    const later = goal.working.deadline(from, act.ms) ?? run.fixedDue;
    const due = Math.max(later, run.fixedDue) as Instant;
    run.extended += goal.working.elapsed(run.fixedDue, due);
    run.fixedDue = due;
  } else {
    const more = act.from === 'target' ? act.ms : Math.max(0, act.ms + run.used - run.target);
    run.target += more;
    run.extended += more;
  }
  run.beginStretch();
  if (!isUsedUp(run)) run.breachedAt = null;
}

function isUsedUp(run: ClockRun): boolean {
  return run.fixedDue === null ? run.used > run.target : run.since > run.fixedDue;
}
