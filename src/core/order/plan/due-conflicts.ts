import type { WorkGraph } from '../graph/work-graph';
import type { Order } from '../judge/open-order';
import { type DueFacts, type DueReport, settleDates } from './settle-dates';

/**
 * Due dates that contradict the order (order semantics D40-D42): a blocker ends after what waits
 * for it is due, or so shortly before that the work between does not fit; on the same day only
 * where that work takes time. Of done blockers the day on which they were done counts.
 *
 * NET-12 due on the 25th before VIRT-7 due on the 24th: a conflict, and VIRT-7 shifted to the 25th.
 */
export function dueConflicts(order: Order, work: WorkGraph, facts: DueFacts): DueReport {
  const { issues } = order.graph;
  return settleDates(
    {
      inOrder: firstThingsFirst(work),
      byKey: work.ids,
      keyOf: (id) => issues.get(id)?.key ?? id,
      dueOf: (id) => issues.get(id)?.dueDate ?? null,
      isOpen: order.isLive,
      blockersOf: (id) => blockersOf(order, id),
    },
    facts,
  );
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
