import type { ProjectRef } from '../../core/sla/policy/incident-jql';

/** What an event says of where to look; it may be late or old, so it says nothing else. */
export type IssueChange = {
  readonly issueId: string;
  /** Null when the event does not say. */
  readonly project: ProjectRef | null;
  /** Names of the changed fields; empty for anything but an update. */
  readonly fields: readonly string[];
  /** The issue was deleted, and by whom; null: the event names nobody. Absent: it was not. */
  readonly deletion?: { readonly by: string | null };
};

/**
 * Work that outlives the invocation. Delivery is at least once and in no order: bodies only say where
 * to look. Throws QueueFullError when no more is taken for now.
 */
export type JobQueue = {
  /** Find out what each of these changes of issues asks for, and do it. */
  readonly pushChanges: (changes: readonly IssueChange[]) => Promise<void>;
  /** Re-read this issue and bring everything derived from it up to date. `delaySeconds` 0 to 900. */
  readonly pushRefresh: (issueIds: readonly string[], delaySeconds: number) => Promise<void>;
  /** Look at the place of these issues in the order. `delaySeconds` 0 to 900. */
  readonly pushOrder: (issueIds: readonly string[], delaySeconds: number) => Promise<void>;
  /** Take the next step of this run of the contract simulator. `delaySeconds` 0 to 900. */
  readonly pushSimulation: (simulationId: string, delaySeconds: number) => Promise<void>;
  /** Take the next step of this dry run of the order. `delaySeconds` 0 to 900. */
  readonly pushDryRun: (dryRunId: string, delaySeconds: number) => Promise<void>;
  /** Look over the whole order, as every night. `delaySeconds` 0 to 900. */
  readonly pushOrderSweep: (delaySeconds: number) => Promise<void>;
  /** Take the next step of this backfill. `delaySeconds` 0 to 900. */
  readonly pushBackfill: (backfillId: string, delaySeconds: number) => Promise<void>;
};

/** The same; looks at issues that find no place in the queue are kept until there is one. */
export type QueuePort = Omit<JobQueue, 'pushChanges'> & {
  readonly pushChange: (change: IssueChange) => Promise<void>;
  /** Queues what was kept, as far as there is room. */
  readonly pushWaiting: () => Promise<void>;
  /** How many looks are kept. One SQL statement. */
  readonly countWaiting: () => Promise<number>;
};
