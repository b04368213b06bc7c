import { type Instant, instant } from '../../core/time';

const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const ZERO = 48;

/**
 * Reads a time as Jira writes it: `2026-11-20T10:00:00.000+0300`, with `Z` or `+03:00` too, or as
 * epoch milliseconds (number or digits). undefined for anything else, for a date that is not in
 * the calendar and for years outside of 1900 to 2199. Digits after the third of a fraction drop.
 *
 * Written by hand because histories are mostly timestamps: no Date object, no pattern matching.
 */
export function parseJiraTime(value: unknown): Instant | undefined {
  if (typeof value === 'number') return inRange(value) ? instant(value) : undefined;
  if (typeof value !== 'string') return undefined;
  if (/^-?\d{1,14}$/.test(value)) return parseJiraTime(Number(value));
  return parseIso(value);
}

function parseIso(text: string): Instant | undefined {
  const separators =
    text[4] === '-' && text[7] === '-' && text[10] === 'T' && text[13] === ':' && text[16] === ':';
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 2);
  const day = digits(text, 8, 2);
  const hour = digits(text, 11, 2);
  const minute = digits(text, 14, 2);
  const second = digits(text, 17, 2);
  if (!separators || !isCalendarDate(year, month, day)) return undefined;
  if (!(hour < 24 && minute < 60 && second < 60)) return undefined;
  let position = 19;
  let ms = 0;
  if (text[19] === '.') {
    let places = 0;
    for (position = 20; isDigit(text, position); position++, places++) {
      if (places < 3) ms += digits(text, position, 1) * 10 ** (2 - places);
    }
    if (places === 0) return undefined;
  }
  const offset = offsetMinutes(text, position);
  if (offset === undefined) return undefined;
  const minutes = (daysSinceEpoch(year, month, day) * 24 + hour) * 60 + minute - offset;
  return (minutes * 60_000 + second * 1000 + ms) as Instant;
}

/** `Z`, `+0300`, `-05:30`; undefined when the text goes on or says something else. */
function offsetMinutes(text: string, position: number): number | undefined {
  const sign = text[position];
  if (sign === 'Z') return text.length === position + 1 ? 0 : undefined;
  if (sign !== '+' && sign !== '-') return undefined;
  const colon = text[position + 3] === ':' ? 1 : 0;
  const hours = digits(text, position + 1, 2);
  const minutes = digits(text, position + 3 + colon, 2);
  if (!(hours < 24 && minutes < 60) || text.length !== position + 5 + colon) return undefined;
  const total = hours * 60 + minutes;
  return sign === '-' ? -total : total;
}

/** NaN when one of the characters is no digit, so that every later comparison fails. */
function digits(text: string, from: number, count: number): number {
  let value = 0;
  for (let position = from; position < from + count; position++) {
    if (!isDigit(text, position)) return Number.NaN;
    value = value * 10 + text.charCodeAt(position) - ZERO;
  }
  return value;
}

function isDigit(text: string, position: number): boolean {
  const code = text.charCodeAt(position);
  return code >= ZERO && code <= ZERO + 9;
}

function isCalendarDate(year: number, month: number, day: number): boolean {
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12)) return false;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const last = month === 2 && isLeap ? 29 : (MONTH_DAYS[month - 1] ?? 0);
  return day >= 1 && day <= last;
}

/** Days from 1970-01-01 by counting years from March on, so that leap days end a year. */
function daysSinceEpoch(year: number, month: number, day: number): number {
  const y = month > 2 ? year : year - 1;
  const monthFromMarch = (month + 9) % 12;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  const leapDays = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return 365 * y + leapDays + dayOfYear - 719_468;
}

function inRange(ms: number): boolean {
  return Number.isSafeInteger(ms) && ms >= Date.UTC(FIRST_YEAR) && ms < Date.UTC(LAST_YEAR + 1);
}
