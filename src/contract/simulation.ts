import type { Person } from '../core/issue';
import type { LabelView } from './ledger';
import type { ClockView } from './views';

/** A run of the contract simulator, as far as the list says. */
export type SimulationRow = {
  readonly id: string;
  readonly clientProjectKey: string;
  readonly months: number;
  readonly state: 'waiting' | 'running' | 'done' | 'cancelled' | 'failed';
  readonly done: number;
  readonly total: number | null;
  readonly startedAt: string;
  /** Null: nobody knows any more. */
  readonly startedBy: Person | null;
  readonly finishedAt: string | null;
  /** Names of the contracts, with their versions, as they were when it began. */
  readonly present: string;
  readonly other: string;
  readonly flipCount: number;
  /** It is not over, and nothing has happened to any run for a while: its job is lost. */
  readonly isStuck: boolean;
};

/** One run with what it found. */
export type SimulationView = SimulationRow & {
  readonly error: string | null;
  readonly skipped: readonly { readonly issueKey: string; readonly why: string }[];
  readonly tallies: { readonly present: TallyView; readonly other: TallyView };
  /** Incidents that the JQL of only one of the contracts selects. */
  readonly onlyPresent: number;
  readonly onlyOther: number;
  /** Of issues that the viewer may browse; while it runs, none yet. */
  readonly flips: readonly FlipView[];
};

/** The last runs, latest first, and the one that is open on the screen. */
export type SimulationList = {
  readonly runs: readonly SimulationRow[];
  readonly open: SimulationView | null;
};

/** Of a clock that the contract does not have, nothing. */
export type TallyView = { readonly [clock in ClockView['clock']]: CountsView };

export type CountsView = {
  readonly met: number;
  readonly breached: number;
  /** Open, without a goal, excluded, invalid. */
  readonly notCounted: number;
};

export type FlipView = {
  readonly issueKey: string;
  readonly clock: ClockView['clock'];
  /** Of an ownership clock whose time it was, as it is called here; null for the others. */
  readonly department: string | null;
  readonly cycle: number;
  /** Whose incident it is, by the JQL of the two contracts. */
  readonly selectedBy: 'both' | 'present' | 'other';
  /** Null: that contract has no such clock here. */
  readonly present: FlipSideView | null;
  readonly other: FlipSideView | null;
  /** Stretches that the two count differently, the first ones in order. */
  readonly intervals: readonly {
    readonly from: string;
    readonly to: string;
    readonly present: LabelView | null;
    readonly other: LabelView | null;
  }[];
  readonly intervalCount: number;
  /** How much time went to one thing here and to another there, in all; the longest first. */
  readonly shifts: readonly {
    readonly present: LabelView | null;
    readonly other: LabelView | null;
    readonly ms: number;
  }[];
};

export type FlipSideView = {
  readonly state: ClockView['state'];
  readonly elapsedMs: number;
  /** Of this, what earlier runs of the clock had used up. */
  readonly carriedMs: number;
  readonly pausedMs: number;
  readonly targetMs: number | null;
  /** What the calendar of its goal is called. */
  readonly calendar: string | null;
  readonly startedAt: string;
  /** Null while it is open. */
  readonly stoppedAt: string | null;
};
