import type { Instant } from '../time';
import type { CalendarDefinition, WorkingTime } from './calendar';

export function workingTime(
  _definition: CalendarDefinition,
  _range?: { from: Instant; to: Instant },
): WorkingTime {
  throw new Error('not filled in yet');
}
