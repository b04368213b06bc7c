import type { Instant } from '../time';
import type { AnyClockName, AnyCycle } from './cycle';
import { entriesBetween, type LedgerEntry } from './ledger';
import { type LedgerChange, ledgerDifference } from './ledger-difference';
import type { CompiledPolicy } from './policy';

/** A verdict as it was when its cycle stopped, with what it followed from. Never rewritten. */
export type FrozenVerdict = Pick<
  AnyCycle,
  | 'cycle'
  | 'department'
  | 'state'
  | 'startedAt'
  | 'dueAt'
  | 'breachedAt'
  | 'elapsedMs'
  | 'carriedMs'
  | 'pausedMs'
  | 'targetMs'
  | 'extendedMs'
  | 'calendarKey'
  | 'policyVersion'
> & {
  readonly clock: AnyClockName;
  readonly stoppedAt: Instant;
  readonly reason: string | null;
  readonly policyKey: string;
  readonly inputHash: string;
  /** The ledger from its start to its stop. */
  readonly intervals: readonly LedgerEntry[];
};

/**
 * Freezes the verdict of a stopped cycle; null for one that has not stopped. `ledger` is the
 * issue's (see `ledgerOf`), `inputHash` that of everything up to the stop (see `inputHash`).
 */
export function freeze(
  cycle: AnyCycle,
  policy: CompiledPolicy,
  inputHash: string,
  ledger: readonly LedgerEntry[],
): FrozenVerdict | null {
  const { stoppedAt, startedAt } = cycle;
  if (stoppedAt === null) return null;
  const { clock, department, state, dueAt, breachedAt, calendarKey, policyVersion } = cycle;
  const { elapsedMs, carriedMs, pausedMs, targetMs, extendedMs } = cycle;
  return {
    ...{ clock, cycle: cycle.cycle, department, state, startedAt, stoppedAt, dueAt, breachedAt },
    ...{ elapsedMs, carriedMs, pausedMs, targetMs, extendedMs, calendarKey, policyVersion },
    policyKey: policy.policy.key,
    reason: cycle.reason ?? null,
    inputHash,
    intervals: entriesBetween(ledger, startedAt, stoppedAt),
  };
}

export type VerdictDifference = {
  /** Met became breached or the other way round, or one of them is not judged. */
  readonly flips: boolean;
  readonly fields: readonly {
    readonly name: string;
    readonly old: unknown;
    readonly new: unknown;
  }[];
  /** Where the two count time differently. */
  readonly intervals: readonly LedgerChange[];
};

const COMPARED = [
  ...(['state', 'startedAt', 'stoppedAt', 'dueAt', 'breachedAt', 'elapsedMs'] as const),
  ...(['pausedMs', 'targetMs', 'extendedMs', 'calendarKey', 'policyVersion', 'reason'] as const),
  'inputHash' as const,
];

/**
 * What a second verdict says differently, field by field and stretch by stretch. The first one
 * stands: this explains the second beside it.
 *
 * A holiday that was added for Mon 2026-11-23: `elapsedMs` differs, and Mon 09:00-18:00 was
 * `running` and is `sleeping`.
 */
export function compareVerdicts(old: FrozenVerdict, second: FrozenVerdict): VerdictDifference {
  const fields = COMPARED.flatMap((name) =>
    old[name] === second[name] ? [] : [{ name, old: old[name], new: second[name] }],
  );
  return {
    flips: old.state !== second.state,
    fields,
    intervals: ledgerDifference(old.intervals, second.intervals),
  };
}
