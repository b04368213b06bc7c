import type { Instant } from '../../time';
import { entriesBetween, type LedgerEntry, sameLabel } from './ledger';

/**
 * The ledger of an issue as the client is told it: where cycles are frozen what was frozen then, and
 * around them what the history says now. `frozen` are the entries of those cycles, one list each.
 *
 * Frozen Mon 10:00-12:00 as one pause; the history now says queue from 10:00 to 13:00: paused
 * 10:00-12:00, queue 12:00-13:00.
 */
export function ledgerAsTold(
  now: readonly LedgerEntry[],
  frozen: readonly (readonly LedgerEntry[])[],
): LedgerEntry[] {
  const [start, end] = [now[0]?.from, now.at(-1)?.to];
  if (start === undefined || end === undefined) return [];
  let told: readonly LedgerEntry[] = now;
  for (const entries of frozen) {
    const [from, to] = [entries[0]?.from, entries.at(-1)?.to];
    if (from === undefined || to === undefined) continue;
    const kept = entriesBetween(entries, start, end);
    told = [...entriesBetween(told, start, from), ...kept, ...entriesBetween(told, to, end)];
  }
  return joined(told);
}

/** Neighbours that say the same as one. */
function joined(entries: readonly LedgerEntry[]): LedgerEntry[] {
  const list: LedgerEntry[] = [];
  for (const entry of entries) {
    const last = list.at(-1);
    if (last !== undefined && last.to === entry.from && sameLabel(last.label, entry.label)) {
      list[list.length - 1] = { ...last, to: entry.to as Instant };
    } else list.push(entry);
  }
  return list;
}
