import type { WorkingTime } from '../../calendar/calendar';
import { endOfDate, toInstant, toLocal } from '../../calendar/local-dates';
import { type Instant, instant, millis } from '../../time';
import type { Lag } from '../policy/order-policy';

const DAY = 86_400_000;
/** A calendar that has been closed for so many days does not open again. */
const PATIENCE = 400;

/**
 * The date so many working days on; the date itself for none. Without a calendar every day counts,
 * and so it does in years that no calendar knows.
 *
 * Mon-Fri: two working days after Friday 2026-11-20 is Tuesday 2026-11-24.
 */
export function addWorkDates(date: string, days: number, working: WorkingTime | null): string {
  if (days <= 0) return date;
  const calendar = isOfOurTime(date) ? working : null;
  let day = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(day)) return date;
  for (let left = Math.ceil(days), idle = 0; left > 0 && idle < PATIENCE; ) {
    day += DAY;
    if (calendar !== null && !isWorkDate(calendar, day)) {
      idle += 1;
      continue;
    }
    idle = 0;
    left -= 1;
  }
  return dateOf(day);
}

/**
 * The date on which a lag is over that began when this one ended; the date itself where the
 * calendar never opens for so long. Without a calendar every hour counts.
 *
 * Mon-Fri 09-18: two working days, or ten working hours, after Friday 2026-11-20 are over on
 * Tuesday 2026-11-24; nine working hours on Monday.
 */
export function addLag(date: string, lag: Lag, working: WorkingTime | null): string {
  if (lag.kind === 'workingDays') return addWorkDates(date, lag.days, working);
  if (working === null || !isOfOurTime(date)) return addWorkDates(date, lag.ms / DAY, null);
  const { timeZone } = working.calendar;
  const ended = endOfDate(timeZone, date);
  const over = ended === null ? undefined : working.deadline(ended, millis(lag.ms));
  // What is over as the day ends was over on that day.
  return over === undefined ? date : localDate(timeZone, instant(over - 1));
}

/**
 * Jira takes any year as a due date, so also 0026 for 2026; working time is known of some centuries
 * only, and looking up the clocks of two thousand years takes a second.
 */
function isOfOurTime(date: string): boolean {
  return date >= '1970' && date < '2100';
}

function localDate(timeZone: string, at: Instant): string {
  return dateOf(toLocal(timeZone, at));
}

function dateOf(local: number): string {
  return new Date(local).toISOString().slice(0, 10);
}

function isWorkDate(working: WorkingTime, day: number): boolean {
  const { timeZone } = working.calendar;
  const [from, to] = [toInstant(timeZone, day), toInstant(timeZone, day + DAY)];
  return working.openSpans(from, to).length > 0;
}
