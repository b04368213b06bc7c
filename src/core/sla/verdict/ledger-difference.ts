import type { Instant, Span } from '../../time';
import { type LedgerEntry, type LedgerLabel, sameLabel } from './ledger';

/** A stretch to which two ledgers give another label; null where one of them has no such time. */
export type LedgerChange = Span & {
  readonly old: LedgerLabel | null;
  readonly new: LedgerLabel | null;
};

/**
 * Where two ledgers of the same cycle tell its time differently: the frozen one first, then that of
 * a second verdict. Half-open stretches in order, as long as they can be; none where both say the
 * same. Entries of each ledger are in order and do not overlap; gaps are no time.
 *
 * Tue 2026-11-24: the frozen ledger has `paused` 10:00-12:00 and `running` 12:00-13:00, the second
 * one `running` 10:00-13:00: one stretch, 10:00-12:00, from `paused` to `running`.
 */
export function ledgerDifference(
  frozen: readonly LedgerEntry[],
  second: readonly LedgerEntry[],
): LedgerChange[] {
  const changes: LedgerChange[] = [];
  const cuts = [...frozen, ...second].flatMap(({ from, to }) => [from, to]).sort((a, b) => a - b);
  let from = cuts[0];
  let [left, right] = [0, 0];
  for (const to of cuts) {
    if (from === undefined || to === from) continue;
    left = passedUpTo(frozen, left, from);
    right = passedUpTo(second, right, from);
    add(changes, { from, to, old: labelAt(frozen[left], from), new: labelAt(second[right], from) });
    from = to;
  }
  return changes;
}

/** The first entry from `index` on that has not ended by then. */
function passedUpTo(ledger: readonly LedgerEntry[], index: number, at: Instant): number {
  let next = index;
  while ((ledger[next]?.to ?? Number.POSITIVE_INFINITY) <= at) next += 1;
  return next;
}

function labelAt(entry: LedgerEntry | undefined, at: Instant): LedgerLabel | null {
  return entry !== undefined && entry.from <= at ? entry.label : null;
}

function add(changes: LedgerChange[], change: LedgerChange): void {
  if (isSame(change.old, change.new)) return;
  const last = changes.at(-1);
  if (last?.to === change.from && isSame(last.old, change.old) && isSame(last.new, change.new)) {
    changes[changes.length - 1] = { ...last, to: change.to };
  } else changes.push(change);
}

function isSame(a: LedgerLabel | null, b: LedgerLabel | null): boolean {
  return a === null || b === null ? a === b : sameLabel(a, b);
}
