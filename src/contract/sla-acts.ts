import type { LedgerChangeView } from './ledger';
import type { ClockView } from './views';

/** What the TAM or a deputy decides on a clock by hand. `reason` has 10 to 1,000 characters. */
export type SlaActRequest = {
  clientProjectId: string;
  clock: ClockView['clock'];
  reason: string;
} & (
  | {
      kind: 'extend' /** So many minutes more than the target, or from now on. */;
      from: 'target' | 'now';
      minutes: number;
    }
  | { kind: 'reset' }
  /** Out of the count; also of a clock that has stopped. */
  | { kind: 'exclude' }
);

/** A frozen verdict that a recomputation of now would not give again; the frozen one stands. */
export type RecountView = {
  readonly clock: ClockView['clock'];
  readonly cycle: number;
  readonly policyVersion: number;
  /** What it would say; null when it does not find this cycle at all. */
  readonly state: ClockView['state'] | null;
  /** `state`, `elapsedMs`, `dueAt`... with both values; instants as ISO strings, durations in ms. */
  readonly fields: readonly {
    readonly name: string;
    readonly frozen: string | number | null;
    readonly recount: string | number | null;
  }[];
  /** Where it counts time otherwise; null when the ledger of then was not kept. */
  readonly changes: readonly LedgerChangeView[] | null;
  /** How many more there are than those listed. */
  readonly moreChanges: number;
  /** Somebody had it counted again, or decided by hand on a cycle that was frozen. */
  readonly because: 'recompute' | 'act';
  readonly at: string;
};
