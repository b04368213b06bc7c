import { tzOffset } from '@date-fns/tz';

const DAY = 86_400_000;

/** A zone's clock from one shift to the next: local time is UTC plus `offset`. */
export type ZoneShift = { readonly at: number; readonly before: number; readonly after: number };
export type ZoneClock = { readonly first: number; readonly shifts: readonly ZoneShift[] };

/** What is known of a zone: the offset at the beginning of a year (UTC), and that year's shifts. */
const YEARS_BY_ZONE = new Map<string, Map<number, ZoneClock>>();
const KNOWN_ZONES = new Set<string>();

/**
 * The shifts of a zone's clock between two instants, to the second, and the offset before the
 * first of them (all in ms). Years once looked up are remembered, for all calendars of the zone:
 * asking the runtime for an offset takes longer than everything else about a calendar.
 */
export function zoneShifts(timeZone: string, from: number, to: number): ZoneClock {
  const firstYear = new Date(from).getUTCFullYear();
  const lastYear = new Date(to).getUTCFullYear();
  let { first } = shiftsOfYear(timeZone, firstYear);
  const shifts: ZoneShift[] = [];
  for (let year = firstYear; year <= lastYear; year++) {
    for (const shift of shiftsOfYear(timeZone, year).shifts) {
      if (shift.at <= from) first = shift.after;
      else if (shift.at <= to) shifts.push(shift);
    }
  }
  return { first, shifts };
}

/** Is it a zone that this runtime knows? Fixed offsets (`+03:00`) count as zones too. */
export function isKnownZone(timeZone: string): boolean {
  if (KNOWN_ZONES.has(timeZone)) return true;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone });
    KNOWN_ZONES.add(timeZone);
    return true;
  } catch {
    return false;
  }
}

function shiftsOfYear(timeZone: string, year: number): ZoneClock {
  let years = YEARS_BY_ZONE.get(timeZone);
  if (years === undefined) {
    years = new Map();
    YEARS_BY_ZONE.set(timeZone, years);
  }
  let clock = years.get(year);
  if (clock === undefined) {
    clock = findShifts(timeZone, Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1));
    years.set(year, clock);
  }
  return clock;
}

/**
 * Looks once a day, then halves the day in which something changed: zones shift at most once
 * within 24 hours.
 */
function findShifts(timeZone: string, from: number, to: number): ZoneClock {
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
