import type { FrozenLedger, LedgerPort } from '../../src/usecases/ports/ledger-port';
import type { MemorySlaStore } from './memory-sla-store';

/** Ledgers of frozen cycles in memory, as their port says they behave. */
export class MemoryLedgers implements LedgerPort {
  readonly kept: FrozenLedger[] = [];
  saves = 0;

  constructor(private readonly cycles: MemorySlaStore) {}

  saveLedgers: LedgerPort['saveLedgers'] = async (ledgers) => {
    if (ledgers.length === 0) return;
    this.saves += 1;
    this.kept.push(
      ...ledgers.filter((ledger) => !this.kept.some((kept) => nameOf(kept) === nameOf(ledger))),
    );
  };

  listLedgers: LedgerPort['listLedgers'] = async (issueId) => {
    const frozen = new Set(
      [...this.cycles.rows.values()].map((row) => nameOf({ ...row, frozenAt: row.frozenAt ?? 0 })),
    );
    return this.kept.filter((ledger) => ledger.issueId === issueId && frozen.has(nameOf(ledger)));
  };
}

type Name = Omit<FrozenLedger, 'policyKey' | 'frozenAt' | 'entries' | 'cutAt'> & {
  readonly frozenAt: number;
};

const nameOf = ({ issueId, clientProjectId, clock, cycle, frozenAt }: Name) =>
  [issueId, clientProjectId, clock, cycle, frozenAt].join(' ');
