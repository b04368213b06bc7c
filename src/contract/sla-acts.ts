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
  /** What the time between its start and its stop went to, as it is read now. */
  readonly intervals: readonly {
    readonly from: string;
    readonly to: string;
    readonly label: string;
  }[];
};
