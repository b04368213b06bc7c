import type { WorkingTime } from '../../calendar/calendar';
import { addWorkingDays } from '../../calendar/working-days';
import { type Instant, instant, millis } from '../../time';
import type { Lag } from '../policy/order-policy';

const DAY = 86_400_000;

/**
 * The first instant at which what waits may start, some time after its blocker was done (order
 * semantics D38); null when the calendar never opens for so long. Without a calendar every hour and
 * every day counts.
 *
 * Mon-Fri 09-18, done Fri 12:00: 2 working days later is Tue 12:00, 9 working hours Mon 12:00.
 */
export function lagEnd(doneAt: Instant, lag: Lag, working: WorkingTime | null): Instant | null {
  if (lag.kind === 'workingDays') {
    if (working === null) return instant(doneAt + lag.days * DAY);
    return addWorkingDays(working, doneAt, lag.days) ?? null;
  }
  if (working === null) return instant(doneAt + lag.ms);
  return working.deadline(doneAt, millis(lag.ms)) ?? null;
}
