import type { CycleRow } from '../../core/sla/verdict/cycle-row';
import type { LedgerEntry } from '../../core/sla/verdict/ledger';
import type { Instant } from '../../core/time';

/** What the time of a frozen cycle went to, as it was told when the cycle was frozen. */
export type FrozenLedger = Pick<
  CycleRow,
  'issueId' | 'clientProjectId' | 'clock' | 'cycle' | 'policyKey'
> & {
  /** That of the cycle: a ledger belongs to the freezing that it was written with. */
  readonly frozenAt: Instant;
  /** From the start to the stop, without gaps. */
  readonly entries: readonly LedgerEntry[];
  /** From then on nothing was kept, because the ledger is too long; null when it is whole. */
  readonly cutAt: Instant | null;
};

/**
 * Ledgers of frozen cycles (Forge SQL): only ever added, and removed together with their cycle. A
 * cycle that is frozen because its issue is gone has none: there is no history to tell it from.
 */
export type LedgerPort = {
  /**
   * Adds them, before their cycles are stored as frozen; what is there stays. Two readings may
   * freeze a cycle at once: the ledger of the one that came second is never listed. One statement
   * per 800 kB, which is some 2,500 cycles of a day or two; none without ledgers.
   */
  readonly saveLedgers: (ledgers: readonly FrozenLedger[]) => Promise<void>;
  /** Of the frozen cycles of an issue, in all client projects. One statement. */
  readonly listLedgers: (issueId: string) => Promise<readonly FrozenLedger[]>;
};
