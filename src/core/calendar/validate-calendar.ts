import type { CalendarDefinition } from './calendar';

/** Everything that is wrong with a calendar, one sentence each; empty when it can be used. */
export function validateCalendar(_definition: CalendarDefinition): string[] {
  throw new Error('not filled in yet');
}
