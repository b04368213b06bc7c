import type { Span } from '../time';
import type { ClockName, Cycle, CycleState } from './cycle';

export type Compliance = { readonly [state in CycleState]: number } & {
  /** 0..100, not rounded; null when nothing was decided (shown as a dash, never as 0 or 100). */
  readonly percent: number | null;
};

/**
 * How well one clock was kept. Breached-and-still-open counts as breached; running, paused,
 * without target, excluded and invalid cycles are counted apart and never in the percentage.
 * With a period, only cycles decided in it count: at their stop when met, at the breach when not.
 *
 * 87 met, 13 breached, 8 running, 2 excluded: 87.0 %.
 */
export function compliance(cycles: Iterable<Cycle>, clock: ClockName, period?: Span): Compliance {
  const counts: Record<CycleState, number> = {
    met: 0,
    breached: 0,
    running: 0,
    paused: 0,
    noTarget: 0,
    excluded: 0,
    invalid: 0,
  };
  for (const cycle of cycles) {
    if (cycle.clock !== clock) continue;
    if (period !== undefined && !isDecidedIn(cycle, period)) continue;
    counts[countedState(cycle)] += 1;
  }
  const decided = counts.met + counts.breached;
  return { ...counts, percent: decided === 0 ? null : (counts.met * 100) / decided };
}

/** A breach that happened stays one in the count, whatever goal came later. */
function countedState(cycle: Cycle): CycleState {
  const isJudged = cycle.state === 'running' || cycle.state === 'paused';
  return isJudged && cycle.breachedAt !== null ? 'breached' : cycle.state;
}

/** Undecided cycles belong to the period that contains their start. */
function isDecidedIn(cycle: Cycle, period: Span): boolean {
  const at = cycle.breachedAt ?? cycle.stoppedAt ?? cycle.startedAt;
  return at >= period.from && at < period.to;
}
