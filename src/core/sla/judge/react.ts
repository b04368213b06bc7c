import type { Instant } from '../../time';
import type { CompiledClock, CompiledConditions } from '../policy/compiled-clock';
import type { ClockRun } from './clock-run';
import { SLOT } from './cycle';
import type { HistoryEvent } from './history';
import type { IncidentClocks } from './incident-clocks';
import { ANY_CHANGE, CHANGED } from './issue-state';
import {
  begin,
  isClosedRun,
  pauseOf,
  restart,
  retargetAfter,
  retargetAtEnd,
  settle,
} from './lifecycle';

/**
 * Lets one clock react to a record: it stops, pauses, starts or starts over, in the order of its
 * policy when one moment asks for several (by default a stop beats a pause, a pause a start, and a
 * clock starts over only when nothing stops it). `changed` are bits of `CHANGED`, `last` is the
 * record's last event.
 */
export function react(
  clocks: IncidentClocks,
  slot: number,
  changed: number,
  last: HistoryEvent,
): void {
  const run = clocks.runs[slot] as ClockRun | null;
  const rules = run === null ? (clocks.policy.bySlot[slot] as CompiledClock | null) : run.rules;
  if (rules === null) return;
  if (run === null && (changed & CHANGED.reopening) !== 0 && takesBack(clocks, slot, last.at))
    return;
  if (run !== null && run.stoppedAt === null) reactOpen(clocks, run, changed, last);
  else if (slot === SLOT.nextResponse || (slot === SLOT.response && clocks.responseIsOver)) return;
  else if (mayBegin(clocks, run, rules, changed)) beginAgain(clocks, run, rules, changed, last.at);
}

function reactOpen(
  clocks: IncidentClocks,
  run: ClockRun,
  changed: number,
  { at, by }: HistoryEvent,
): void {
  const { rules } = run;
  const { state } = clocks;
  if (stops(clocks, rules, changed)) {
    const loses =
      (!rules.stopBeatsReset && triggers(clocks, rules.reset, changed)) ||
      (!rules.stopBeatsPause && pauses(clocks, rules, changed)) ||
      (!rules.stopBeatsStart && triggers(clocks, rules.start, changed));
    if (!loses) {
      const how =
        rules.stop !== null ? 'rule' : state.status.category === 'done' ? 'done' : 'resolution';
      const going = retargetAtEnd(clocks, run, changed, at);
      going.stop(at, how, by);
      setAsideIfCancelled(clocks, going);
      // Clocks of which every exchange or department has its own are filed at once.
      if (rules.slot > 1) file(clocks, going, at);
      return;
    }
  }
  if (startsOver(clocks, rules, changed)) {
    restart(clocks, run, at, 'started over by a rule of the policy');
    return;
  }
  if (run.department !== null && run.department !== state.department) {
    run.stop(at, 'moved', by);
    settle(clocks, run, at);
    if (state.department !== '') begin(clocks, rules.slot, run.cycle + 1, at, 0);
    return;
  }
  follow(clocks, run, changed, at);
}

/** Files a clock away, and keeps it where a reopening may take back that it stopped. */
function file(clocks: IncidentClocks, run: ClockRun, at: Instant): void {
  settle(clocks, run, at);
  if (!isClosedRun(run)) return;
  clocks.stoppedByClosing ??= [];
  clocks.stoppedByClosing[run.rules.slot] = run;
}

/**
 * A clock that was filed goes on where the closing was an accident: the same department has the
 * issue still, the same message has no answer.
 */
function takesBack(clocks: IncidentClocks, slot: number, at: Instant): boolean {
  const run = clocks.stoppedByClosing?.[slot] ?? null;
  if (run === null || !isWithinGrace(clocks, at)) return false;
  if (run.department !== null && run.department !== clocks.state.department) return false;
  if (slot === SLOT.nextResponse && clocks.state.lastComment === 'staff') return false;
  clocks.done = (clocks.done ?? []).filter(
    ({ clock, cycle }) => clock !== run.rules.name || cycle !== run.cycle,
  );
  clocks.past = clocks.past?.filter((each) => each !== run) ?? null;
  clocks.runs[slot as 0] = run;
  run.takeBackStop();
  follow(clocks, run, ANY_CHANGE, at);
  return true;
}

function follow(clocks: IncidentClocks, run: ClockRun, changed: number, at: Instant): void {
  const { rules } = run;
  const going = retargetAfter(clocks, run, changed, at);
  if ((changed & rules.pauseMask) === 0) return;
  going.changePause(pauseOf(clocks, rules), at);
}

/** Does a clock that stands begin with this record? */
function mayBegin(
  clocks: IncidentClocks,
  run: ClockRun | null,
  rules: CompiledClock,
  changed: number,
): boolean {
  const { state } = clocks;
  if (rules.start !== null) {
    if (!triggers(clocks, rules.start, changed)) return false;
    const isLost = rules.stopBeatsStart && stops(clocks, rules, changed);
    return !isLost && (rules.stop !== null || !state.isClosed);
  }
  if (rules.slot === SLOT.ownership) return !state.isClosed && state.department !== '';
  if (run === null) return false;
  return rules.stop === null
    ? (changed & CHANGED.reopening) !== 0
    : (changed & rules.stop.mask) !== 0 &&
        !rules.stop.holds(state) &&
        !state.isClosed &&
        run.stoppedHow === 'rule';
}

function beginAgain(
  clocks: IncidentClocks,
  run: ClockRun | null,
  rules: CompiledClock,
  changed: number,
  at: Instant,
): void {
  if (run === null) {
    const cycle = clocks.doneOf(rules.slot) + 1;
    begin(clocks, rules.slot, cycle, at, 0);
  } else if (rules.pausesWhileClosed && (isClosedRun(run) || run.stoppedHow === 'rule')) {
    run.goOnFrom(at);
    follow(clocks, run, ANY_CHANGE, at);
  } else if (isWithinGrace(clocks, at) && (isClosedRun(run) || run.stoppedHow === 'rule')) {
    // An accidental close answered nobody either, but whoever answered meanwhile did.
    run.takeBackStop();
    const answer = rules.slot === SLOT.response ? clocks.answeredWhileClosed : null;
    if (answer !== null) run.stop(answer.at, answer.how, answer.by);
    else follow(clocks, run, ANY_CHANGE, at);
  } else if (rules.slot === SLOT.response) {
    if (isWithinGrace(clocks, at)) return;
    settle(clocks, run, at);
    clocks.responseIsOver = true;
  } else {
    settle(clocks, run, at);
    const isSum = run.policy.resolution?.cycles === 'cumulative';
    const begun = begin(clocks, rules.slot, run.cycle + 1, at, isSum ? run.used : 0);
    if (begun !== null && rules.start !== null && !rules.pauseBeatsStart && changed !== 0) {
      begun.changePause(null, at);
    }
  }
}

function isWithinGrace({ graceFrom, graceMs }: IncidentClocks, at: Instant): boolean {
  return graceMs > 0 && graceFrom !== null && at - graceFrom <= graceMs;
}

function stops(clocks: IncidentClocks, { stop }: CompiledClock, changed: number): boolean {
  return stop === null ? (changed & CHANGED.closing) !== 0 : triggers(clocks, stop, changed);
}

function pauses({ state }: IncidentClocks, rules: CompiledClock, changed: number): boolean {
  return (changed & rules.pauseMask) !== 0 && rules.pauseReason(state) !== null;
}

/** What starts a clock over comes to hold: it does not do so again by moving on within it. */
function startsOver(clocks: IncidentClocks, { reset }: CompiledClock, changed: number): boolean {
  if (reset === null || !triggers(clocks, reset, changed)) return false;
  if ((reset.mask & changed) !== CHANGED.status) return true;
  const { state, statusBefore } = clocks;
  const { status } = state;
  state.status = statusBefore;
  const heldBefore = reset.holds(state);
  state.status = status;
  return !heldBefore;
}

function triggers(
  { state }: IncidentClocks,
  conditions: CompiledConditions | null,
  changed: number,
): boolean {
  if (conditions === null) return false;
  const asked = conditions.mask & changed;
  if (asked === 0 || (asked === CHANGED.field && !state.hasJustChanged(conditions.fields))) {
    return false;
  }
  return conditions.holds(state);
}

/** A stop of the policy's own that finds the issue cancelled is no more counted than a close. */
function setAsideIfCancelled({ state }: IncidentClocks, run: ClockRun): void {
  const { resolution } = state;
  if (run.stoppedHow !== 'rule' || resolution === null || run.asideState !== null) return;
  if (run.policy.isExcluded(resolution)) run.setAside('excluded', `closed as ${resolution.name}`);
}
