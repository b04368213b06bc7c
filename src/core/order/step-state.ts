import type { StatusCategory } from '../issue';

export type StepState = 'ready' | 'waiting' | 'running' | 'done' | 'suspect';

/**
 * Where an issue stands in the order. `suspect` is work that runs although something before it is
 * not done: it was started past the rule, or its blocker was opened again afterwards.
 */
export function stepState(category: StatusCategory, gatingBlockers: number): StepState {
  if (category === 'done') return 'done';
  if (category === 'inProgress') return gatingBlockers === 0 ? 'running' : 'suspect';
  return gatingBlockers === 0 ? 'ready' : 'waiting';
}
