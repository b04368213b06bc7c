import type { LabelView } from './ledger';
import type { ClockView } from './views';

/** One run of the contract simulator. */
export type SimulationView = {
  readonly id: string;
  readonly clientProjectKey: string;
  readonly months: number;
  readonly state: 'waiting' | 'running' | 'done' | 'cancelled' | 'failed';
  readonly done: number;
  readonly total: number | null;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly error: string | null;
  readonly skipped: readonly { readonly issueKey: string; readonly why: string }[];
  /** Names of the contracts, with their versions. */
  readonly present: string;
  readonly other: string;
  readonly tallies: { readonly present: TallyView; readonly other: TallyView };
  /** Of issues that the viewer may browse; while it runs, none yet. */
  readonly flips: readonly FlipView[];
  /** All of them, also those that are not listed. */
  readonly flipCount: number;
};

export type TallyView = { readonly response: CountsView; readonly resolution: CountsView };

export type CountsView = {
  readonly met: number;
  readonly breached: number;
  /** Open, without a goal, excluded, invalid. */
  readonly notCounted: number;
};

export type FlipView = {
  readonly issueKey: string;
  readonly clock: ClockView['clock'];
  readonly cycle: number;
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
};

export type FlipSideView = {
  readonly state: ClockView['state'];
  readonly elapsedMs: number;
  readonly pausedMs: number;
  readonly targetMs: number | null;
};
