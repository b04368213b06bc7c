import ICAL from 'ical.js';
import type { Holiday } from '../../core/calendar/calendar';

export type IcsHolidays = {
  /** For a calendar's `holidays`, in order of their dates. */
  readonly holidays: readonly Holiday[];
  /** Events that could not be read, one sentence each. */
  readonly problems: readonly string[];
};

const MOST_DAYS = 366;

/**
 * Reads an iCalendar file (RFC 5545) as holidays: every day that an event touches. What comes every
 * year on the same date becomes a yearly holiday; any other repetition is written out for `years`.
 * Throws Error when the file is no iCalendar at all.
 *
 * An event `DTSTART;VALUE=DATE:20261231`, `DTEND;VALUE=DATE:20270102` answers 2026-12-31 and
 * 2027-01-01: the end of an event does not belong to it.
 */
export function readIcs(text: string, years: { from: number; to: number }): IcsHolidays {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const problems: string[] = [];
  const found = new Map<string, Holiday>();
  for (const component of calendar.getAllSubcomponents('vevent')) {
    const event = new ICAL.Event(component);
    const name = event.summary ?? '';
    if (event.startDate === null || Number.isNaN(event.startDate.year)) {
      problems.push(`"${name}" has no date`);
      continue;
    }
    for (const date of datesOf(event, years)) {
      found.set(date, name === '' ? { date } : { date, name });
    }
  }
  const holidays = [...found.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
  return { holidays, problems };
}

function datesOf(event: ICAL.Event, years: { from: number; to: number }): string[] {
  const length = Math.max(1, daysOf(event));
  if (!event.isRecurring()) return daysFrom(event.startDate, length);
  if (isPlainYearly(event)) return daysFrom(event.startDate, length).map((date) => date.slice(5));
  const dates: string[] = [];
  const occurrences = event.iterator();
  for (let next = occurrences.next(); next && next.year <= years.to; next = occurrences.next()) {
    if (next.year >= years.from) dates.push(...daysFrom(next, length));
  }
  return dates;
}

function daysOf({ startDate, endDate }: ICAL.Event): number {
  const days = (endDate.toUnixTime() - startDate.toUnixTime()) / 86_400;
  return Math.min(MOST_DAYS, Math.ceil(days));
}

function daysFrom(start: ICAL.Time, count: number): string[] {
  const first = Date.UTC(start.year, start.month - 1, start.day);
  return Array.from({ length: count }, (_, day) =>
    new Date(first + day * 86_400_000).toISOString().slice(0, 10),
  );
}

/** Every year, for ever, on the date it began on. */
function isPlainYearly(event: ICAL.Event): boolean {
  const rule = event.component.getFirstPropertyValue('rrule');
  if (!(rule instanceof ICAL.Recur)) return false;
  const hasParts = Object.keys(rule.parts ?? {}).length > 0;
  return rule.freq === 'YEARLY' && rule.interval === 1 && !rule.isFinite() && !hasParts;
}
