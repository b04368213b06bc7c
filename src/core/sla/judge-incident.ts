import type { Instant } from '../time';
import type { Cycle } from './cycle';
import type { IncidentHistory } from './history';
import type { CompiledPolicy } from './policy';

/**
 * Every cycle of both clocks of one incident, as of `now`: response first, then the resolution
 * cycles in order. Events after `now` are not looked at.
 */
export function judgeIncident(
  _history: IncidentHistory,
  _policy: CompiledPolicy,
  _now: Instant,
): Cycle[] {
  throw new Error('not filled in yet');
}
