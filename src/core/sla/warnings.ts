import type { WorkingTime } from '../calendar/calendar';
import type { Instant, Millis } from '../time';
import type { AnyCycle } from './cycle';

/** Goals shorter than this are over before anybody could react to a warning. */
const TOO_SHORT = 600_000;

export type Warning = {
  readonly percent: number;
  /** When so much of the goal is used up, in working time; not after `now` when it is already. */
  readonly at: Instant;
  /** One warning is given once: per clock, cycle and goal. */
  readonly key: string;
};

/**
 * The warnings of a cycle as it stands at `now`, by the share of the goal that is used up. None
 * while it is paused, stopped, not judged or breached, and none for goals under ten minutes. After
 * a change to a shorter goal, shares that are passed already are due at once.
 *
 * Mon-Fri 09-18, 4 h from Fri 16:00, at 50 %: Fri 18:00; at 75 %: Mon 10:00.
 */
export function warningsOf(
  cycle: AnyCycle,
  working: WorkingTime,
  percents: readonly number[],
  now: Instant,
): Warning[] {
  const { targetMs, remainingMs, goalKey } = cycle;
  if (cycle.state !== 'running' || targetMs === null || remainingMs === null) return [];
  if (targetMs < TOO_SHORT) return [];
  const used = targetMs - remainingMs;
  return percents.flatMap((percent) => {
    const left = Math.round((targetMs * percent) / 100) - used;
    const at = left <= 0 ? now : working.deadline(now, left as Millis);
    const key = `${cycle.clock} ${cycle.cycle} ${goalKey} ${percent}`;
    return at === undefined ? [] : [{ percent, at, key }];
  });
}

/**
 * When a warning may go out by mail: at once for a clock that never sleeps, else in `mailHours`.
 * Undefined: never.
 *
 * Mail 08-20: a warning of 22:00 goes out at 08:00, on a 24x7 calendar at 22:00.
 */
export function mailAt(
  at: Instant,
  working: WorkingTime,
  mailHours: WorkingTime,
): Instant | undefined {
  return working.nextClose(at) === undefined ? at : mailHours.nextOpen(at);
}
