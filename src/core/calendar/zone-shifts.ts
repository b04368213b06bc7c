import { tzOffset } from '@date-fns/tz';

const DAY = 86_400_000;

/** A zone's clock from one shift to the next: local time is UTC plus `offset`. */
export type ZoneShift = { readonly at: number; readonly before: number; readonly after: number };
export type ZoneClock = { readonly first: number; readonly shifts: readonly ZoneShift[] };

/**
 * The shifts of a zone's clock between two instants, to the second, and the offset before the
 * first of them (all in ms). Looks once a day, then halves the day in which something changed:
 * zones shift at most once within 24 hours.
 */
export function zoneShifts(timeZone: string, from: number, to: number): ZoneClock {
  const shifts: ZoneShift[] = [];
  const first = offsetAt(timeZone, from);
  let before = first;
  for (let day = from; day < to; day += DAY) {
    const after = offsetAt(timeZone, day + DAY);
    if (after !== before) shifts.push({ at: shiftWithin(timeZone, day, before), before, after });
    before = after;
  }
  return { first, shifts };
}

/** Is it a zone that this runtime knows? Fixed offsets (`+03:00`) count as zones too. */
export function isKnownZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone });
    return true;
  } catch {
    return false;
  }
}

function offsetAt(timeZone: string, at: number): number {
  return Math.round(tzOffset(timeZone, new Date(at)) * 60) * 1000;
}

function shiftWithin(timeZone: string, dayStart: number, before: number): number {
  let low = dayStart;
  let high = dayStart + DAY;
  while (high - low > 1000) {
    const middle = low + Math.floor((high - low) / 2000) * 1000;
    if (offsetAt(timeZone, middle) === before) low = middle;
    else high = middle;
  }
  return high;
}
