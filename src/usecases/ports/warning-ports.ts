import type { CycleState } from '../../core/sla/cycle';
import type { CycleRow } from '../../core/sla/cycle-row';
import type { Recipient } from '../../core/sla/warning-rules';
import type { Instant } from '../../core/time';

/** A moment at which somebody is to hear of a clock; once per cycle, goal and threshold. */
export type PlannedWarning = Pick<CycleRow, 'issueId' | 'clientProjectId' | 'clock' | 'cycle'> & {
  /** Of all the rest but `dueAt` and `notify`: the same id, the same warning. */
  readonly id: string;
  readonly goalKey: string;
  /** `75%`, `30m` or `breach`. */
  readonly threshold: string;
  readonly notify: readonly Recipient[];
  readonly dueAt: Instant;
  /** `missed`: it was long past when the clock was first looked at. */
  readonly state: 'waiting' | 'missed';
};

/** A warning whose time has come, with the cycle as it is stored. */
export type ClaimedWarning = Omit<PlannedWarning, 'state' | 'dueAt'> & {
  /** Null when the cycle is gone. */
  readonly cycleNow: {
    readonly state: CycleState;
    readonly goalKey: string | null;
    readonly dueAt: Instant | null;
    readonly calendarKey: string | null;
    readonly policyVersion: number;
    readonly isStopped: boolean;
  } | null;
};

/** What one person is to hear of one clock. */
export type Notice = {
  readonly id: string;
  readonly accountId: string;
  readonly issueId: string;
  /** For people; names a key and times only. */
  readonly line: string;
  readonly state: 'held' | 'sent';
  /** Notices of one mail share it; null until sent. */
  readonly mail: string | null;
  readonly at: Instant;
};

/** Warnings and notices (Forge SQL). Every change is one statement. */
export type WarningStorePort = {
  /** Adds them; of those that still wait the time is set anew, all others stay as they are. */
  readonly planWarnings: (warnings: readonly PlannedWarning[]) => Promise<void>;
  /** Takes up to `max` that are due, for one worker only; by the index, never by a scan. */
  readonly claimWarnings: (
    claim: string,
    now: Instant,
    max: number,
  ) => Promise<readonly ClaimedWarning[]>;
  readonly settleWarnings: (ids: readonly string[], state: 'done' | 'dropped') => Promise<void>;
  /** Back to waiting; null: until the clock runs again and is planned anew. */
  readonly postponeWarnings: (ids: readonly string[], until: Instant | null) => Promise<void>;
  readonly addNotices: (notices: readonly Notice[]) => Promise<void>;
  /** Held ones, and those sent since then. */
  readonly listNotices: (sentSince: Instant) => Promise<readonly Notice[]>;
  /** Of these that are still held; answers how many it took, so that two workers send nothing twice. */
  readonly takeNotices: (ids: readonly string[], mail: string, now: Instant) => Promise<number>;
  /** The mail could not be sent: they are held again. */
  readonly giveBackNotices: (mail: string) => Promise<void>;
  /** Removes what is over since long. */
  readonly tidyWarnings: (before: Instant) => Promise<void>;
};
