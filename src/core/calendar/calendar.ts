import type { Instant, Millis, Span } from '../time';
import { validateCalendar } from './validate-calendar';
import { workingTime } from './working-time';

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** A day without working time: once (`YYYY-MM-DD`) or every year (`MM-DD`). */
export type Holiday = { readonly date: string; readonly name?: string };

/**
 * When a team works. Hours are `"HH:MM-HH:MM"`, local to the zone. An interval that ends at or
 * before its start runs past midnight (`"22:00-06:00"`), and so does an end beyond 24:00
 * (`"22:00-30:00"`); it belongs to the day it starts on. Precedence: holiday, then the hours of a
 * date, then the weekday; breaks are cut out last.
 */
export type CalendarDefinition = {
  readonly key: string;
  readonly name: string;
  /** IANA name, such as `Europe/Moscow`. */
  readonly timeZone: string;
  readonly week: { readonly [day in Weekday]?: readonly string[] };
  readonly holidays?: readonly Holiday[];
  /** Short days and extra working days: `YYYY-MM-DD` or `MM-DD` to the hours of that day. */
  readonly dateHours?: { readonly [date: string]: readonly string[] };
  /** Cut out of whatever is open on that date (`YYYY-MM-DD`). */
  readonly breaks?: { readonly [date: string]: readonly string[] };
  /** Cut out as well: ISO times with an offset, such as planned maintenance. */
  readonly closures?: readonly { readonly from: string; readonly to: string }[];
  /** Names of lists of holidays that are kept apart, to share them. */
  readonly holidaySets?: readonly string[];
};

/** Questions about working time, answered without a time-zone call (see `workingTime`). */
export interface WorkingTime {
  readonly calendar: CalendarDefinition;
  /** Working milliseconds from one instant to another; negative when `to` is the earlier one. */
  elapsed(from: Instant, to: Instant): Millis;
  /**
   * The earliest instant with `elapsed(from, it) = duration`; a negative duration goes backwards.
   * Exactly used up at closing time answers the closing time. `undefined`: never reached.
   */
  deadline(from: Instant, duration: Millis): Instant | undefined;
  /** `at` itself when open, else the next opening; `undefined` when it never opens again. */
  nextOpen(at: Instant): Instant | undefined;
  /** The first closing after `at`; `undefined` when there is none (24x7, or no hours at all). */
  nextClose(at: Instant): Instant | undefined;
  isOpen(at: Instant): boolean;
  /** The open spans between two instants, in order, clipped to them. */
  openSpans(from: Instant, to: Instant): Span[];
}

/**
 * Prepares a calendar for queries. `range` says which years to compile at once; others follow when
 * a query needs them. Throws Error naming every problem when the definition is not valid: call
 * `validateCalendar` where a person can still correct it.
 *
 * `compileCalendar(moscowOffice).deadline(Fri 17:30, 4 h)` is Mon 12:30.
 */
export function compileCalendar(
  definition: CalendarDefinition,
  range?: { from: Instant; to: Instant },
): WorkingTime {
  const problems = validateCalendar(definition);
  if (problems.length > 0) throw new Error(`calendar ${definition.key}: ${problems.join('; ')}`);
  return workingTime(definition, range);
}
