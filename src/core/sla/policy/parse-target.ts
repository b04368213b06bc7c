import type { Millis } from '../../time';
import { parseDuration } from './parse-duration';

/** How much time a goal gives: working time, working days, or until the due date. */
export type Target =
  | { readonly kind: 'time'; readonly ms: Millis }
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'dueDate' };

/**
 * Reads a goal's target; undefined when it is none. `"4h"` is four hours of working time,
 * `"5 working days"` (or `"1 working day"`) counts days, `"due date"` is the issue's own date.
 */
export function parseTarget(text: string): Target | undefined {
  const trimmed = text.trim();
  if (trimmed === 'due date') return { kind: 'dueDate' };
  const days = /^(\d{1,3}) working days?$/.exec(trimmed);
  if (days !== null) return { kind: 'days', days: Number(days[1]) };
  const ms = parseDuration(trimmed);
  return ms === undefined ? undefined : { kind: 'time', ms };
}
