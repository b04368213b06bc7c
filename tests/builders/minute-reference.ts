import type { CalendarDefinition, Weekday } from '../../src/core/calendar/calendar';

/**
 * Working time by looking at every minute: slow to make, plain to read, and nothing of it is shared
 * with the engine. Offsets are Intl's own; a local time that comes twice is its first occurrence,
 * one that the clock skips is read with the offset before (RFC 5545).
 */
const MINUTE = 60_000;
const DAY = 1440;
const WEEKDAYS: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

export class MinuteReference {
  /** Open minutes before each minute of the range. */
  readonly #before: Uint32Array;
  readonly #open: Uint8Array;

  constructor(
    calendar: CalendarDefinition,
    readonly fromMinute: number,
    readonly toMinute: number,
  ) {
    this.#open = new Uint8Array(toMinute - fromMinute);
    const mark = (date: number, hours: readonly string[], value: 0 | 1) => {
      for (const [start, end] of hours.map(parse)) {
        const a = toUtc(calendar.timeZone, date + start) - fromMinute;
        const b = toUtc(calendar.timeZone, date + end) - fromMinute;
        if (a < b) this.#open.fill(value, Math.max(0, a), Math.max(0, b));
      }
    };
    const first = Math.floor(fromMinute / DAY) * DAY - 3 * DAY;
    for (let date = first; date < toMinute + 2 * DAY; date += DAY) {
      if (isSkipped(calendar.timeZone, date)) continue;
      mark(date, hoursOf(calendar, date), 1);
    }
    for (const [date, hours] of Object.entries(calendar.breaks ?? {})) {
      mark(Date.parse(date) / MINUTE, hours, 0);
    }
    this.#before = new Uint32Array(this.#open.length + 1);
    for (let i = 0; i < this.#open.length; i++) {
      this.#before[i + 1] = (this.#before[i] as number) + (this.#open[i] as number);
    }
  }

  /** Working ms between two instants in order. */
  elapsed(from: number, to: number): number {
    return this.#workUntil(to) - this.#workUntil(from);
  }

  /** The first instant with so much work since `from`; undefined: not within the range. */
  deadline(from: number, ms: number): number | undefined {
    const wanted = this.#workUntil(from) + ms;
    let low = 0;
    let high = this.#open.length;
    if ((this.#before[high] as number) * MINUTE < wanted) return undefined;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#before[middle] as number) * MINUTE < wanted) low = middle + 1;
      else high = middle;
    }
    // The minute before `low` is the one in which it is reached.
    const missing = (this.#before[low] as number) * MINUTE - wanted;
    return (this.fromMinute + low) * MINUTE - missing;
  }

  isOpen(at: number): boolean {
    return this.#open[Math.floor(at / MINUTE) - this.fromMinute] === 1;
  }

  #workUntil(at: number): number {
    const minute = Math.floor(at / MINUTE);
    const index = minute - this.fromMinute;
    const part = this.#open[index] === 1 ? at - minute * MINUTE : 0;
    return (this.#before[index] as number) * MINUTE + part;
  }
}

function hoursOf(calendar: CalendarDefinition, date: number): readonly string[] {
  const text = new Date(date * MINUTE).toISOString().slice(0, 10);
  const yearly = text.slice(5);
  if ((calendar.holidays ?? []).some((day) => day.date === text || day.date === yearly)) return [];
  const special = calendar.dateHours?.[text] ?? calendar.dateHours?.[yearly];
  const weekday = WEEKDAYS[new Date(date * MINUTE).getUTCDay()] as Weekday;
  return special ?? calendar.week[weekday] ?? [];
}

/** Minutes of the day; an end at or before the start is on the next day. */
function parse(hours: string): [number, number] {
  const [start, end] = hours.split('-').map((text) => {
    const [hour, minute] = text.split(':').map(Number) as [number, number];
    return hour * 60 + minute;
  }) as [number, number];
  return [start, end <= start ? end + DAY : end];
}

function toUtc(zone: string, local: number): number {
  const fits = candidates(zone, local).filter((at) => at + offset(zone, at) === local);
  if (fits.length > 0) return Math.min(...fits);
  return local - offset(zone, local - 2 * DAY);
}

function isSkipped(zone: string, date: number): boolean {
  const happens = (local: number) =>
    candidates(zone, local).some((at) => at + offset(zone, at) === local);
  return !happens(date + DAY / 2) && !happens(date + DAY - 1) && !happens(date);
}

function candidates(zone: string, local: number): number[] {
  return [local - 2 * DAY, local, local + 2 * DAY].map((near) => local - offset(zone, near));
}

const cache = new Map<string, Map<number, number | null>>();

/** Minutes that local time is ahead of UTC; looked up once a day where it does not change. */
function offset(zone: string, minute: number): number {
  const days = cache.get(zone) ?? new Map<number, number | null>();
  cache.set(zone, days);
  const day = Math.floor(minute / DAY);
  let known = days.get(day);
  if (known === undefined) {
    const [start, end] = [intlOffset(zone, day * DAY), intlOffset(zone, (day + 1) * DAY)];
    known = start === end ? start : null;
    days.set(day, known);
  }
  return known ?? intlOffset(zone, minute);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function intlOffset(zone: string, minute: number): number {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-US', {
      ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric' },
      ...{ day: 'numeric', hour: 'numeric', minute: 'numeric' },
    });
  formats.set(zone, format);
  const parts = Object.fromEntries(
    format.formatToParts(minute * MINUTE).map(({ type, value }) => [type, Number(value)]),
  );
  const { year, month, day, hour, minute: min } = parts as Record<string, number>;
  const local = Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1, hour ?? 0, min ?? 0);
  return local / MINUTE - minute;
}
