import { TZDate } from '@date-fns/tz';
import { addDays } from 'date-fns';
import { type Instant, instant } from '../../time';

/** `22:00-07:00`: an end at or before the start is on the next day. */
const HOURS = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/;

/** Is it a span of the day, `22:00-07:00`? Hours go to 23, and the end may be on the next day. */
export function isQuietHours(text: string): boolean {
  return HOURS.test(text);
}

/**
 * When the quiet hours that `at` falls into are over; null when it falls into none. `text` is local
 * to the zone.
 *
 * `22:00-07:00` in Moscow: 23:30 and 06:00 answer the next 07:00, 07:00 answers null.
 */
export function quietUntil(text: string, timeZone: string, at: Instant): Instant | null {
  const parts = HOURS.exec(text);
  if (parts === null) return null;
  const [fromHour, fromMinute, toHour, toMinute] = parts.slice(1).map(Number) as Four;
  const today = new TZDate(at, timeZone);
  for (const day of [addDays(today, -1), today]) {
    const from = atTime(day, timeZone, fromHour, fromMinute);
    const isOvernight = toHour * 60 + toMinute <= fromHour * 60 + fromMinute;
    const end = atTime(isOvernight ? addDays(day, 1) : day, timeZone, toHour, toMinute);
    if (at >= from && at < end) return instant(end);
  }
  return null;
}

type Four = [number, number, number, number];

function atTime(day: Date, timeZone: string, hour: number, minute: number): number {
  const date = new TZDate(day.getTime(), timeZone);
  date.setHours(hour, minute, 0, 0);
  return date.getTime();
}
