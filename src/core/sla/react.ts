import type { Instant } from '../time';
import type { ClockRun } from './clock-run';
import type { CompiledClock, CompiledConditions } from './compiled-clock';
import { SLOT } from './cycle';
import type { IncidentClocks } from './incident-clocks';
import { begin, isClosedRun, pauseOf, restart, retarget, settle } from './lifecycle';

/** What one record of the history did, as far as all clocks are told alike. */
export type Moment = {
  readonly at: Instant;
  readonly by: string | null;
  /** Bits of `CHANGED`. */
  readonly changed: number;
  readonly isClosing: boolean;
  readonly isReopening: boolean;
};

/**
 * Lets one clock react to a record: it stops, pauses, starts or starts over, in the order of its
 * policy when one moment asks for several (by default a stop beats a pause, a pause a start, and a
 * clock starts over only when nothing stops it).
 */
export function react(clocks: IncidentClocks, slot: number, moment: Moment): void {
  const run = clocks.runs[slot] as ClockRun | null;
  const rules = run?.rules ?? clocks.policy.bySlot[slot] ?? null;
  if (rules === null) return;
  if (run !== null && run.stoppedAt === null) reactOpen(clocks, run, moment);
  else if (slot === SLOT.nextResponse || (slot === SLOT.response && clocks.responseIsOver)) return;
  else if (mayBegin(clocks, run, rules, moment)) beginAgain(clocks, run, rules, moment);
}

function reactOpen(clocks: IncidentClocks, run: ClockRun, moment: Moment): void {
  const { rules } = run;
  const { changed, at, by } = moment;
  const { state } = clocks;
  if (rules.stop === null ? moment.isClosing : triggers(clocks, rules.stop, changed)) {
    const isPaused = (changed & rules.pauseMask) !== 0 && rules.pauseReason(state) !== null;
    const loses =
      (!rules.stopBeatsReset && triggers(clocks, rules.reset, changed)) ||
      (!rules.stopBeatsPause && isPaused) ||
      (!rules.stopBeatsStart && triggers(clocks, rules.start, changed));
    if (!loses) {
      const how =
        rules.stop !== null ? 'rule' : state.status.category === 'done' ? 'done' : 'resolution';
      const going = retarget(clocks, run, at);
      going.stop(at, how, by);
      // Clocks of which every exchange or department has its own are filed at once.
      if (rules.slot > 1) settle(clocks, going, at);
      return;
    }
  }
  if (triggers(clocks, rules.reset, changed)) {
    restart(clocks, run, at, 'started over by a rule of the policy');
    return;
  }
  if (run.department !== null && run.department !== state.department) {
    run.stop(at, 'moved', by);
    settle(clocks, run, at);
    if (state.department !== '') begin(clocks, rules.slot, run.cycle + 1, at, 0);
    return;
  }
  follow(clocks, run, moment);
}

function follow(clocks: IncidentClocks, run: ClockRun, { changed, at }: Moment): void {
  const { rules } = run;
  const going = (changed & rules.goalMask) === 0 ? run : retarget(clocks, run, at);
  if ((changed & rules.pauseMask) === 0) return;
  going.changePause(pauseOf(clocks, rules), at);
}

/** Does a clock that stands begin with this record? */
function mayBegin(
  clocks: IncidentClocks,
  run: ClockRun | null,
  rules: CompiledClock,
  { changed, isReopening, isClosing }: Moment,
): boolean {
  const { state } = clocks;
  if (rules.start !== null) {
    if (!triggers(clocks, rules.start, changed)) return false;
    const isStopping = rules.stop === null ? isClosing : triggers(clocks, rules.stop, changed);
    return !(isStopping && rules.stopBeatsStart) && (rules.stop !== null || !state.isClosed);
  }
  if (rules.slot === SLOT.ownership) return !state.isClosed && state.department !== '';
  if (run === null) return false;
  return rules.stop === null
    ? isReopening
    : (changed & rules.stop.mask) !== 0 &&
        !rules.stop.holds(state) &&
        !state.isClosed &&
        run.stoppedHow === 'rule';
}

function beginAgain(
  clocks: IncidentClocks,
  run: ClockRun | null,
  rules: CompiledClock,
  { at, changed }: Moment,
): void {
  if (run === null) {
    const cycle = clocks.doneOf(rules.slot) + 1;
    begin(clocks, rules.slot, cycle, at, 0);
  } else if (rules.pausesWhileClosed && (isClosedRun(run) || run.stoppedHow === 'rule')) {
    run.goOnFrom(at);
    follow(clocks, run, { at, changed: 511, by: null, isClosing: false, isReopening: true });
  } else if (isWithinGrace(clocks, at) && isClosedRun(run)) {
    // An accidental close answered nobody either.
    run.takeBackStop();
    follow(clocks, run, { at, changed: 511, by: null, isClosing: false, isReopening: true });
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

function triggers(
  { state }: IncidentClocks,
  conditions: CompiledConditions | null,
  changed: number,
): boolean {
  return conditions !== null && (conditions.mask & changed) !== 0 && conditions.holds(state);
}
