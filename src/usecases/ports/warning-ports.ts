import type { CycleState } from '../../core/sla/judge/cycle';
import type { PauseReason } from '../../core/sla/policy/rules';
import type { Recipient } from '../../core/sla/policy/warning-rules';
import type { CycleRow } from '../../core/sla/verdict/cycle-row';
import type { Instant } from '../../core/time';

/** A moment at which somebody is to hear of a clock; once per cycle, goal and threshold. */
export type PlannedWarning = Pick<CycleRow, 'issueId' | 'clientProjectId' | 'clock' | 'cycle'> & {
  /** Of all the rest but `dueAt` and `notify`: the same id, the same warning. */
  readonly id: string;
  readonly goalKey: string;
  /** `75%`, `30m`, `breach` or `+2h`. */
  readonly threshold: string;
  readonly notify: readonly Recipient[];
  readonly dueAt: Instant;
  /** `missed`: it was long past when the clock was first looked at. */
  readonly state: 'waiting' | 'missed';
};

/** A warning whose time has come, with the cycle as it is stored. */
export type ClaimedWarning = Omit<PlannedWarning, 'state' | 'dueAt'> & {
  /** How often it has been claimed, this time included, since it last waited. */
  readonly tries: number;
  /** Null when the cycle is gone. */
  readonly cycleNow: {
    readonly state: CycleState;
    readonly goalKey: string | null;
    readonly dueAt: Instant | null;
    readonly calendarKey: string | null;
    readonly pausedBecause: PauseReason | null;
    readonly policyVersion: number;
    /** Of an ownership clock: whose time it takes. */
    readonly department: string | null;
    readonly isStopped: boolean;
  } | null;
};

/** What one person is to hear of one clock. */
export type Notice = {
  /** Of the warning and the person: told again, it is the same notice. */
  readonly id: string;
  readonly accountId: string;
  readonly issueId: string;
  /** For people; names a key and times only. */
  readonly line: string;
  /** `sending`: somebody has begun, and if he was stopped it is to be sent again. */
  readonly state: 'held' | 'sending' | 'sent';
  /** Notices of one mail share it; null until somebody begins to send it. */
  readonly mail: string | null;
  /** When it was written down, or when somebody last began to send it. */
  readonly at: Instant;
  /** How often somebody has begun. */
  readonly tries: number;
};

export type DueWork = {
  /** A warning of an open cycle is due, or a notice not sent yet. */
  readonly toTell: boolean;
  /** Time has changed the place of an issue in the order. */
  readonly toLookAt: boolean;
};

/** Warnings and notices (Forge SQL). Every change is one statement. */
export type WarningStorePort = {
  /** What has come due by now, of the clocks and of the order. One statement. */
  readonly findWork: (now: Instant) => Promise<DueWork>;
  /** Adds them; of those that still wait the time is set anew, all others stay as they are. */
  readonly planWarnings: (warnings: readonly PlannedWarning[]) => Promise<void>;
  /**
   * Takes up to `max` that are due, for one worker only; by the index, never by a scan. What he has
   * not settled or put off by `until` is due again.
   */
  readonly claimWarnings: (
    claim: string,
    now: Instant,
    max: number,
    until: Instant,
  ) => Promise<readonly ClaimedWarning[]>;
  readonly settleWarnings: (ids: readonly string[], state: 'done' | 'dropped') => Promise<void>;
  /** Back to waiting; null: until the clock runs again and is planned anew. */
  readonly postponeWarnings: (ids: readonly string[], until: Instant | null) => Promise<void>;
  /** Those that are there already stay as they are. */
  readonly addNotices: (notices: readonly Notice[]) => Promise<void>;
  /** Those that are not sent, and those sent since then. */
  readonly listNotices: (sentSince: Instant) => Promise<readonly Notice[]>;
  /**
   * Begins to send those of these that are held, or that somebody began to send before `staleBefore`;
   * answers how many it took, so that two workers send nothing twice.
   */
  readonly takeNotices: (
    ids: readonly string[],
    mail: string,
    now: Instant,
    staleBefore: Instant,
  ) => Promise<number>;
  /** How sending them ended: `refused` and `lost` are never sent, `held` again later. */
  readonly settleNotices: (
    mail: string,
    state: 'sent' | 'held' | 'refused' | 'lost',
  ) => Promise<void>;
  /** Jira asked to wait, which is no failure: they are held as if nobody had begun. */
  readonly giveBackNotices: (mail: string) => Promise<void>;
  /** Removes notices that are over since then; drops due warnings of cycles that have stopped. */
  readonly tidyWarnings: (before: Instant, now: Instant) => Promise<void>;
};
