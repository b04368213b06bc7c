import type { Instant, Millis } from '../../time';
import type { AnyClockName, AnyCycle, CycleState, StoppedBy } from '../judge/cycle';
import type { IncidentHistory } from '../judge/history';
import type { PauseReason } from '../policy/rules';

/** One cycle of one clock as it is stored: the verdict with everything a report asks for. */
export type CycleRow = {
  readonly clientProjectId: string;
  readonly issueId: string;
  readonly clock: AnyClockName;
  readonly cycle: number;
  /** Whose time an ownership clock took, as the history names it: a project's key, or what stood in a
   * field. Null for clocks of the whole company. */
  readonly department: string | null;
  /** The Jira project that the issue is in: its department in a report of the client's clocks. */
  readonly projectId: string;
  /** When it was decided. */
  readonly priorityId: string | null;
  readonly priorityName: string | null;
  /** When the cycle began; a report can count by it. */
  readonly firstPriorityName: string | null;
  readonly policyKey: string;
  readonly policyVersion: number;
  readonly calendarKey: string | null;
  /** Of the calendar's definition: the same hash, the same working time. */
  readonly calendarHash: string | null;
  readonly state: CycleState;
  readonly startedAt: Instant;
  readonly stoppedAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly breachedAt: Instant | null;
  /** Places the cycle in a period (see `decidedAt`); null while it is open and in time. */
  readonly decidedAt: Instant | null;
  readonly elapsedMs: Millis;
  /**
   * What had elapsed before a change of goal from which on the new one counts; no part of
   * `elapsedMs`.
   */
  readonly beforeChangeMs: Millis;
  readonly carriedMs: Millis;
  readonly pausedMs: Millis;
  readonly targetMs: Millis | null;
  /** How much of the target was granted by hand. */
  readonly extendedMs: Millis;
  /** Tells the goals of a cycle apart; null without one. */
  readonly goalKey: string | null;
  /** The goal became easier in its last tenth or after the breach. */
  readonly goalChangedLate: boolean;
  readonly pausedBecause: PauseReason | null;
  readonly stoppedHow: StoppedBy['how'] | null;
  readonly stoppedBy: string | null;
  readonly reason: string | null;
  /** Same input and policy, same hash: the verdict can be proved from what was read up to the stop. */
  readonly inputHash: string;
  /** Of the JQL that selected the incident: another one is another decision on what counts. */
  readonly selectionHash: string;
  /** Since when the verdict stands for good, whatever is read later; null while it may change. */
  readonly frozenAt: Instant | null;
  /** Its stop was seen when it happened, or found in the history later. */
  readonly source: VerdictSource;
  /** When the history was read that this follows from; an older reading never replaces a newer. */
  readonly computedAt: Instant;
  /** The issue's property `tam` shows this cycle. A backfill leaves that to the next refresh. */
  readonly isPublished: boolean;
};

export type VerdictSource = 'observed' | 'computed';

/** How many cycles of a clock are in each state, as of a moment. */
export type StateCounts = { readonly [state in CycleState]: number };

/** One breach as a report lists it; names and keys are read from Jira for whoever asks. */
export type BreachRecord = Pick<
  CycleRow,
  | 'issueId'
  | 'clock'
  | 'cycle'
  | 'department'
  | 'projectId'
  | 'priorityName'
  | 'policyVersion'
  | 'calendarKey'
  | 'stoppedAt'
  | 'elapsedMs'
  | 'carriedMs'
  | 'pausedBecause'
  | 'computedAt'
> & { readonly breachedAt: Instant; readonly targetMs: Millis };

/** What a cycle does not know of itself. */
export type RowOrigin = Pick<
  CycleRow,
  'clientProjectId' | 'policyKey' | 'selectionHash' | 'computedAt' | 'isPublished'
>;

/** What the shell adds to each cycle. */
export type RowProof = Pick<CycleRow, 'calendarHash' | 'inputHash' | 'frozenAt' | 'source'>;

/**
 * When a cycle was decided, which is the period that it belongs to: at the breach, else at the
 * stop; a cycle out of the count that never stopped, at its start. Null: open and in time.
 * (SLA semantics C8.2)
 *
 * Due Mon 12:00, stopped Tue 10:00: Mon 12:00. Stopped Mon 11:00: Mon 11:00.
 */
export function decidedAt(cycle: AnyCycle): Instant | null {
  if (cycle.state === 'excluded' || cycle.state === 'invalid') {
    return cycle.stoppedAt ?? cycle.startedAt;
  }
  return countsAsBreached(cycle) ? (cycle.breachedAt ?? cycle.dueAt) : cycle.stoppedAt;
}

/** A breach that happened stays one in the count, whatever goal came later (SLA semantics C4.4). */
function countsAsBreached(cycle: AnyCycle): boolean {
  const isOpen = cycle.state === 'running' || cycle.state === 'paused';
  return cycle.state === 'breached' || (isOpen && cycle.breachedAt !== null);
}

/** The rows to store for the cycles of one incident. */
export function cycleRows(
  history: Pick<IncidentHistory, 'issueId' | 'projectId'>,
  cycles: readonly AnyCycle[],
  origin: RowOrigin,
  proofOf: (cycle: AnyCycle) => RowProof,
): CycleRow[] {
  return cycles.map((cycle) => ({
    ...origin,
    ...proofOf(cycle),
    issueId: history.issueId,
    projectId: history.projectId,
    clock: cycle.clock,
    cycle: cycle.cycle,
    department: cycle.department,
    priorityId: cycle.decidedPriority?.id ?? null,
    priorityName: cycle.decidedPriority?.name ?? null,
    firstPriorityName: cycle.priorityAtStart?.name ?? null,
    policyVersion: cycle.policyVersion,
    calendarKey: cycle.calendarKey,
    state: cycle.state,
    startedAt: cycle.startedAt,
    stoppedAt: cycle.stoppedAt,
    dueAt: cycle.dueAt,
    breachedAt: cycle.breachedAt,
    decidedAt: decidedAt(cycle),
    elapsedMs: cycle.elapsedMs,
    beforeChangeMs: cycle.beforeChangeMs,
    carriedMs: cycle.carriedMs,
    pausedMs: cycle.pausedMs,
    targetMs: cycle.targetMs,
    extendedMs: cycle.extendedMs,
    goalKey: cycle.goalKey,
    goalChangedLate: cycle.goalChangedLate,
    pausedBecause: cycle.pausedBecause,
    stoppedHow: cycle.stoppedBy?.how ?? null,
    stoppedBy: cycle.stoppedBy?.by ?? null,
    reason: cycle.reason ?? null,
  }));
}
