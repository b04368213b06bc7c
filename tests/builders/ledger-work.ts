import type { LedgerEntry } from '../../src/core/sla/verdict/ledger';
import type { Instant, Millis } from '../../src/core/time';

/** How much of the clock elapsed between two instants, by the ledger. */
export function workedBetween(ledger: readonly LedgerEntry[], from: Instant, to: Instant): Millis {
  let worked = 0;
  for (const entry of ledger) {
    if (isWork(entry)) {
      worked += Math.max(0, Math.min(to, entry.to) - Math.max(from, entry.from));
    }
  }
  return worked as Millis;
}

/** The first instant with so much of the clock elapsed since `from`; undefined: not in the ledger. */
export function deadlineAlong(
  ledger: readonly LedgerEntry[],
  from: Instant,
  duration: Millis,
): Instant | undefined {
  let left: number = duration;
  for (const entry of ledger) {
    if (!isWork(entry) || entry.to <= from) continue;
    const start = Math.max(from, entry.from);
    if (left <= entry.to - start) return (start + left) as Instant;
    left -= entry.to - start;
  }
  return undefined;
}

function isWork({ label }: LedgerEntry): boolean {
  return label.kind === 'running' || label.kind === 'queue' || label.kind === 'blocked';
}
