import type { WorkingTime } from '../../calendar/calendar';
import { addWorkingDays } from '../../calendar/working-days';
import type { Instant, Millis } from '../../time';

const DAY = 86_400_000;

/**
 * When to escalate: some working time before (negative) or after the due instant. Whole days are
 * working days, at the same time of day. Undefined when the calendar has no such time.
 *
 * Mon-Fri 09-18, due Mon 10:00: `-2 h` is Fri 17:00, `-1 d` is Fri 10:00.
 */
export function escalationAt(
  working: WorkingTime,
  dueAt: Instant,
  offset: Millis,
): Instant | undefined {
  if (offset === 0 || offset % DAY !== 0) return working.deadline(dueAt, offset);
  // A due that is the day's closing stays one.
  return addWorkingDays(working, dueAt, offset / DAY, 'closing');
}
