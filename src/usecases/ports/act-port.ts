import type { ManualAct } from '../../core/sla/judge/judge-inputs';
import type { CycleRow } from '../../core/sla/verdict/cycle-row';

/** What somebody decided on a clock by hand, and the verdict that stood before. */
export type SlaAct = {
  readonly id: string;
  readonly issueId: string;
  readonly clientProjectId: string;
  /** Which cycle it was about when he decided. */
  readonly cycle: number;
  readonly act: ManualAct;
  readonly original: Pick<CycleRow, 'state' | 'dueAt' | 'targetMs' | 'breachedAt' | 'stoppedAt'>;
};

/** Acts by hand (Forge SQL); never changed, never removed. */
export type ActPort = {
  readonly addAct: (act: SlaAct) => Promise<void>;
  /** Of these issues, in the order in which they were done. One statement per 1,000. */
  readonly listActs: (issueIds: readonly string[]) => Promise<readonly SlaAct[]>;
  /** Takes a frozen cycle out of the count: a decision, where a recomputation changes nothing. */
  readonly excludeFrozen: (
    row: Pick<CycleRow, 'issueId' | 'clientProjectId' | 'clock' | 'cycle'>,
    reason: string,
  ) => Promise<void>;
};
