import { TZDate } from '@date-fns/tz';
import { addDays, addMonths, addYears, startOfDay, startOfMonth, startOfYear } from 'date-fns';
import { type Instant, instant, type Span, span } from '../../time';
import type { ReportPeriod } from './report-periods';

/**
 * Bounds of a report's period: midnights of the zone, half-open. The last 30 days are today and
 * the 29 days before it. Throws RangeError for a zone that does not exist.
 *
 * `thisMonth` in Europe/Moscow on 2026-11-23: from 2026-11-01 00:00 +03:00 to 2026-12-01 00:00
 * +03:00, which is 2026-10-31T21:00Z to 2026-11-30T21:00Z.
 */
export function periodBounds(name: ReportPeriod, timeZone: string, now: Instant): Span {
  if (!isTimeZone(timeZone)) throw new RangeError(`no such time zone: ${timeZone}`);
  const today = startOfDay(new TZDate(now, timeZone));
  const month = startOfMonth(today);
  const year = startOfYear(today);
  switch (name) {
    case 'last30Days':
      return between(addDays(today, -29), addDays(today, 1));
    case 'last90Days':
      return between(addDays(today, -89), addDays(today, 1));
    case 'thisMonth':
      return between(month, addMonths(month, 1));
    case 'lastMonth':
      return between(addMonths(month, -1), month);
    case 'thisYear':
      return between(year, addYears(year, 1));
    case 'lastYear':
      return between(addYears(year, -1), year);
  }
}

/**
 * The period before it, of the same name: the 30 days before the last 30, the month before this
 * one. Throws RangeError for a zone that does not exist.
 *
 * `thisMonth` in Europe/Moscow on 2026-11-23: October 2026.
 */
export function previousPeriod(name: ReportPeriod, timeZone: string, now: Instant): Span {
  const { from } = periodBounds(name, timeZone, now);
  const start = new TZDate(from, timeZone);
  switch (name) {
    case 'last30Days':
      return between(addDays(start, -30), start);
    case 'last90Days':
      return between(addDays(start, -90), start);
    case 'thisMonth':
    case 'lastMonth':
      return between(addMonths(start, -1), start);
    case 'thisYear':
    case 'lastYear':
      return between(addYears(start, -1), start);
  }
}

/** Does the runtime know this IANA name? */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function between(from: Date, to: Date): Span {
  return span(instant(from.getTime()), instant(to.getTime()));
}
