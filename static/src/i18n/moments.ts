import { formatLocale, type Language } from './locale';

/** Whose eyes a date is written for. */
export type Reader = { readonly language: Language; readonly timeZone: string };

/**
 * "24 Nov", with the year when it is not this one. `date` is Jira's `YYYY-MM-DD`, which has no
 * zone.
 */
export function dateText(date: string, now: number, reader: Reader): string {
  const thisYear = part(now, reader, { year: 'numeric' });
  return new Intl.DateTimeFormat(formatLocale(reader.language), {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    ...(date.startsWith(thisYear) ? {} : { year: 'numeric' }),
  }).format(new Date(`${date}T00:00:00Z`));
}

/** "Tue 24 Nov", with the year when it is not this one. */
export function weekdayText(date: string, now: number, reader: Reader): string {
  const weekday = part(Date.parse(`${date}T00:00:00Z`), inUtc(reader), { weekday: 'short' });
  return `${weekday} ${dateText(date, now, reader)}`;
}

/** "Tuesday" of a date. */
export function weekdayOf(date: string, reader: Reader): string {
  return part(Date.parse(`${date}T00:00:00Z`), inUtc(reader), { weekday: 'long' });
}

function inUtc(reader: Reader): Reader {
  return { ...reader, timeZone: 'UTC' };
}

/** The date in full with its weekday, for hovering. */
export function dateInFull(date: string, reader: Reader): string {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  const weekday = part(midnight, inUtc(reader), { weekday: 'long' });
  return `${weekday}, ${part(midnight, inUtc(reader), { dateStyle: 'long' })}`;
}

/** "16:40" today, "Tue 24 Nov 14:00" within the year, else with the year; in the reader's zone. */
export function momentText(at: number, now: number, reader: Reader): string {
  const time = part(at, reader, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  if (dayOf(at, reader) === dayOf(now, reader)) return time;
  const sameYear = part(at, reader, { year: 'numeric' }) === part(now, reader, { year: 'numeric' });
  const weekday = part(at, reader, { weekday: 'short' });
  const day = part(at, reader, {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  });
  return `${weekday} ${day} ${time}`;
}

/** Everything about a moment, with its zone: "24 November 2026 at 14:00:05 GMT+3". */
export function momentInFull(at: number, reader: Reader): string {
  return part(at, reader, { dateStyle: 'long', timeStyle: 'long' });
}

const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

const justNow: Record<Language, string> = { en: 'just now', ru: 'только что' };

/** "2 min ago" of something past; within a minute, and when clocks disagree, "just now". */
export function relativeText(at: number, now: number, reader: Reader): string {
  const locale = formatLocale(reader.language);
  const age = now - at;
  const step = steps.find(([, size]) => age >= size);
  if (!step) return justNow[reader.language];
  const [unit, size] = step;
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'always', style: 'short' });
  return format.format(-Math.trunc(age / size), unit);
}

/** "October 2026" for whole months, else "25 Oct – 23 Nov 2026"; `to` itself does not belong. */
export function periodText(from: number, to: number, reader: Reader): string {
  const last = to - 1;
  const monthOf = (at: number) => part(at, reader, { month: 'long', year: 'numeric' });
  const startsMonth = part(from, reader, { day: 'numeric' }) === '1';
  const endsMonth = part(to, reader, { day: 'numeric' }) === '1';
  if (startsMonth && endsMonth && monthOf(from) === monthOf(last)) return monthOf(from);
  return new Intl.DateTimeFormat(formatLocale(reader.language), {
    timeZone: reader.timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).formatRange(from, last);
}

/** "2 – 8 Nov" of a week or a part of one; `to` itself does not belong. */
export function weekText(from: number, to: number, reader: Reader): string {
  return new Intl.DateTimeFormat(formatLocale(reader.language), {
    timeZone: reader.timeZone,
    day: 'numeric',
    month: 'short',
  }).formatRange(from, to - 1);
}

function dayOf(at: number, reader: Reader): string {
  return part(at, reader, { day: 'numeric', month: 'numeric', year: 'numeric' });
}

function part(at: number, reader: Reader, options: Intl.DateTimeFormatOptions): string {
  const locale = formatLocale(reader.language);
  return new Intl.DateTimeFormat(locale, { timeZone: reader.timeZone, ...options }).format(at);
}
