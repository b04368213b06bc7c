import { type Instant, instant } from '../../core/time';

const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const NO_TIME = Number.NaN;
/** Character codes. */
const ZERO = 48;
const DASH = 45;
const COLON = 58;
const DOT = 46;
const PLUS = 43;
const LETTER_T = 84;
const LETTER_Z = 90;

/**
 * Reads a time as Jira writes it: `2026-11-20T10:00:00.000+0300`, with `Z` or `+03:00` too, or as
 * epoch milliseconds (number or digits). undefined for anything else, for a date that is not in
 * the calendar and for years outside of 1900 to 2199. Digits after the third of a fraction drop.
 *
 * Written by hand because histories are mostly timestamps: character codes and whole numbers only,
 * no Date object, no pattern, no substring.
 */
export function parseJiraTime(value: unknown): Instant | undefined {
  if (typeof value === 'string') {
    const ms = parseIso(value);
    if (!Number.isNaN(ms)) return ms as Instant;
    return /^-?\d{1,14}$/.test(value) ? parseJiraTime(Number(value)) : undefined;
  }
  return typeof value === 'number' && isInRange(value) ? instant(value) : undefined;
}

/** NO_TIME for what is no time; a year of 20 characters is the least that can be one. */
function parseIso(text: string): number {
  if (text.length < 20 || !hasSeparators(text)) return NO_TIME;
  const century = twoDigits(text, 0);
  const yearOfCentury = twoDigits(text, 2);
  const year = century * 100 + yearOfCentury;
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  const second = twoDigits(text, 17);
  // -1 has the sign bit, and so has anything put together with it.
  if ((century | yearOfCentury | month | day | hour | minute | second) < 0) return NO_TIME;
  if (hour > 23 || minute > 59 || second > 59 || !isCalendarDate(year, month, day)) return NO_TIME;
  let position = 19;
  let ms = 0;
  if (text.charCodeAt(19) === DOT) {
    let worth = 100;
    for (position = 20; isDigit(text, position); position++) {
      ms += worth * (text.charCodeAt(position) - ZERO);
      worth = (worth / 10) | 0;
    }
    if (position === 20) return NO_TIME;
  }
  const minutes = (daysSinceEpoch(year, month, day) * 24 + hour) * 60 + minute;
  return (minutes - offsetMinutes(text, position)) * 60_000 + second * 1000 + ms;
}

function hasSeparators(text: string): boolean {
  return (
    text.charCodeAt(4) === DASH &&
    text.charCodeAt(7) === DASH &&
    text.charCodeAt(10) === LETTER_T &&
    text.charCodeAt(13) === COLON &&
    text.charCodeAt(16) === COLON
  );
}

/** `Z`, `+0300`, `-05:30`; NO_TIME when the text goes on or says something else. */
function offsetMinutes(text: string, position: number): number {
  const sign = text.charCodeAt(position);
  if (sign === LETTER_Z) return text.length === position + 1 ? 0 : NO_TIME;
  const colon = text.charCodeAt(position + 3) === COLON ? 1 : 0;
  if ((sign !== PLUS && sign !== DASH) || text.length !== position + 5 + colon) return NO_TIME;
  const hours = twoDigits(text, position + 1);
  const minutes = twoDigits(text, position + 3 + colon);
  if ((hours | minutes) < 0 || hours > 23 || minutes > 59) return NO_TIME;
  const total = hours * 60 + minutes;
  return sign === DASH ? -total : total;
}

/**
 * -1 where there is something else than digits; both positions have to be inside of the text. The sign
 * bit of `tens`, of `9 - tens` and so on tells, without a branch for each.
 */
function twoDigits(text: string, from: number): number {
  const tens = text.charCodeAt(from) - ZERO;
  const ones = text.charCodeAt(from + 1) - ZERO;
  return (tens * 10 + ones) | ((tens | ones | (9 - tens) | (9 - ones)) >> 31);
}

function isDigit(text: string, position: number): boolean {
  const digit = text.charCodeAt(position) - ZERO;
  return digit >= 0 && digit <= 9;
}

function isCalendarDate(year: number, month: number, day: number): boolean {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1) return false;
  if (day <= 28) return true;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day <= (month === 2 && isLeap ? 29 : (MONTH_DAYS[month - 1] as number));
}

/** Days from 1970-01-01 by counting years from March on, so that leap days end a year. */
function daysSinceEpoch(year: number, month: number, day: number): number {
  const y = month > 2 ? year : year - 1;
  const monthFromMarch = month > 2 ? month - 3 : month + 9;
  const dayOfYear = (((153 * monthFromMarch + 2) / 5) | 0) + day - 1;
  const leapDays = ((y / 4) | 0) - ((y / 100) | 0) + ((y / 400) | 0);
  return 365 * y + leapDays + dayOfYear - 719_468;
}

function isInRange(ms: number): boolean {
  return Number.isSafeInteger(ms) && ms >= Date.UTC(FIRST_YEAR) && ms < Date.UTC(LAST_YEAR + 1);
}
