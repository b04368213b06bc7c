import type { Millis, Span } from '../time';
import { type Compliance, compliance, isInPeriod, type PeriodRule } from './compliance';
import type { AnyClockName, AnyCycle } from './cycle';

export type Percentile = {
  /** null of nothing: shown as a dash, never as 0. */
  readonly value: Millis | null;
  readonly n: number;
  /** Of fewer than eight values, shown in grey. */
  readonly isFew: boolean;
};

const FEW = 8;

/**
 * The percentile of durations by nearest rank: the smallest value that so many percent of them do
 * not pass. Throws RangeError for a percentage outside of 0 to 100.
 *
 * Of 15, 20, 35, 40 and 50 minutes, 30 % is 20, 50 % is 35 and 100 % is 50 minutes.
 */
export function percentile(values: readonly Millis[], percent: number): Percentile {
  if (!(percent >= 0 && percent <= 100)) throw new RangeError(`not a percentage: ${percent}`);
  const sorted = [...values].sort((a, b) => a - b);
  const rank = Math.max(1, Math.ceil((percent / 100) * sorted.length));
  return { value: sorted[rank - 1] ?? null, n: sorted.length, isFew: sorted.length < FEW };
}

/** The middle one; of an even number the lower of the two in the middle, which really occurred. */
export function median(values: readonly Millis[]): Percentile {
  return percentile(values, 50);
}

/**
 * How long the decided and completed cycles of a clock took: open ones would only grow. What elapsed
 * before a goal that counts from its change is part of it.
 */
export function durationsOf(
  cycles: readonly AnyCycle[],
  clock: AnyClockName,
  period?: Span,
  rule: PeriodRule = 'decided',
): Millis[] {
  return cycles.flatMap((cycle) => {
    const isDone =
      cycle.stoppedAt !== null && (cycle.state === 'met' || cycle.state === 'breached');
    if (cycle.clock !== clock || !isDone) return [];
    if (period !== undefined && !isInPeriod(cycle, period, rule)) return [];
    return [(cycle.carriedMs + cycle.beforeChangeMs + cycle.elapsedMs) as Millis];
  });
}

/** Compliance of each group; a cycle that `groupOf` gives no name is in none. */
export function complianceBy(
  cycles: readonly AnyCycle[],
  clock: AnyClockName,
  groupOf: (cycle: AnyCycle) => string | null,
  period?: Span,
  rule: PeriodRule = 'decided',
): Map<string, Compliance> {
  const groups = new Map<string, AnyCycle[]>();
  for (const cycle of cycles) {
    const name = groupOf(cycle);
    if (name === null) continue;
    const group = groups.get(name) ?? [];
    group.push(cycle);
    groups.set(name, group);
  }
  return new Map([...groups].map(([name, of]) => [name, compliance(of, clock, period, rule)]));
}

/** Whose cycle it was: for ownership clocks (SLA semantics C8.5). */
export const byDepartment = (cycle: AnyCycle): string | null => cycle.department;

/** The priority when the cycle was decided: at its breach, at its stop, or now. */
export const byPriority = (cycle: AnyCycle): string | null => cycle.decidedPriority?.name ?? null;

export const byFirstPriority = (cycle: AnyCycle): string | null =>
  cycle.priorityAtStart?.name ?? null;
