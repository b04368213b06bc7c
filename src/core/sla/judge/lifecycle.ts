import { type Instant, isoOf } from '../../time';
import type { CompiledClock } from '../policy/compiled-clock';
import { policyAt } from '../policy/policy-at';
import { changeGoal } from './change-goal';
import { ClockRun } from './clock-run';
import type { AnyCycle } from './cycle';
import type { IncidentClocks } from './incident-clocks';
import { CHANGED } from './issue-state';
import { readCycle } from './read-cycle';

/** Begins a clock with its issue, where its policy does not say otherwise. */
export function beginFirst(clocks: IncidentClocks, rules: CompiledClock): void {
  const { state, history, policy } = clocks;
  if (rules.name === 'response' && policy.response?.clientsOnly === true) {
    const who = history.reporterId;
    clocks.responseIsOver =
      who !== null && policy.isMember(who) && !policy.isStaff(who, false, who);
    if (clocks.responseIsOver) return;
  }
  if (rules.name === 'nextResponse' && policy.nextResponse?.from !== 'anyContact') return;
  if (rules.name === 'ownership' && (state.isClosed || state.department === '')) return;
  if (rules.start !== null && !rules.start.holds(state)) return;
  const run = begin(clocks, rules.slot, 1, history.created, 0);
  if (run === null || !state.isClosed || rules.stop !== null) return;
  run.stop(history.created, 'done', null);
  run.setAside('excluded', 'no observed start: it was created closed');
}

/** Begins a cycle under the version of the policy that is valid then; null if it has no such clock. */
export function begin(
  clocks: IncidentClocks,
  slot: number,
  cycle: number,
  at: Instant,
  carried: number,
): ClockRun | null {
  const { state, versions } = clocks;
  if (versions.length > 1) clocks.policy = policyAt(versions, at);
  const { policy } = clocks;
  const rules = policy.bySlot[slot] ?? null;
  let run: ClockRun | null = null;
  if (rules !== null) {
    const department = rules.name === 'ownership' ? state.department : null;
    const keeps = clocks.keepsSpans || versions.length > 1 || rules.priorityChange === 'recompute';
    const spans = keeps ? [] : null;
    run = new ClockRun(rules, policy, cycle, at, carried, state.priority, department, spans);
    run.pause = pauseOf(clocks, rules);
    run.aimAt(rules.goalFor(state), state, at);
  }
  clocks.runs[slot as 0] = run;
  return run;
}

/** Why a clock of these rules stands still now: another department's work stops nobody's but ours. */
export function pauseOf(clocks: IncidentClocks, rules: CompiledClock): ClockRun['pause'] {
  const reason = rules.pauseReason(clocks.state);
  return rules.name === 'ownership' && clocks.blockedBy > 0 ? (reason ?? 'internal') : reason;
}

/** Files the present cycle of a clock away. */
export function settle(clocks: IncidentClocks, run: ClockRun, at: Instant): void {
  const { slot } = run.rules;
  clocks.done ??= [];
  clocks.done.push(settled(clocks, run, at));
  if (clocks.keepsSpans) {
    clocks.past ??= [];
    clocks.past.push(run);
  }
  clocks.runs[slot as 0] = null;
}

/** Ends a cycle without a verdict, if it has none yet, and begins the next with nothing elapsed. */
export function restart(
  clocks: IncidentClocks,
  run: ClockRun,
  at: Instant,
  reason: string,
): ClockRun {
  run.stop(at, 'reset', null);
  if (run.breachedAt === null) run.setAside('excluded', reason);
  settle(clocks, run, at);
  return begin(clocks, run.rules.slot, run.cycle + 1, at, 0) ?? run;
}

/** Lets an open clock have the goal that the issue has now; answers the run that goes on. */
export function retarget(clocks: IncidentClocks, run: ClockRun, at: Instant): ClockRun {
  const { state } = clocks;
  const { rules } = run;
  const goal = rules.goalFor(state);
  if (run.priority !== state.priority) {
    // What was breached until now was breached under the priority until now.
    run.measureTo(at);
    run.priority = state.priority;
  }
  const isAgreed = goal?.target.kind !== 'dueDate' || run.dueDate === state.dueDate;
  if (goal === run.goal && isAgreed) return run;
  if (rules.priorityChange === 'reset' && goal !== null && run.goal !== null) {
    return restart(clocks, run, at, 'started over: the goal changed');
  }
  changeGoal(run, goal, state, at);
  return run;
}

/** The same after changes (bits of `CHANGED`), of which few can mean another goal. */
export function retargetAfter(
  clocks: IncidentClocks,
  run: ClockRun,
  changed: number,
  at: Instant,
): ClockRun {
  return (changed & run.rules.goalMask) === 0 ? run : retarget(clocks, run, at);
}

/** The same for a clock that ends with them: what ends it is over by then, and chooses no goal. */
export function retargetAtEnd(
  clocks: IncidentClocks,
  run: ClockRun,
  changed: number,
  at: Instant,
): ClockRun {
  return retargetAfter(clocks, run, changed & ~(CHANGED.status | CHANGED.resolution), at);
}

/** The cycle as of `now`, with what only the whole issue can say of it. */
export function settled(clocks: IncidentClocks, run: ClockRun, now: Instant): AnyCycle {
  if (run.stoppedAt === null) run.measureTo(now);
  const { disorder, state } = clocks;
  if (disorder !== null && run.asideState === null) {
    const [late, early] = [disorder.at, disorder.after].map((at) => isoOf(at));
    run.setAside('invalid', `history is out of order: ${late} comes after ${early}`);
  }
  if (run.asideState === null && isClosedRun(run)) {
    const ending = clocks.endedAs ?? state.resolution;
    if (ending !== null && run.policy.isExcluded(ending)) {
      run.setAside('excluded', `closed as ${ending.name}`);
    }
  }
  return readCycle(run, now);
}

/** Did it stop because the issue was closed? */
export function isClosedRun(run: ClockRun): boolean {
  if (run.stoppedAt === null) return false;
  return run.stoppedHow === 'done' || run.stoppedHow === 'resolution';
}
