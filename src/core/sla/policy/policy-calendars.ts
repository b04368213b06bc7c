import type { CalendarDefinition } from '../../calendar/calendar';
import type { Policy } from './policy';

/**
 * The calendars of a policy with everything that it says of them elsewhere: shared holidays, and
 * windows of planned maintenance, in which nobody works.
 */
export function policyCalendars(policy: Policy): CalendarDefinition[] {
  const { calendars, holidaySets = {}, maintenance = [] } = policy;
  return calendars.map((calendar) => {
    const shared = (calendar.holidaySets ?? []).flatMap((name) => holidaySets[name] ?? []);
    if (shared.length === 0 && maintenance.length === 0) return calendar;
    return {
      ...calendar,
      holidays: [...(calendar.holidays ?? []), ...shared],
      closures: [...(calendar.closures ?? []), ...maintenance],
    };
  });
}
