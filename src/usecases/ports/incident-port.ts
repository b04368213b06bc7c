import type { ClientProject } from '../../core/project/client-project';
import type { CycleRow } from '../../core/sla/verdict/cycle-row';
import type { OrderState } from './order-state-port';

/** What is stored that the clocks of one issue depend on, and its place in the order. */
export type StoredIssue = {
  /** All of them: any may select the issue. By key. */
  readonly projects: readonly ClientProject[];
  readonly cycles: readonly CycleRow[];
  /** Somebody has decided something on its clocks by hand. */
  readonly hasActs: boolean;
  /** The client project that it is an epic of. */
  readonly ofEpic: ClientProject | null;
  /** Null: its place is not followed, because no links order it and no client project has it. */
  readonly place: OrderState | null;
};

/** All of it in one look (Forge SQL): events and views of issues come by the thousand. */
export type IncidentPort = {
  /** One statement. */
  readonly readIssue: (issueId: string) => Promise<StoredIssue>;
};
