import { type Instant, instant } from '../time';
import type { WorkingTime } from './calendar';
import { toInstant, toLocal } from './local-dates';

const DAY = 86_400_000;
/** Longer than any holidays: a calendar that has been closed for so long does not open again. */
const PATIENCE = 400;

/**
 * The instant that lies some working days on (or back, when negative): a day counts when the
 * calendar opens on it at all. It is the same time of day, moved to the next opening (back: to the
 * last closing) when that is closed; with `closing` not after the last closing of that day; with
 * `endOfDay` that closing itself. Undefined when there are not so many working days.
 *
 * Mon-Fri 09-18: Fri 12:00 and 2 days is Tue 12:00; Fri 19:00 and 1 day is Tue 09:00 (Mon 19:00 is
 * closed), with `closing` Mon 18:00.
 */
export function addWorkingDays(
  working: WorkingTime,
  from: Instant,
  days: number,
  dayEnd: 'sameTime' | 'closing' | 'endOfDay' = 'sameTime',
): Instant | undefined {
  const zone = working.calendar.timeZone;
  const local = toLocal(zone, from);
  const step = days < 0 ? -DAY : DAY;
  let day = Math.floor(local / DAY) * DAY;
  const timeOfDay = local - day;
  for (let left = Math.abs(days), idle = 0; left > 0; ) {
    day += step;
    if (closingOf(working, day) === undefined) {
      if (++idle > PATIENCE) return undefined;
      continue;
    }
    idle = 0;
    left -= 1;
  }
  const same = toInstant(zone, day + timeOfDay);
  const closing = closingOf(working, day);
  if (dayEnd === 'endOfDay' && closing !== undefined) return closing;
  if (dayEnd === 'closing' && closing !== undefined && same > closing) return closing;
  if (days < 0) return working.isOpen(same) ? same : lastClosing(working, same);
  return working.nextOpen(same);
}

/** When the working day ends that starts on this local date; undefined when it is none. */
function closingOf(working: WorkingTime, localDay: number): Instant | undefined {
  const zone = working.calendar.timeZone;
  const start = toInstant(zone, localDay);
  const end = toInstant(zone, localDay + DAY);
  const last = working.openSpans(start, end).at(-1);
  if (last === undefined) return undefined;
  if (last.from === start && working.isOpen(instant(start - 1))) {
    // Open all day; or hours that only run over from the day before, which make no working day.
    return last.to === end ? end : undefined;
  }
  return last.to < end ? last.to : working.nextClose(instant(end - 1));
}

function lastClosing(working: WorkingTime, at: Instant): Instant | undefined {
  const spans = working.openSpans(instant(at - PATIENCE * DAY), at);
  return spans.at(-1)?.to;
}
