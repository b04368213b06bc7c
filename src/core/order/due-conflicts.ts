import type { WorkingTime } from '../calendar/calendar';
import { toInstant } from '../calendar/local-dates';
import type { Order } from './open-order';
import { compareKeys } from './sort-by-order';
import type { WorkGraph } from './work-graph';

const DAY = 86_400_000;
/** A calendar that has been closed for so many days does not open again. */
const PATIENCE = 400;

/** A blocker that ends too late for the due date of what waits for it. Dates are YYYY-MM-DD. */
export type DueConflict = {
  readonly blockerId: string;
  readonly successorId: string;
  /** Its due date, or the day on which it was done. */
  readonly blockerEnd: string;
  readonly successorDue: string;
};

export type DueReport = {
  /** By the key of the successor, then of the blocker. */
  readonly conflicts: readonly DueConflict[];
  /** Due dates with which no conflict is left, each moved as little as can be; by key. */
  readonly shifts: readonly {
    readonly id: string;
    readonly from: string;
    readonly to: string;
  }[];
  /** Open issues without a due date, which take no part (order semantics D41). */
  readonly unplanned: number;
};

/** What the dates are judged by. */
export type DueFacts = {
  /** Working days that an issue needs after its blockers; 0 where nobody has said. */
  readonly daysNeeded: (issueId: string) => number;
  /** Working days between the end of a blocker and the start behind it. */
  readonly lagDays: (blockerId: string, successorId: string) => number;
  /** The day on which an issue was done, where it was; null when nothing tells. */
  readonly doneOn: (issueId: string) => string | null;
  readonly calendarOf: (issueId: string) => WorkingTime | null;
};

/**
 * Due dates that contradict the order (order semantics D40-D42): a blocker ends after what waits
 * for it is due, or so shortly before that the work between does not fit; on the same day only
 * where that work takes time. Of done blockers the day on which they were done counts.
 *
 * NET-12 due on the 25th before VIRT-7 due on the 24th: a conflict, and VIRT-7 shifted to the 25th.
 */
export function dueConflicts(order: Order, work: WorkGraph, facts: DueFacts): DueReport {
  const { issues } = order.graph;
  const dueOf = (id: string): string | null => issues.get(id)?.dueDate ?? null;
  const live = work.ids;
  const conflicts: DueConflict[] = [];
  const moved = new Map<string, string>();
  const addDates = rememberingDates();
  const fits = (blockerId: string, successorId: string, end: string): string => {
    const days = facts.lagDays(blockerId, successorId) + facts.daysNeeded(successorId);
    return addDates(end, days, facts.calendarOf(successorId));
  };
  for (const id of firstThingsFirst(work)) {
    const due = dueOf(id);
    if (due === null) continue;
    let earliest = due;
    for (const blockerId of blockersOf(order, id)) {
      const isLive = order.isLive(blockerId);
      const end = isLive ? dueOf(blockerId) : facts.doneOn(blockerId);
      if (end === null) continue;
      const free = fits(blockerId, id, end);
      if (free > due) {
        conflicts.push({ blockerId, successorId: id, blockerEnd: end, successorDue: due });
      }
      const movedEnd = moved.get(blockerId);
      const after = movedEnd === undefined ? free : fits(blockerId, id, movedEnd);
      if (after > earliest) earliest = after;
    }
    if (earliest > due) moved.set(id, earliest);
  }
  const keyOf = (id: string): string => issues.get(id)?.key ?? id;
  const placeOf = (id: string): number => work.numberOf.get(id) ?? -1;
  return {
    conflicts: conflicts.sort(
      (a, b) =>
        placeOf(a.successorId) - placeOf(b.successorId) ||
        compareKeys(keyOf(a.blockerId), keyOf(b.blockerId)),
    ),
    shifts: live.flatMap((id) => {
      const [from, to] = [dueOf(id), moved.get(id)];
      return from === null || to === undefined ? [] : [{ id, from, to }];
    }),
    unplanned: live.filter((id) => dueOf(id) === null).length,
  };
}

/**
 * The date so many working days on; the date itself for none. Without a calendar every day counts.
 *
 * Mon-Fri: two working days after Friday 2026-11-20 is Tuesday 2026-11-24.
 */
export function addWorkDates(date: string, days: number, working: WorkingTime | null): string {
  if (days <= 0) return date;
  let day = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(day)) return date;
  for (let left = Math.ceil(days), idle = 0; left > 0 && idle < PATIENCE; ) {
    day += DAY;
    if (working !== null && !isWorkDate(working, day)) {
      idle += 1;
      continue;
    }
    idle = 0;
    left -= 1;
  }
  return new Date(day).toISOString().slice(0, 10);
}

/** A few dates are asked for again and again. */
function rememberingDates(): typeof addWorkDates {
  const known = new Map<WorkingTime | null, Map<string, string>>();
  return (date, days, working) => {
    const dates = known.get(working) ?? new Map<string, string>();
    known.set(working, dates);
    const asked = `${date} ${days}`;
    const answer = dates.get(asked) ?? addWorkDates(date, days, working);
    dates.set(asked, answer);
    return answer;
  };
}

function isWorkDate(working: WorkingTime, day: number): boolean {
  const { timeZone } = working.calendar;
  const [from, to] = [toInstant(timeZone, day), toInstant(timeZone, day + DAY)];
  return working.openSpans(from, to).length > 0;
}

/** Blockers by hard waits outside of its circle, each once. */
function blockersOf(order: Order, id: string): readonly string[] {
  const ids = order
    .waitsOf(id)
    .filter((wait) => wait.hardness === 'hard' && !order.circles().closes(id, wait))
    .map(({ blockerId }) => blockerId);
  return ids.length < 2 ? ids : [...new Set(ids)];
}

/** Every blocker before what waits for it; members of a circle by key. */
function firstThingsFirst({ ids, circle }: WorkGraph): readonly string[] {
  const numbers = Array.from(ids, (_, number) => number);
  numbers.sort((a, b) => (circle[a] as number) - (circle[b] as number));
  return numbers.map((number) => ids[number] as string);
}
