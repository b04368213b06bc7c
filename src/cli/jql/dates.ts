import { TZDate } from '@date-fns/tz';
import {
  addDays,
  addHours,
  addMinutes,
  addMonths,
  addWeeks,
  addYears,
  endOfDay,
  endOfMonth,
  endOfWeek,
  endOfYear,
  startOfDay,
  startOfMonth,
  startOfWeek,
  startOfYear,
} from 'date-fns';
import { JqlError, type JqlWorld } from './world';

type Clock = Pick<JqlWorld, 'now' | 'timeZone'>;

const adders = {
  y: addYears,
  M: addMonths,
  w: addWeeks,
  d: addDays,
  h: addHours,
  m: addMinutes,
};
type Unit = keyof typeof adders;

/** Jira's date functions, with the unit that a bare number in the argument means. */
const boundaries: Record<string, { of: (date: TZDate) => Date; unit: Unit }> = {
  startofday: { of: startOfDay, unit: 'd' },
  endofday: { of: endOfDay, unit: 'd' },
  startofweek: { of: (date) => startOfWeek(date, { weekStartsOn: 0 }), unit: 'w' },
  endofweek: { of: (date) => endOfWeek(date, { weekStartsOn: 0 }), unit: 'w' },
  startofmonth: { of: startOfMonth, unit: 'M' },
  endofmonth: { of: endOfMonth, unit: 'M' },
  startofyear: { of: startOfYear, unit: 'y' },
  endofyear: { of: endOfYear, unit: 'y' },
};

/** startOfYear(-1y) and its like as epoch ms in the asker's zone; undefined for other functions. */
export function dateFunction(
  name: string,
  argument: string | undefined,
  clock: Clock,
): number | undefined {
  const lower = name.toLowerCase();
  if (lower === 'now') return clock.now;
  const boundary = boundaries[lower];
  if (!boundary) return undefined;
  const start = boundary.of(new TZDate(clock.now, clock.timeZone));
  return argument === undefined ? start.getTime() : shifted(start, argument, boundary);
}

function shifted(
  start: Date,
  argument: string,
  { of, unit }: { of: (date: TZDate) => Date; unit: Unit },
): number {
  const match = /^([+-]?\d+)([yMwdhm]?)$/.exec(argument.trim());
  if (!match) throw new JqlError(`The date function does not take the argument '${argument}'.`);
  const by = (match[2] || unit) as Unit;
  const moved = adders[by](start, Number(match[1])) as TZDate;
  // The end of a month moved by a month is the end of that month, not the same day number.
  return by === unit ? of(moved).getTime() : moved.getTime();
}

const absolute = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:\s+(\d{1,2}):(\d{2}))?$/;
const relative = /^[+-]?\s*(\d+[yMwdhm]\s*)+$/;

/**
 * A date of a query as epoch ms: a day or time of the asker's zone, or relative to now (-5d, "4w
 * 2d").
 */
export function dateLiteral(field: string, text: string, clock: Clock): number {
  const day = absolute.exec(text);
  if (day) return absoluteDate(field, text, day, clock);
  if (!relative.test(text)) throw badDate(field, text);
  const sign = text.trim().startsWith('-') ? -1 : 1;
  let date: Date = new TZDate(clock.now, clock.timeZone);
  for (const [, count, unit] of text.matchAll(/(\d+)([yMwdhm])/g)) {
    date = adders[unit as Unit](date, sign * Number(count));
  }
  return date.getTime();
}

function absoluteDate(field: string, text: string, match: RegExpExecArray, clock: Clock): number {
  const [year, month, day, hour, minute] = match.slice(1).map((part) => Number(part ?? 0));
  const date = new TZDate(
    year ?? 0,
    (month ?? 0) - 1,
    day ?? 0,
    hour ?? 0,
    minute ?? 0,
    0,
    clock.timeZone,
  );
  if (date.getMonth() + 1 !== month || date.getDate() !== day) throw badDate(field, text);
  return date.getTime();
}

const badDate = (field: string, text: string): JqlError =>
  new JqlError(
    `Date value '${text}' for field '${field}' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.`,
  );

/** The days [start, next start) that an instant falls on, in the asker's zone. */
export function dayAround(at: number, timeZone: string): { from: number; to: number } {
  const start = startOfDay(new TZDate(at, timeZone));
  return { from: start.getTime(), to: addDays(start, 1).getTime() };
}

/** A Jira time as epoch ms. Jira writes +0300; the standard that Date.parse reads wants +03:00. */
export function instantOf(jiraTime: string): number {
  return Date.parse(jiraTime.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
}
