import type { FrozenStretch } from '../../contract/ledger';
import { entriesBetween, type LedgerEntry } from '../../core/sla/verdict/ledger';
import { type LedgerChange, ledgerDifference } from '../../core/sla/verdict/ledger-difference';
import { isoOf } from '../../core/time';
import type { FrozenLedger } from '../ports/ledger-port';
import { changeView } from './recount-view';

/** The time of a frozen cycle. */
export type ToldStretch = FrozenLedger & {
  /** Where the history now tells it otherwise; null when another policy told it. */
  readonly changes: readonly LedgerChange[] | null;
};

const LISTED_CHANGES = 50;

/**
 * Compares frozen ledgers with the ledger of now, told by the same clock under the policy
 * `policyKey` from the same kind of inputs; cycles without any time are left out.
 *
 * Frozen Mon 10:00-12:00 as a pause, in the queue by the history of now: one stretch with one
 * change, from `paused` to `queue`.
 */
export function toldStretches(
  frozen: readonly FrozenLedger[],
  ledger: readonly LedgerEntry[],
  policyKey: string,
): readonly ToldStretch[] {
  return frozen.flatMap((each) => {
    const [from, to] = [each.entries[0]?.from, each.entries.at(-1)?.to];
    if (from === undefined || to === undefined) return [];
    const isMine = each.policyKey === policyKey;
    const now = entriesBetween(ledger, from, to);
    return [{ ...each, changes: isMine ? ledgerDifference(each.entries, now) : null }];
  });
}

/** What was told where it is told otherwise now, one list a stretch (see `ledgerAsTold`). */
export function frozenEntries(
  stretches: readonly ToldStretch[],
): readonly (readonly LedgerEntry[])[] {
  return stretches.flatMap(({ entries, changes }) =>
    changes === null
      ? [entries]
      : changes.flatMap(({ from, to, old }) => (old === null ? [] : [[{ from, to, label: old }]])),
  );
}

/** For people. `nameOf` as `departmentNames` answers it. */
export function stretchView(
  { cycle, entries, frozenAt, changes }: ToldStretch,
  nameOf: (department: string) => string,
): FrozenStretch {
  const iso = (at: number | undefined) => isoOf(at ?? frozenAt);
  return {
    cycle,
    ...{ from: iso(entries[0]?.from), to: iso(entries.at(-1)?.to), at: iso(frozenAt) },
    changes: (changes ?? []).slice(0, LISTED_CHANGES).map((change) => changeView(change, nameOf)),
  };
}
