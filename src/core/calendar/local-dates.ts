import { type Instant, instant } from '../time';
import { localToInstant } from './local-to-instant';
import { type ZoneClock, zoneShifts } from './zone-shifts';

const DAY = 86_400_000;
const YEAR = 366 * DAY;

/** A zone's clock over the years that were asked for so far. */
type KnownClock = { readonly from: number; readonly to: number; readonly clock: ZoneClock };
const known = new Map<string, KnownClock>();

/**
 * The end of a calendar date in a zone, which is the first instant of the next date.
 *
 * 2026-11-23 in Europe/Moscow ends at 2026-11-23T21:00:00Z.
 */
export function endOfDate(timeZone: string, date: string): Instant | null {
  const start = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(start) ? null : toInstant(timeZone, start + DAY);
}

/**
 * The local time at an instant, as ms as if the zone were UTC.
 *
 * 2026-11-23T09:00Z in Europe/Moscow: the ms of 2026-11-23T12:00Z.
 */
export function toLocal(timeZone: string, at: Instant): number {
  const { first, shifts } = clockAround(timeZone, at);
  let offset = first;
  for (const shift of shifts) if (shift.at <= at) offset = shift.after;
  return at + offset;
}

/**
 * The instant of a local time; times that the clock skips or repeats by RFC 5545.
 *
 * 12:00 on 2026-11-23 in Europe/Moscow, as ms of 12:00Z: 2026-11-23T09:00Z.
 */
export function toInstant(timeZone: string, local: number): Instant {
  return instant(localToInstant(clockAround(timeZone, local))(local));
}

function clockAround(timeZone: string, at: number): ZoneClock {
  const hit = known.get(timeZone);
  if (hit !== undefined && at - DAY >= hit.from && at + DAY < hit.to) return hit.clock;
  const from = Math.min(hit?.from ?? at - YEAR, at - YEAR);
  const to = Math.max(hit?.to ?? at + YEAR, at + YEAR);
  const clock = zoneShifts(timeZone, from, to);
  known.set(timeZone, { from, to, clock });
  return clock;
}
