import type { CalendarDefinition, Weekday } from './calendar';
import { parseHours } from './parse-hours';
import { isKnownZone } from './zone-shifts';

const WEEKDAYS: readonly string[] = [
  'mon',
  'tue',
  'wed',
  'thu',
  'fri',
  'sat',
  'sun',
] satisfies Weekday[];

/**
 * Everything that is wrong with a calendar, one sentence each; empty when it can be used.
 *
 * `{ week: { mon: ['09:00-13:00', '12:00-18:00'] } }` answers
 * `['week.mon: 09:00-13:00 and 12:00-18:00 overlap']`.
 */
export function validateCalendar(definition: CalendarDefinition): string[] {
  const { timeZone, week, holidays = [], dateHours = {}, breaks = {} } = definition;
  const problems: string[] = [];
  if (definition.key.trim() === '') problems.push('key: is empty');
  if (!isKnownZone(timeZone)) problems.push(`timeZone: "${timeZone}" is not a known time zone`);
  for (const [day, hours] of Object.entries(week)) {
    if (!WEEKDAYS.includes(day)) problems.push(`week: "${day}" is not one of ${WEEKDAYS}`);
    problems.push(...hoursProblems(`week.${day}`, hours));
  }
  for (const { date } of holidays) {
    if (!isDate(date) && !isYearlyDate(date)) problems.push(notADate('holidays', date));
  }
  for (const [date, hours] of Object.entries(dateHours)) {
    if (!isDate(date) && !isYearlyDate(date)) problems.push(notADate('dateHours', date));
    problems.push(...hoursProblems(`dateHours.${date}`, hours));
  }
  for (const [date, hours] of Object.entries(breaks)) {
    if (!isDate(date)) problems.push(`breaks: "${date}" is not a date like 2026-12-31`);
    problems.push(...hoursProblems(`breaks.${date}`, hours));
  }
  for (const { from, to } of definition.closures ?? []) {
    if (!isSpan(from, to)) {
      problems.push(`closures: ${from} to ${to} is no span of time`);
    }
  }
  const all = [...Object.values(week), ...Object.values(dateHours)];
  if (!all.some((hours) => hours.length > 0)) problems.push('week: there is no working time');
  return problems;
}

function hoursProblems(where: string, list: readonly string[]): string[] {
  const problems: string[] = [];
  const read = list.flatMap((text) => {
    const hours = parseHours(text);
    if (hours === undefined) problems.push(`${where}: "${text}" is not hours like 09:00-18:00`);
    return hours === undefined ? [] : [{ text, ...hours }];
  });
  read.sort((a, b) => a.from - b.from);
  for (const [index, hours] of read.entries()) {
    const before = read[index - 1];
    if (before !== undefined && hours.from < before.to) {
      problems.push(`${where}: ${before.text} and ${hours.text} overlap`);
    }
  }
  return problems;
}

function notADate(where: string, date: string): string {
  return `${where}: "${date}" is not a date like 2026-12-31 or 12-31`;
}

const MOMENT = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2}))?$/;

/**
 * Is it an ISO date, or an ISO time with an offset? A time without one would be another instant on
 * every machine, and JavaScript reads `2026-02-31` as a day of March.
 */
export function isMoment(text: string): boolean {
  const date = MOMENT.exec(text)?.[1];
  return date !== undefined && isDate(date) && !Number.isNaN(Date.parse(text));
}

/** Do these two moments have time between them? */
export function isSpan(from: string, to: string): boolean {
  return isMoment(from) && isMoment(to) && Date.parse(from) < Date.parse(to);
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const read = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text);
}

/** 2024 is a leap year: 02-29 is a date of some years. */
function isYearlyDate(text: string): boolean {
  return /^\d{2}-\d{2}$/.test(text) && isDate(`2024-${text}`);
}
