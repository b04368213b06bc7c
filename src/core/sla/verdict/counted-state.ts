import type { AnyCycle, CycleState } from '../judge/cycle';
import type { StateCounts } from './cycle-row';

/** Of a clock that nothing was judged by. */
export const NO_COUNTS: StateCounts = {
  met: 0,
  breached: 0,
  running: 0,
  paused: 0,
  noTarget: 0,
  excluded: 0,
  invalid: 0,
};

/**
 * What a cycle counts as: a breach that happened stays one, whatever goal came later (SLA semantics
 * C4.4).
 *
 * Breached at 14:00, then given a longer goal, and running: `breached`.
 */
export function countedState({ state, breachedAt }: AnyCycle): CycleState {
  const isOpen = state === 'running' || state === 'paused';
  return isOpen && breachedAt !== null ? 'breached' : state;
}
