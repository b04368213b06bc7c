import type { Instant, Millis } from '../time';
import type { NamedRef } from './history';
import type { PauseReason } from './policy';

export type ClockName = 'response' | 'resolution';

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
  readonly how: 'publicComment' | 'inProgress' | 'assigned' | 'resolution' | 'done';
  readonly by: string | null;
};

/** One start-to-stop run of a clock. Durations are working milliseconds of the goal's calendar. */
export type Cycle = {
  readonly clock: ClockName;
  /** Counts from 1; a reopened issue begins the next one. */
  readonly cycle: number;
  readonly startedAt: Instant;
  /** null while the clock has not stopped. */
  readonly stoppedAt: Instant | null;
  /** null while paused in time, and when there is no goal; the moment of breach once breached. */
  readonly dueAt: Instant | null;
  readonly elapsedMs: Millis;
  /** Used up by earlier cycles under the same goal (cumulative clocks), else 0. */
  readonly carriedMs: Millis;
  readonly pausedMs: Millis;
  /** The same pauses by the wall clock, for information. */
  readonly pausedWallMs: Millis;
  readonly pausedFor: { readonly [reason in PauseReason]: Millis };
  readonly targetMs: Millis | null;
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
  /** At decision: when it stopped, or now. */
  readonly priority: NamedRef | null;
  readonly stoppedBy: StoppedBy | null;
  readonly policyVersion: number;
  readonly reason?: string;
};
