import { groupBy } from '../../group-by';
import type { Instant } from '../../time';
import { projectKeyOf } from '../graph/order-issue';
import { packEdges, strongComponents } from '../graph/strong-components';
import type { OrderFacts } from '../judge/order-facts';
import type { PlanBase, PlanIssue } from './plan-base';
import { type DatedWork, type DueFacts, type DueReport, settleDates } from './settle-dates';

/** Due dates that somebody tries out: issue id to YYYY-MM-DD. */
export type Moves = ReadonlyMap<string, string>;

/** One issue in the light of the moves. Dates are YYYY-MM-DD. */
export type WhatIfStep = {
  readonly issue: PlanIssue;
  readonly move: string | null;
  /** The first date without a conflict; null: it is due late enough. */
  readonly needs: string | null;
  /** Ids of the blockers that leave it no earlier date. */
  readonly because: readonly string[];
};

export type WhatIf = {
  /** Moved, or due too early as it was not before. Whoever comes first stands first. */
  readonly steps: readonly WhatIfStep[];
  /** Due too early by as much without the moves. */
  readonly before: readonly WhatIfStep[];
  /** Ids of what was due too early and is not any more. */
  readonly solved: readonly string[];
  /** The last date of what he sees of the client project's open work; null without any. */
  readonly end: { readonly before: string | null; readonly after: string | null };
  /** What he sees of its open work without a date. */
  readonly unplanned: number;
};

export type WhatIfFacts = {
  /** Which day it is for the reader: a done blocker counts from the day on which it was done. */
  readonly dateOf: (at: Instant) => string;
  readonly calendarOf: OrderFacts['calendarOf'];
};

/**
 * What follows from other due dates, by the plan as it was read: who would be due too early behind
 * them, and when everything would be done. Nothing is looked at but the base, so the answer stays
 * what it was until somebody asks for another base (order semantics D54).
 *
 * NET-12 due on the 25th before VIRT-7 due on the 26th, and NET-12 moved to Friday the 27th with a
 * lag of one working day behind it: VIRT-7 needs Monday the 30th, and the end moves there.
 */
export function whatIf(base: PlanBase, moves: Moves, facts: WhatIfFacts): WhatIf {
  const { inOrder, settle } = settling(base, facts);
  const [was, will] = [settle(new Map()), settle(moves)];
  const shiftOf = (report: DueReport, id: string) => report.shifts.find((one) => one.id === id);
  const steps: WhatIfStep[] = [];
  const before: WhatIfStep[] = [];
  const solved: string[] = [];
  for (const issue of inOrder) {
    const move = moves.get(issue.id) ?? null;
    const [old, shift] = [shiftOf(was, issue.id), shiftOf(will, issue.id)];
    const step = { issue, move, needs: shift?.to ?? null, because: shift?.because ?? [] };
    if (move !== null || (shift !== undefined && shift.to !== old?.to)) steps.push(step);
    else if (shift !== undefined) before.push(step);
    if (old !== undefined && shift === undefined) solved.push(issue.id);
  }
  const own = base.issues.filter(({ isOpen, isLinked, isSeen }) => isOpen && isLinked && isSeen);
  const endBy = (report: DueReport, dueOf: (issue: PlanIssue) => string | null) =>
    latest(own.map((issue) => shiftOf(report, issue.id)?.to ?? dueOf(issue)));
  const dueWith = ({ id, due }: PlanIssue): string | null => moves.get(id) ?? due;
  return {
    ...{ steps, before, solved },
    end: { before: endBy(was, ({ due }) => due), after: endBy(will, dueWith) },
    unplanned: own.filter((issue) => dueWith(issue) === null).length,
  };
}

function latest(dates: readonly (string | null)[]): string | null {
  return dates.reduce<string | null>(
    (last, date) => (date !== null && (last === null || date > last) ? date : last),
    null,
  );
}

type Settling = {
  /** Open work, every blocker before what waits for it. */
  readonly inOrder: readonly PlanIssue[];
  readonly settle: (moves: Moves) => DueReport;
};

function settling(base: PlanBase, { dateOf, calendarOf }: WhatIfFacts): Settling {
  const issues = new Map(base.issues.map((issue) => [issue.id, issue]));
  const edges = base.edges.filter(({ isOnCircle }) => !isOnCircle);
  const into = groupBy(edges, ({ successorId }) => successorId);
  const blockersOf = (id: string) => [
    ...new Set((into.get(id) ?? []).map(({ blockerId }) => blockerId)),
  ];
  const byKey = base.issues.filter(({ isOpen }) => isOpen).map(({ id }) => id);
  const work: Omit<DatedWork, 'dueOf'> = {
    ...{ byKey, blockersOf },
    inOrder: firstThingsFirst(byKey, blockersOf),
    keyOf: (id) => issues.get(id)?.key ?? id,
    isOpen: (id) => issues.get(id)?.isOpen === true,
  };
  const facts: DueFacts = {
    daysNeeded: () => 0,
    lagsOf: (blockerId, successorId) =>
      (into.get(successorId) ?? []).flatMap((edge) =>
        edge.blockerId === blockerId && edge.lag !== null ? [edge.lag] : [],
      ),
    doneOn: (id) => {
      const at = issues.get(id)?.doneAt ?? null;
      return at === null ? null : dateOf(at);
    },
    calendarOf: (id) => calendarOf(projectKeyOf(issues.get(id)?.key ?? '')),
  };
  return {
    inOrder: work.inOrder.flatMap((id) => issues.get(id) ?? []),
    settle: (moves) =>
      settleDates({ ...work, dueOf: (id) => moves.get(id) ?? issues.get(id)?.due ?? null }, facts),
  };
}

/** Every blocker before what waits for it. */
function firstThingsFirst(
  ids: readonly string[],
  blockersOf: (id: string) => readonly string[],
): readonly string[] {
  const numbers = new Map(ids.map((id, number) => [id, number]));
  const [from, to]: [number[], number[]] = [[], []];
  for (const [number, id] of ids.entries()) {
    for (const blocker of blockersOf(id).flatMap((one) => numbers.get(one) ?? [])) {
      from.push(number);
      to.push(blocker);
    }
  }
  const { of: place } = strongComponents(ids.length, packEdges(ids.length, from, to));
  return ids
    .map((id, number) => ({ id, place: place[number] as number }))
    .sort((a, b) => a.place - b.place)
    .map(({ id }) => id);
}
