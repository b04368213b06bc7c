import type { CycleState } from '../../core/sla/judge/cycle';
import type { CycleRow } from '../../core/sla/verdict/cycle-row';
import type { LedgerChange } from '../../core/sla/verdict/ledger-difference';
import type { Instant } from '../../core/time';

/** One field in which a recomputation differs from a frozen verdict; instants and durations in ms. */
export type FieldDifference = {
  readonly name: string;
  readonly frozen: string | number | null;
  readonly recount: string | number | null;
};

/** What a recomputation says of a cycle whose verdict is frozen otherwise. */
export type Recount = Pick<CycleRow, 'issueId' | 'clientProjectId' | 'clock' | 'cycle'> & {
  /** The version that the recomputation judged by. */
  readonly policyVersion: number;
  /** Null when the recomputation does not find this cycle at all. */
  readonly state: CycleState | null;
  readonly differences: {
    readonly fields: readonly FieldDifference[];
    /** Where the ledger that was frozen and that of now tell time otherwise; null: none was kept. */
    readonly changes: readonly LedgerChange[] | null;
    /** How many more there are than those listed. */
    readonly moreChanges: number;
  };
  /** Somebody had it computed again, or decided on the frozen cycle by hand. */
  readonly because: 'recompute' | 'act';
  readonly actorAccountId: string;
  readonly at: Instant;
};

/** Second verdicts (Forge SQL). The frozen ones are never touched by them; they go with those. */
export type RecountPort = {
  /** The latest recomputation of each cycle is kept. One statement. */
  readonly saveRecounts: (recounts: readonly Recount[]) => Promise<void>;
  readonly listRecounts: (issueId: string) => Promise<readonly Recount[]>;
};
