import type { CalendarDefinition } from '../../src/core/calendar/calendar';

const WORKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
const ALL_DAYS = [...WORKDAYS, 'sat', 'sun'] as const;

/** The same hours on several days of the week. */
export function weekOf(days: readonly string[], hours: readonly string[]) {
  return Object.fromEntries(days.map((day) => [day, hours]));
}

function calendar(
  key: string,
  timeZone: string,
  week: CalendarDefinition['week'],
): CalendarDefinition {
  return { key, name: key, timeZone, week };
}

/** Mon-Fri 09-18 in Moscow, which is UTC+3 all year. */
export const MSK = calendar('msk', 'Europe/Moscow', weekOf(WORKDAYS, ['09:00-18:00']));
/** Mon-Fri 09-18 in Berlin. */
export const BER = calendar('ber', 'Europe/Berlin', weekOf(WORKDAYS, ['09:00-18:00']));
/** Mon-Fri 09-13 and 14-18 in Moscow. */
export const LUNCH = calendar(
  'lunch',
  'Europe/Moscow',
  weekOf(WORKDAYS, ['09:00-13:00', '14:00-18:00']),
);
/** 22-06 every night in Berlin. */
export const NIGHT = calendar('night', 'Europe/Berlin', weekOf(ALL_DAYS, ['22:00-06:00']));
/** Mon-Fri 10-18 in Moscow: the hours of Frappe Helpdesk's own tests. */
export const HELPDESK = calendar('helpdesk', 'Europe/Moscow', weekOf(WORKDAYS, ['10:00-18:00']));
export const BERLIN_ALWAYS = calendar(
  'berlin-always',
  'Europe/Berlin',
  weekOf(ALL_DAYS, ['00:00-24:00']),
);
export const MOSCOW_ALWAYS = calendar(
  'moscow-always',
  'Europe/Moscow',
  weekOf(ALL_DAYS, ['00:00-24:00']),
);
