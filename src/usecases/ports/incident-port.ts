import type { ClientProject } from '../../core/project/client-project';
import type { CycleRow } from '../../core/sla/cycle-row';

/** What is stored that a refresh of one issue depends on. */
export type StoredIssue = {
  /** All of them: any may select the issue. By key. */
  readonly projects: readonly ClientProject[];
  readonly cycles: readonly CycleRow[];
  /** Somebody has decided something on its clocks by hand. */
  readonly hasActs: boolean;
  /** Its place in the order is followed: links order it, or a client project has it. */
  readonly isOrdered: boolean;
};

/** Client projects, cycles and acts in one look (Forge SQL): events come by the thousand. */
export type IncidentPort = {
  /** One statement. */
  readonly readIssue: (issueId: string) => Promise<StoredIssue>;
};
