import type { Instant, Millis } from '../../time';
import type { AnyCycle } from '../judge/cycle';
import type { IncidentHistory } from '../judge/history';
import type { Versions } from '../judge/judge-incident';
import type { JudgeInputs } from '../judge/judge-inputs';
import {
  compareVerdicts,
  type ToldVerdict,
  type VerdictDifference,
} from '../verdict/compare-verdicts';
import { countedState } from '../verdict/counted-state';
import { entriesBetween, type LedgerLabel, ledgersOf, sameLabel } from '../verdict/ledger';
import type { Flip, FlipSide, LabelShift, SelectedBy } from './simulation';

/** So many stretches of each flip are kept, so that a simulation of any size can be stored. */
const INTERVALS_KEPT = 6;

/** A cycle under one of the contracts; null where that has none. */
type Side = {
  readonly cycle: AnyCycle | null;
  readonly versions: Versions;
  readonly now: Instant;
  readonly inputs: JudgeInputs;
};

type Incident = { readonly history: IncidentHistory; readonly selectedBy: SelectedBy };

/**
 * Explains why two contracts judge a cycle differently: figures and rules that differ by name,
 * stretches that the two count differently, and both sides as people ask about them. An open cycle
 * is compared as if it stopped at `now`. At least one of the sides has a cycle.
 *
 * 5 h taken, a goal of 4 h against one of 8 h: `because` is `['dueAt', 'targetMs']`, without
 * stretches, since both count the same time.
 */
export function flipOf({ history, selectedBy }: Incident, mine: Side, their: Side): Flip {
  const { clock, cycle, department } = (mine.cycle ?? their.cycle) as AnyCycle;
  const [a, b] = [mine, their].map((side) => told(history, side));
  const difference = a && b ? compareVerdicts(a, b) : { fields: [], intervals: [] };
  return {
    ...{ issueId: history.issueId, issueKey: history.key, clock, cycle, department },
    selectedBy,
    present: sideOf(mine.cycle),
    other: sideOf(their.cycle),
    because: difference.fields
      .map(({ name }) => name)
      .filter((name) => !['state', 'policyVersion', 'breachedAt'].includes(name)),
    intervals: difference.intervals.slice(0, INTERVALS_KEPT),
    intervalCount: difference.intervals.length,
    shifts: shiftsOf(difference.intervals),
  };
}

function shiftsOf(intervals: VerdictDifference['intervals']): LabelShift[] {
  const shifts: LabelShift[] = [];
  for (const { from, to, old, new: then } of intervals) {
    const at = shifts.findIndex((it) => isLabel(it.old, old) && isLabel(it.new, then));
    const ms = ((shifts[at]?.ms ?? 0) + to - from) as Millis;
    shifts[at < 0 ? shifts.length : at] = { old, new: then, ms };
  }
  return shifts.sort((a, b) => b.ms - a.ms);
}

function isLabel(a: LedgerLabel | null, b: LedgerLabel | null): boolean {
  return a === null || b === null ? a === b : sameLabel(a, b);
}

/** The verdict as it stands, an open cycle as if it stopped now, with the ledger of its clock. */
function told(history: IncidentHistory, side: Side): ToldVerdict | null {
  const { cycle, versions, now, inputs } = side;
  if (cycle === null) return null;
  const stoppedAt = cycle.stoppedAt ?? now;
  const { blocked = [], ...others } = inputs;
  // Who waits inside the company waits on no client's time.
  const heard = cycle.clock === 'ownership' ? { ...others, blocked } : others;
  const ledger = ledgersOf(history, versions, now, heard)(cycle.clock);
  return { ...cycle, stoppedAt, intervals: entriesBetween(ledger, cycle.startedAt, stoppedAt) };
}

function sideOf(cycle: AnyCycle | null): FlipSide | null {
  if (cycle === null) return null;
  const { dueAt, elapsedMs, carriedMs, pausedMs, targetMs, calendarKey, startedAt, stoppedAt } =
    cycle;
  const used = (elapsedMs + carriedMs) as Millis;
  return {
    ...{
      state: countedState(cycle),
      dueAt,
      elapsedMs: used,
      carriedMs,
      pausedMs,
      targetMs,
      calendarKey,
    },
    ...{ startedAt, stoppedAt },
  };
}
