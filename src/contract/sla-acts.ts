/** What the TAM or a deputy decides on a clock by hand. `reason` has 10 to 1,000 characters. */
export type SlaActRequest = {
  clientProjectId: string;
  clock: 'response' | 'resolution';
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
