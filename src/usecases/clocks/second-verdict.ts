import { hasMark, unmarkedCalendarHash } from '../../core/sla/judge/calendar-hash';
import type { CompiledPolicy } from '../../core/sla/policy/policy';
import type { CycleRow } from '../../core/sla/verdict/cycle-row';
import { entriesBetween, type LedgerEntry } from '../../core/sla/verdict/ledger';
import { type LedgerChange, ledgerDifference } from '../../core/sla/verdict/ledger-difference';
import type { Instant } from '../../core/time';
import type { FrozenLedger } from '../ports/ledger-port';
import type { FieldDifference } from '../ports/recount-port';

const VERDICT = [
  ...(['state', 'startedAt', 'stoppedAt', 'dueAt', 'breachedAt', 'elapsedMs'] as const),
  ...(['pausedMs', 'targetMs', 'reason'] as const),
];

/** What a verdict says, without what it was made of. */
export type Said = Pick<CycleRow, (typeof VERDICT)[number]>;

/**
 * What a second verdict says otherwise, field by field; instants and durations in ms. `again` is
 * missing when the history has no such cycle any more. Another version or calendar is told beside a
 * difference, but is none by itself.
 */
export function fieldDifferences(
  frozen: CycleRow,
  again: CycleRow | undefined,
  versions: readonly CompiledPolicy[],
): readonly FieldDifference[] {
  const said = verdictDifferences(frozen, again);
  return again === undefined ? said : [...said, ...madeOf(frozen, again, versions)];
}

/** The same of the verdict alone. */
export function verdictDifferences(
  frozen: Said,
  again: Said | undefined,
): readonly FieldDifference[] {
  if (again === undefined) return [{ name: 'state', frozen: frozen.state, recount: null }];
  return VERDICT.flatMap((name) =>
    frozen[name] === again[name] ? [] : [{ name, frozen: frozen[name], recount: again[name] }],
  );
}

/** Does the second verdict say something else, and not only follow from something else? */
export function isAnother(
  fields: readonly FieldDifference[],
  changes: readonly LedgerChange[] | null,
): boolean {
  const said: readonly string[] = VERDICT;
  return (changes ?? []).length > 0 || fields.some(({ name }) => said.includes(name));
}

function madeOf(
  frozen: CycleRow,
  again: CycleRow,
  versions: readonly CompiledPolicy[],
): readonly FieldDifference[] {
  const calendarHash = hasMark(frozen.calendarHash)
    ? again.calendarHash
    : unmarkedCalendarHash(
        again.calendarKey,
        versions.find(({ policy }) => policy.version === again.policyVersion),
      );
  const { policyVersion } = again;
  return [
    { name: 'policyVersion', frozen: frozen.policyVersion, recount: policyVersion },
    { name: 'calendarHash', frozen: frozen.calendarHash, recount: calendarHash },
  ].filter((field) => field.frozen !== field.recount);
}

/**
 * Where a second ledger tells the time of a frozen cycle otherwise; null when the frozen one was
 * not kept. `ledger` is that of the cycle's clock as it is told now, `again` its cycle in it. Where
 * the frozen ledger was too long to be kept whole, the rest is not compared.
 */
export function ledgerChanges(
  frozen: FrozenLedger | undefined,
  ledger: readonly LedgerEntry[],
  again: Pick<CycleRow, 'startedAt' | 'stoppedAt'> | undefined,
  now: Instant,
): LedgerChange[] | null {
  if (frozen === undefined) return null;
  const { entries, cutAt } = frozen;
  if (again === undefined) return ledgerDifference(entries, []);
  const end = Math.min(again.stoppedAt ?? now, cutAt ?? Number.POSITIVE_INFINITY) as Instant;
  return ledgerDifference(entries, entriesBetween(ledger, again.startedAt, end));
}
