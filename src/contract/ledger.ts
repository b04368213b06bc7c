import type { RecountView } from './sla-acts';

/** What a stretch of an issue's life went to. `name`: a department, or who stands in the way. */
export type LabelView =
  | { readonly kind: 'running' | 'queue' | 'blocked'; readonly name: string }
  | { readonly kind: 'paused'; readonly reason: 'client' | 'vendor' | 'internal' }
  | { readonly kind: 'sleeping' | 'stopped' };

/** Where every minute of an issue's life went, from its creation on. */
export type LedgerView = {
  readonly issueKey: string;
  readonly now: string;
  /** In order and without gaps, up to `now` or to when the clock stopped for good. */
  readonly entries: readonly LedgerEntryView[];
  /** The same by label, the longest first; they sum to `lifeMs`. */
  readonly sums: readonly { readonly label: LabelView; readonly ms: number }[];
  /** Running, in a queue and blocked: what counts against the goal. */
  readonly countedMs: number;
  readonly lifeMs: number;
  /** Since when the clock is stopped; null while it is open. */
  readonly stoppedSince: string | null;
  /** Second verdicts beside frozen ones; empty where nobody counted again, or it came out the same. */
  readonly recounts: readonly RecountView[];
  /**
   * Blockers that were opened again while the issue stood behind them, in order. They say why it is
   * blocked once more; the clocks go by `entries` alone.
   */
  readonly reopened: readonly ReopenedView[];
  /** Stretches of `entries` that are told as they were frozen, in order. */
  readonly frozen: readonly FrozenStretch[];
};

export type ReopenedView = {
  readonly at: string;
  /** Null for somebody who may not browse it. */
  readonly issueKey: string | null;
  readonly department: string;
};

/** The time of a frozen run: what the client was told of it. */
export type FrozenStretch = {
  readonly cycle: number;
  readonly from: string;
  readonly to: string;
  /** Since when it stands. */
  readonly at: string;
  /** Where Jira now tells it otherwise, at most 50; empty where it does not. */
  readonly changes: readonly LedgerChangeView[];
};

export type LedgerEntryView = {
  readonly from: string;
  readonly to: string;
  readonly label: LabelView;
};

/** A stretch that the frozen ledger and that of now tell otherwise; null: one has no such time. */
export type LedgerChangeView = {
  readonly from: string;
  readonly to: string;
  readonly frozen: LabelView | null;
  readonly now: LabelView | null;
};
