import { endOfDate } from '../../calendar/local-dates';
import { addWorkingDays } from '../../calendar/working-days';
import type { Instant, Millis } from '../../time';
import type { CompiledGoal } from '../policy/compiled-clock';
import type { CompiledPolicy } from '../policy/policy';

/**
 * The working time that a goal gives to a clock that counts from `from`, in ms. A goal of days is
 * turned into working time here, so that pauses and changes move it like any other one.
 *
 * Mon-Fri 09-18, `1 working day` from Mon 12:00 is Tue 12:00: nine hours.
 */
export function targetOf(goal: CompiledGoal, from: Instant, fixedDue: Instant | null): number {
  const { target, working } = goal;
  if (target.kind === 'time') return target.ms;
  const due =
    target.kind === 'days' ? addWorkingDays(working, from, target.days, goal.dayEnd) : fixedDue;
  if (due === undefined) return Number.MAX_SAFE_INTEGER;
  return due === null ? 0 : Math.max(0, working.elapsed(from, due));
}

/**
 * The end of the due date in the zone of the goal's calendar; null without a due date.
 *
 * 2026-11-27 by a calendar in Moscow: 2026-11-27T21:00Z, the midnight that ends it there.
 */
export function dueDateOf(goal: CompiledGoal, dueDate: string | null): Instant | null {
  return dueDate === null ? null : endOfDate(goal.working.calendar.timeZone, dueDate);
}

/**
 * When `left` ms of the goal, counted from `from`, are used up; null when they never are. A goal
 * that is used up exactly at closing is due there, or at the next opening where the policy says so;
 * days that end outside of hours end at the next opening.
 *
 * 4 h on Mon-Fri 09-18, counted from Fri 16:00: Mon 11:00.
 */
export function dueInstant(
  policy: CompiledPolicy,
  goal: CompiledGoal,
  from: Instant,
  left: number,
): Instant | null {
  const due = goal.working.deadline(from, left as Millis);
  if (due === undefined) return null;
  const isLater =
    goal.target.kind === 'days' ? goal.dayEnd === 'sameTime' : policy.dueAtNextOpen && left > 0;
  return isLater ? (goal.working.nextOpen(due) ?? due) : due;
}
