import type { AnyCycle } from '../judge/cycle';
import type { LedgerEntry } from './ledger';
import { type LedgerChange, ledgerDifference } from './ledger-difference';

/** The verdict of a cycle with its ledger, to be held against another verdict of the same cycle. */
export type ToldVerdict = Pick<
  AnyCycle,
  | 'state'
  | 'startedAt'
  | 'stoppedAt'
  | 'dueAt'
  | 'breachedAt'
  | 'elapsedMs'
  | 'pausedMs'
  | 'targetMs'
  | 'extendedMs'
  | 'calendarKey'
  | 'policyVersion'
  | 'reason'
> & {
  /** The ledger from its start to its stop. */
  readonly intervals: readonly LedgerEntry[];
};

export type VerdictDifference = {
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
];

/**
 * What a second verdict says differently, field by field and stretch by stretch. The first one
 * stands: this explains the second beside it.
 *
 * A holiday that was added for Mon 2026-11-23: `elapsedMs` differs, and Mon 09:00-18:00 was
 * `running` and is `sleeping`.
 */
export function compareVerdicts(old: ToldVerdict, second: ToldVerdict): VerdictDifference {
  const fields = COMPARED.flatMap((name) =>
    old[name] === second[name] ? [] : [{ name, old: old[name], new: second[name] }],
  );
  return { fields, intervals: ledgerDifference(old.intervals, second.intervals) };
}
