import ICAL from 'ical.js';
import type { HolidayPreview, HolidayProblem } from '../../contract/holidays';
import type { Holiday } from '../../core/calendar/calendar';
import { type IcsEvent, listIcsEvents } from './ics-events';

const MOST_DAYS = 366;

type Years = { readonly from: number; readonly to: number };

/**
 * Reads an iCalendar file (RFC 5545) as holidays: every day that an event touches. What comes every
 * year on the same date becomes a yearly holiday; any other repetition is written out for `years`.
 * What cannot be read is named with its line, and the rest is read.
 *
 * An event `DTSTART;VALUE=DATE:20261231`, `DTEND;VALUE=DATE:20270102` answers 2026-12-31 and
 * 2027-01-01: the end of an event does not belong to it.
 */
export function readIcs(text: string, years: Years): HolidayPreview {
  const { events, problems } = listIcsEvents(text);
  const faults: HolidayProblem[] = [...problems];
  const found = new Map<string, Holiday>();
  for (const event of events) {
    try {
      const read = parsed(event);
      const name = read.summary ?? '';
      for (const date of datesOf(read, years)) {
        found.set(date, name === '' ? { date } : { date, name });
      }
    } catch {
      faults.push({ line: event.line, fault: 'badRule', text: event.name });
    }
  }
  const days = [...found.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
  return { days, problems: faults.sort((a, b) => a.line - b.line) };
}

/** Each by itself, so that one that cannot be read does not take the others with it. */
function parsed({ lines }: IcsEvent): ICAL.Event {
  const text = ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR'].join('\r\n');
  const component = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent');
  if (component === null) throw new Error('no event');
  return new ICAL.Event(component);
}

function datesOf(event: ICAL.Event, years: Years): string[] {
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
