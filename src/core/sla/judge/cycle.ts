import type { Instant, Millis } from '../../time';
import type { PauseReason } from '../policy/rules';
import type { NamedRef } from './history';

/** The two clocks that a client is promised. */
export type ClockName = 'response' | 'resolution';

/** Those, the answer to each later message, and how long each department had the issue. */
export type AnyClockName = ClockName | 'nextResponse' | 'ownership';

/** The place of a clock wherever clocks stand in a row. */
export const SLOT = { response: 0, resolution: 1, nextResponse: 2, ownership: 3 } as const;

/**
 * - `met`, `breached`: decided; `breached` may still be open (no `stoppedAt`)
 * - `running`, `paused`: open and in time
 * - `noTarget`: no goal for this priority and type; elapsed is kept, nothing is judged
 * - `excluded`: out of the count, and `reason` says why (cancelled, no observed start)
 * - `invalid`: the data contradict themselves, and `reason` says how
 */
export type CycleState =
  | 'met'
  | 'breached'
  | 'running'
  | 'paused'
  | 'noTarget'
  | 'excluded'
  | 'invalid';

/** What stopped a clock: who, when nobody is hidden, and by which act. */
export type StoppedBy = {
  readonly how:
    | 'publicComment'
    | 'inProgress'
    | 'assigned'
    | 'statusChange'
    | 'resolution'
    | 'done'
    /** A condition of the policy came to hold. */
    | 'rule'
    /** The client wrote. */
    | 'clientComment'
    /** Another department took over, or another contract. */
    | 'moved'
    /** It was started over, by a rule of the policy or by hand. */
    | 'reset';
  readonly by: string | null;
};

/** One start-to-stop run of a clock. Durations are working milliseconds of the goal's calendar. */
export type Cycle<Name extends AnyClockName = ClockName> = {
  readonly clock: Name;
  /** Counts from 1; a reopened issue begins the next one. */
  readonly cycle: number;
  readonly startedAt: Instant;
  /** null while the clock has not stopped. */
  readonly stoppedAt: Instant | null;
  /** null while paused in time, and when there is no goal; the moment of breach once breached. */
  readonly dueAt: Instant | null;
  readonly elapsedMs: Millis;
  /** What had elapsed before a change of goal from which on the new one counts; else 0. */
  readonly beforeChangeMs: Millis;
  /** Used up by earlier cycles under the same goal (cumulative clocks), else 0. */
  readonly carriedMs: Millis;
  readonly pausedMs: Millis;
  /** The same pauses by the wall clock, for information. */
  readonly pausedWallMs: Millis;
  readonly pausedFor: { readonly [reason in PauseReason]: Millis };
  /** With extensions. Goals of days and dates: the working time from the start to the due instant. */
  readonly targetMs: Millis | null;
  /** How much of the target was granted by hand. */
  readonly extendedMs: Millis;
  /** Tells the goals of a cycle apart: warnings are given once per cycle and goal. */
  readonly goalKey: string | null;
  /** The goal became easier in its last tenth or after the breach. */
  readonly goalChangedLate: boolean;
  readonly calendarKey: string | null;
  readonly state: CycleState;
  /** The first breach; it stays when a later goal would have been met. */
  readonly breachedAt: Instant | null;
  /** Target less everything used up; negative is the overrun; null without a target. */
  readonly remainingMs: Millis | null;
  /** Why the clock stands still now; null when it does not. */
  readonly pausedBecause: PauseReason | null;
  /** When working hours begin again, if the clock is open and now is outside of them. */
  readonly sleepingUntil: Instant | null;
  /** When it stopped, or now. */
  readonly priority: NamedRef | null;
  /** When it was decided: at the breach, at the stop; or now. */
  readonly decidedPriority: NamedRef | null;
  readonly priorityAtStart: NamedRef | null;
  readonly stoppedBy: StoppedBy | null;
  readonly policyVersion: number;
  /** Whose turn it was; null for clocks of the whole company. */
  readonly department: string | null;
  readonly reason?: string;
  /** What it would be without the acts by hand; set only where there was one. */
  readonly original?: OriginalVerdict;
};

export type OriginalVerdict = {
  readonly state: CycleState;
  readonly dueAt: Instant | null;
  readonly breachedAt: Instant | null;
  readonly targetMs: Millis | null;
};

/** A cycle of any clock. */
export type AnyCycle = Cycle<AnyClockName>;
