/** Work that outlives the invocation. Delivery is at least once and in no order: bodies only say where to look. */
export type QueuePort = {
  /** Re-read this issue and bring everything derived from it up to date. `delaySeconds` 0 to 900. */
  readonly pushRefresh: (issueIds: readonly string[], delaySeconds: number) => Promise<void>;
  /** Take the next step of this run of the contract simulator. `delaySeconds` 0 to 900. */
  readonly pushSimulation: (simulationId: string, delaySeconds: number) => Promise<void>;
  /** Take the next step of this backfill. `delaySeconds` 0 to 900. */
  readonly pushBackfill: (backfillId: string, delaySeconds: number) => Promise<void>;
};
