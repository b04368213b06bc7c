import type { WorkingTime } from '../../calendar/calendar';
import { compareKeys } from '../graph/sort-by-order';
import type { Lag } from '../policy/order-policy';
import { addLag, addWorkDates } from './work-dates';

/** A blocker that ends too late for the due date of what waits for it. Dates are YYYY-MM-DD. */
export type DueConflict = {
  readonly blockerId: string;
  readonly successorId: string;
  /** Its due date, or the day on which it was done. */
  readonly blockerEnd: string;
  readonly successorDue: string;
};

export type DueShift = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Blockers that leave it no earlier date, by key. */
  readonly because: readonly string[];
};

export type DueReport = {
  /** By the key of the successor, then of the blocker. */
  readonly conflicts: readonly DueConflict[];
  /** Due dates with which no conflict is left, each moved as little as can be; by key. */
  readonly shifts: readonly DueShift[];
  /** Open issues without a due date, which take no part (order semantics D41). */
  readonly unplanned: number;
};

/** What the dates are judged by. */
export type DueFacts = {
  /** Working days that an issue needs after its blockers; 0 where nobody has said. */
  readonly daysNeeded: (issueId: string) => number;
  /** Between the end of a blocker and the start behind it; of several the longest counts. */
  readonly lagsOf: (blockerId: string, successorId: string) => readonly Lag[];
  /** The day on which an issue was done, where it was; null when nothing tells. */
  readonly doneOn: (issueId: string) => string | null;
  readonly calendarOf: (issueId: string) => WorkingTime | null;
};

/** Open work with due dates, in an order. */
export type DatedWork = {
  /** Every blocker before what waits for it. */
  readonly inOrder: readonly string[];
  readonly byKey: readonly string[];
  readonly keyOf: (issueId: string) => string;
  readonly dueOf: (issueId: string) => string | null;
  readonly isOpen: (issueId: string) => boolean;
  /** Open or done, each once. */
  readonly blockersOf: (issueId: string) => readonly string[];
};

/**
 * Which due dates contradict the order, and the dates with which none does (order semantics
 * D40-D42). Goes once through the work, so whatever is moved pushes what waits for it.
 *
 * NET-12 due on the 25th before VIRT-7 due on the 24th: a conflict, and VIRT-7 shifted to the 25th.
 */
export function settleDates(work: DatedWork, facts: DueFacts): DueReport {
  const conflicts: DueConflict[] = [];
  const moved = new Map<string, DueShift>();
  const fits = fitting(facts);
  for (const id of work.inOrder) {
    const due = work.dueOf(id);
    if (due === null) continue;
    const free: FreeFrom[] = [];
    for (const blockerId of work.blockersOf(id)) {
      const end = work.isOpen(blockerId) ? work.dueOf(blockerId) : facts.doneOn(blockerId);
      if (end === null) continue;
      const from = fits(blockerId, id, end);
      if (from > due) {
        conflicts.push({ blockerId, successorId: id, blockerEnd: end, successorDue: due });
      }
      const movedEnd = moved.get(blockerId)?.to;
      free.push({ blockerId, from: movedEnd === undefined ? from : fits(blockerId, id, movedEnd) });
    }
    const shift = shiftOf(work, { id, due, free });
    if (shift !== null) moved.set(id, shift);
  }
  return {
    conflicts: byKeys(work, conflicts),
    shifts: work.byKey.flatMap((id) => moved.get(id) ?? []),
    unplanned: work.byKey.filter((id) => work.dueOf(id) === null).length,
  };
}

/** When a blocker lets its successor be through. */
type FreeFrom = { readonly blockerId: string; readonly from: string };

type Freed = { readonly id: string; readonly due: string; readonly free: readonly FreeFrom[] };

function shiftOf({ keyOf }: DatedWork, { id, due, free }: Freed): DueShift | null {
  let to = due;
  for (const { from } of free) if (from > to) to = from;
  if (to === due) return null;
  const because = free.filter(({ from }) => from === to).map(({ blockerId }) => blockerId);
  because.sort((a, b) => compareKeys(keyOf(a), keyOf(b)));
  return { id, from: due, to, because };
}

function byKeys({ byKey, keyOf }: DatedWork, conflicts: DueConflict[]): readonly DueConflict[] {
  const places = new Map(byKey.map((id, place) => [id, place]));
  const placeOf = (id: string): number => places.get(id) ?? -1;
  return conflicts.sort(
    (a, b) =>
      placeOf(a.successorId) - placeOf(b.successorId) ||
      compareKeys(keyOf(a.blockerId), keyOf(b.blockerId)),
  );
}

/** The first date on which a successor can be through when its blocker ends on this one. */
function fitting({ lagsOf, daysNeeded, calendarOf }: DueFacts) {
  const addDates = rememberingDates();
  return (blockerId: string, successorId: string, end: string): string => {
    const calendar = calendarOf(successorId);
    let start = end;
    for (const lag of lagsOf(blockerId, successorId)) {
      const over =
        lag.kind === 'workingDays' ? addDates(end, lag.days, calendar) : addLag(end, lag, calendar);
      if (over > start) start = over;
    }
    return addDates(start, daysNeeded(successorId), calendar);
  };
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
