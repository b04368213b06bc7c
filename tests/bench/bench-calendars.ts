import type { CalendarDefinition } from '../../src/core/calendar/calendar';

/** Two of them change the clock at other times than the third, whose hemisphere is the other one. */
export const ZONES = ['Europe/Berlin', 'America/New_York', 'Australia/Sydney'] as const;

/** Fifteen a year, on days of any kind, as countries have them. */
const HOLIDAYS = [
  ...['01-01', '01-06', '02-23', '03-08', '04-03', '04-06', '05-01', '05-09'],
  ...['06-12', '08-15', '10-03', '11-01', '11-04', '12-25', '12-26'],
];

/** Mon-Fri 09-13 and 14-18 with 15 holidays in each of the years. */
export function benchCalendar(
  timeZone: string,
  years: { readonly from: number; readonly to: number },
): CalendarDefinition {
  const hours = ['09:00-13:00', '14:00-18:00'];
  const holidays = [];
  for (let year = years.from; year <= years.to; year++) {
    for (const date of HOLIDAYS) holidays.push({ date: `${year}-${date}` });
  }
  return {
    ...{ key: 'bench', name: 'Bench', timeZone, holidays },
    week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
  };
}
