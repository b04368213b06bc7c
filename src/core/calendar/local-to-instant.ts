import type { ZoneClock, ZoneShift } from './zone-shifts';

/**
 * Turns rising local times into instants, by RFC 5545: a time that the clock skips is read with
 * the offset before the gap (02:30 becomes 03:30), one that comes twice is its first occurrence.
 * Local times are ms as if the zone were UTC. Ask in (roughly) rising order: the position in the
 * list of shifts moves only a step or two per call.
 */
export function localToInstant(clock: ZoneClock): (local: number) => number {
  const { shifts, first } = clock;
  let passed = 0;
  return (local) => {
    while (passed < shifts.length && local >= isPassedFrom(shifts[passed] as ZoneShift)) passed++;
    while (passed > 0 && local < isPassedFrom(shifts[passed - 1] as ZoneShift)) passed--;
    return local - (passed === 0 ? first : (shifts[passed - 1] as ZoneShift).after);
  };
}

/** Did this whole local day fall into a gap (Apia skipped 2011-12-30)? */
export function isSkippedDay(clock: ZoneClock, dayStart: number, dayEnd: number): boolean {
  return clock.shifts.some(
    (shift) => shift.at + shift.before <= dayStart && dayEnd <= shift.at + shift.after,
  );
}

/** The first local time that is read with the offset after the shift. */
function isPassedFrom(shift: ZoneShift): number {
  return shift.at + Math.max(shift.before, shift.after);
}
